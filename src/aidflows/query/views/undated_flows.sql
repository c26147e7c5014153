-- One row per root without a year.
select flow_id, supplier_iso3, recipient_iso3, content, item, flow_type, amount_best from flows
where parent_flow_id is null and year is null
order by flow_id
