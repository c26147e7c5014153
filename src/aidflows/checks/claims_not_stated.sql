-- What a source only claims is not counted as stated.
select f.flow_id as place, 'claim counted as stated' as what
from flows as f join evidence as e on e.flow_id = f.flow_id and e.is_first join figures as g on g.figure_id = e.figure_id
where g.assertion <> 'stated' and f.assertion = 'stated'
