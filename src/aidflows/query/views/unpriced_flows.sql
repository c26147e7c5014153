-- One row per root without a price.
select flow_id, year, supplier_iso3, recipient_iso3, content, item, flow_type, stage, assertion from flows
where parent_flow_id is null and amount_low is null
order by year, flow_id
