-- One row per supplier, recipient, year and category: leaves only, the rest of a total under its own category, so that each year sums.
select supplier_iso3, recipient_iso3, year, category, currency, sum(amount_low) as amount_low, sum(amount_best) as amount_best,
    case when count(*) filter (where amount_best is not null and amount_high is null) > 0 then null else sum(amount_high) end as amount_high,
    count(*) as flows
from flows
where is_leaf and assertion = 'stated' and content not in ('deployment', 'exercise') and stage not in ('interest', 'requested', 'refused')
group by all
order by all
