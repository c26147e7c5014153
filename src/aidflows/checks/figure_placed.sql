-- Every figure ends in exactly one place, and set aside means with a reason.
select figure_id as place, 'figure set aside without a reason' as what from figures where outcome = 'set_aside' and outcome_reason is null
union all
select g.figure_id, 'figure placed as ' || g.outcome || ' but no flow rests on it'
from figures as g where g.outcome in ('flow', 'part', 'corroborates', 'conflict') and g.kind <> 'agreement'
    and not exists (select 1 from evidence as e where e.figure_id = g.figure_id)
