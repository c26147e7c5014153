-- One row per figure that is no flow, with the reason.
select figure_id, source_id, kind, surface, value_low, value_best, value_high, unit, in_scope, outcome_reason from figures
where outcome = 'set_aside'
order by outcome_reason, figure_id
