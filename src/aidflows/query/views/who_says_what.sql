-- One row per flow and figure or statement about it: source, value, assertion.
select e.flow_id, coalesce(g.source_id, s.source_id) as source_id, e.figure_id, e.statement_id, e.role, g.surface, g.value_low, g.value_best, g.value_high, g.unit, g.qualifier,
    coalesce(g.assertion, 'stated') as assertion, g.claimed_by, coalesce(g.outcome, s.outcome) as outcome, s.cites, s.text as note
from evidence as e left join figures as g on g.figure_id = e.figure_id left join statements as s on s.statement_id = coalesce(e.statement_id, g.statement_id)
order by e.flow_id, e.evidence_id
