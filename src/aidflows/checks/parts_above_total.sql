-- No parts whose lows exceed the high of their total.
select f.flow_id as place, 'parts exceed their total' as what
from flows as f join (select parent_flow_id, sum(amount_low) as low from flows where parent_flow_id is not null group by all) as p on p.parent_flow_id = f.flow_id
where f.amount_high is not null and p.low > f.amount_high
