-- One row per priced root and year it covers: equal shares from the booking year, the last takes the rounding.
with spans as (
    select *, greatest(1, coalesce(cast(period_end[1:4] as integer) - cast(period_start[1:4] as integer), 1)) as years
    from flows where parent_flow_id is null and amount_best is not null
),
shares as (
    select *, cast(cast(amount_best * 100 as bigint) // years as decimal(18, 0)) * 0.01 as share, unnest(range(years)) as n from spans
)
select flow_id, supplier_iso3, recipient_iso3, flow_type, currency, year + n as year,
    cast(case when n < years - 1 then share else amount_best - (years - 1) * share end as decimal(18, 2)) as amount_best
from shares
order by flow_id, year
