-- low <= best <= high in every row.
select flow_id as place, 'amount bounds out of order' as what from flows where amount_low > amount_best or amount_best > amount_high or amount_low > amount_high
union all select flow_id, 'quantity bounds out of order' from flows where quantity_low > quantity_best or quantity_best > quantity_high or quantity_low > quantity_high
union all select figure_id, 'bounds out of order' from figures where value_low > value_best or value_best > value_high or value_low > value_high
