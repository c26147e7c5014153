-- One row per pair of flows that may count the same money, with the sum at risk.
select l.flow_id_a, a.title as flow_a, l.flow_id_b, b.title as flow_b, least(a.amount_best, b.amount_best) as amount_at_risk, a.currency, l.reason, l.decision_id
from flow_links as l join flows as a on a.flow_id = l.flow_id_a join flows as b on b.flow_id = l.flow_id_b
where l.link_type = 'may_overlap'
order by 1, 3
