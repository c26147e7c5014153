-- One row per training flow, with the number of persons where known.
select flow_id, year, period_start, period_end, supplier_iso3, recipient_iso3, item, quantity_low as persons_low, quantity_best as persons_best, quantity_high as persons_high, assertion, n_sources
from flows
where content = 'training'
order by year, flow_id
