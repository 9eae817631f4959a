-- Promises kept and missed, summed by the week of their deadline as they are measured: a board of a year reads some hundred rows, however many tickets there are.

create table plazo.measured_week (
  desk_id  text    not null,
  -- A Monday.
  week     date    not null,
  clock    text    not null,
  severity text    not null,
  level    text    not null,
  kept     integer not null,
  missed   integer not null,
  primary key (desk_id, week, clock, severity, level)
);
-- The owner sees every desk only while its wall is not forced.
alter table plazo.measured_promise no force row level security;
insert into plazo.measured_week
  select desk_id, due_week, clock, severity, level, count(*) filter (where outcome = 'kept'), count(*) filter (where outcome = 'missed')
    from plazo.measured_promise where outcome <> 'running' group by desk_id, due_week, clock, severity, level;
alter table plazo.measured_promise force row level security;
call plazo.guard_desk_table('plazo.measured_week');
