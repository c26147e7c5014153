-- Deployments, exercises, interest and requests carry no amount into totals.
select flow_id as place, 'deployment or exercise with an amount' as what from flows where content in ('deployment', 'exercise') and amount_best is not null
