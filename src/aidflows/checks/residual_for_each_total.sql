-- Every priced total whose parts do not reach it has a rest.
select f.flow_id as place, 'total without a rest' as what
from flows as f
where f.amount_best is not null
    and exists (select 1 from flows as p where p.parent_flow_id = f.flow_id)
    and f.amount_best <> (select coalesce(sum(p.amount_best), 0) from flows as p where p.parent_flow_id = f.flow_id)
