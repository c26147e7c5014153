-- The year of a flow lies within its dates.
select flow_id as place, 'year outside its interval: ' || year as what from flows
where year is not null and date_start is not null and date_start <> '' and (year < cast(date_start[1:4] as integer) or year > cast(date_end[1:4] as integer))
