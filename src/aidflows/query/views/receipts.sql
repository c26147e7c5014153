-- One row per flow and figure or statement under it: down to source, span of the original and surface.
select f.flow_id, f.title, f.amount_best, f.currency, e.role, coalesce(g.figure_id, e.statement_id) as receipt, src.source_id, src.title as source, src.original_sha256,
    coalesce(g.original_start, s.span_start) as original_start, coalesce(g.original_end, s.span_end) as original_end, g.surface, s.text as note
from flows as f join evidence as e on e.flow_id = f.flow_id left join figures as g on g.figure_id = e.figure_id
left join statements as s on s.statement_id = coalesce(e.statement_id, g.statement_id)
left join sources as src on src.source_id = coalesce(g.source_id, s.source_id)
order by f.flow_id, receipt
