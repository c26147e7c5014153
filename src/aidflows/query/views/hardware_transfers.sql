-- One row per flow of hardware, parts included, with its system.
select f.flow_id, f.year, f.supplier_iso3, f.recipient_iso3, f.item, f.item_type, f.system_id, s.name as system, s.sipri_category, s.unroca_category, f.category,
    f.quantity_low, f.quantity_best, f.quantity_high, f.amount_best, f.currency, f.flow_type, f.stage, f.assertion
from flows as f left join systems as s on s.system_id = f.system_id
where f.content = 'hardware'
order by f.year, f.flow_id
