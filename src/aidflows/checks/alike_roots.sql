-- Two roots alike in parties, content, item and year need a decision that keeps them apart.
with roots as (select * from flows where parent_flow_id is null),
named as (
    select r.*, e.figure_id, e.statement_id from roots as r join evidence as e on e.flow_id = r.flow_id and e.is_first
)
select a.flow_id as place, 'alike without a decision: ' || b.flow_id as what
from named as a join named as b
    on a.flow_id < b.flow_id and a.supplier_iso3 is not distinct from b.supplier_iso3 and a.recipient_iso3 is not distinct from b.recipient_iso3
    and a.content = b.content and a.item = b.item and a.year is not distinct from b.year
where not exists (
    select 1 from decisions as d where d.action in ('keep_apart', 'may_overlap')
        and ((d.target in (a.statement_id, a.figure_id) and d.value in (b.statement_id, b.figure_id))
            or (d.target in (b.statement_id, b.figure_id) and d.value in (a.statement_id, a.figure_id)))
)
