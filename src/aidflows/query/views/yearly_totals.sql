-- One row per supplier, recipient, year and flow type: sums of priced leaves of transfers, with bounds; unpriced flows counted.
select supplier_iso3, recipient_iso3, year, flow_type, currency,
    sum(amount_low) as amount_low, sum(amount_best) as amount_best,
    case when count(*) filter (where amount_best is not null and amount_high is null) > 0 then null else sum(amount_high) end as amount_high,
    count(*) filter (where amount_low is not null) as flows_priced,
    count(*) filter (where amount_low is null) as flows_unpriced
from flows
where parent_flow_id is null and assertion = 'stated' and content not in ('deployment', 'exercise') and stage not in ('interest', 'requested', 'refused')
group by all
order by all
