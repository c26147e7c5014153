-- Running totals and exporters' totals are never roots.
select flow_id as place, 'not additive: ' || level as what from flows where level in ('running_total', 'exporter_total') or flow_type = 'guarantee'
