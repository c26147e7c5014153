-- A total and its parts with the rest give the same best.
with parts as (select parent_flow_id, sum(amount_best) as best, count(*) - count(amount_best) as unpriced from flows where parent_flow_id is not null group by all)
select f.flow_id as place, 'parts and rest do not give the total: ' || f.amount_best || ' against ' || parts.best as what
from flows as f join parts on parts.parent_flow_id = f.flow_id
where f.amount_best is not null and parts.unpriced = 0 and f.amount_best <> parts.best
