-- One row per claim or denial: flows that are claimed, and statements that claim or deny.
select 'flow' as kind, flow_id as id, title as what, assertion, claimed_by, denied_by from flows where assertion <> 'stated'
union all
select 'statement', statement_id, text, case kind when 'denial' then 'denied' else 'claimed' end, null, null from statements where kind in ('claim', 'denial')
order by 1, 2
