-- One row per pair and year: how many sources looked, and how many flows they gave.
select c.supplier_iso3, c.recipient_iso3, c.year, max(c.n_sources) as sources,
    (select count(*) from flows as f where f.parent_flow_id is null and f.supplier_iso3 = c.supplier_iso3 and f.recipient_iso3 = c.recipient_iso3 and f.year = c.year) as flows
from coverage as c
group by all
order by all
