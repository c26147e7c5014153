-- One row per supplier, recipient and year: number of flows by content and the sum of priced roots.
select supplier_iso3, recipient_iso3, year, count(*) as flows, count(*) filter (where content = 'hardware') as hardware, count(*) filter (where content = 'training') as training,
    count(*) filter (where content = 'coproduction') as coproduction, sum(amount_best) as amount_best
from flows
where parent_flow_id is null and content not in ('deployment', 'exercise') and stage not in ('interest', 'requested', 'refused')
group by all
order by all
