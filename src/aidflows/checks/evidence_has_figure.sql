-- Every flow rests on a figure or statement, and every piece of evidence names one.
select evidence_id as place, 'evidence without figure or statement' as what from evidence where figure_id is null and statement_id is null
union all
select f.flow_id, 'flow without evidence' from flows as f where not exists (select 1 from evidence as e where e.flow_id = f.flow_id)
