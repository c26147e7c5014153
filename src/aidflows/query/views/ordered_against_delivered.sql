-- One row per system or item and year: what was agreed or ordered beside what was delivered.
select f.supplier_iso3, f.recipient_iso3, f.item, e.year,
    sum(e.quantity_best) filter (where e.stage in ('pledged', 'allocated', 'agreed', 'ordered')) as ordered,
    sum(e.quantity_best) filter (where e.stage = 'delivered') as delivered,
    count(*) filter (where e.stage in ('pledged', 'allocated', 'agreed', 'ordered')) as events_ordered,
    count(*) filter (where e.stage = 'delivered') as events_delivered
from events as e join flows as f on f.flow_id = e.flow_id
where f.content = 'hardware'
group by all
order by all
