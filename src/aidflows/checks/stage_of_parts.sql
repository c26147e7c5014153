-- Every part has an event at its own stage.
select f.flow_id as place, 'no event at its stage' as what from flows as f
where not exists (select 1 from events as e where e.flow_id = f.flow_id and e.stage = f.stage and e.is_booking)
