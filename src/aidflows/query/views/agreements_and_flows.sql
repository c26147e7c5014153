-- One row per agreement and flow made under it; agreements without a flow once, with null.
select a.agreement_id, a.title, a.agreement_kind, a.parties, a.date_start, a.year, f.flow_id, f.title as flow, f.amount_best, f.currency
from agreements as a left join agreement_flows as af on af.agreement_id = a.agreement_id left join flows as f on f.flow_id = af.flow_id
order by a.year, a.agreement_id, f.flow_id
