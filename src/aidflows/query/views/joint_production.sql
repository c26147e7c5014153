-- One row per joint production or development.
select flow_id, year, supplier_iso3, recipient_iso3, item, category, stage, n_sources
from flows
where content = 'coproduction'
order by year, flow_id
