-- Every flow has an event at its own stage, and every part one at or after the stage that its total is counted at.
select f.flow_id as place, 'no event at its stage' as what from flows as f
where not exists (select 1 from events as e where e.flow_id = f.flow_id and e.stage = f.stage and e.is_booking)
union all
select p.flow_id, 'no event at or after the stage of its total: ' || f.stage
from flows as p join flows as f on f.flow_id = p.parent_flow_id
where not exists (
    select 1 from events as e where e.flow_id = p.flow_id
        and list_position(['notified', 'licensed', 'pledged', 'allocated', 'agreed', 'ordered', 'delivered', 'disbursed'], e.stage)
            >= list_position(['notified', 'licensed', 'pledged', 'allocated', 'agreed', 'ordered', 'delivered', 'disbursed'], f.stage)
)
