-- Tickets filed and solved, summed by the week of it as they are measured: with a year of them a board reads some thousand rows instead of every ticket.

create table plazo.measured_arrival (
  desk_id  text     not null,
  -- A Monday.
  week     date     not null,
  -- Monday is 1 (ISO 8601).
  weekday  smallint not null,
  hour     smallint not null,
  severity text     not null,
  level    text     not null,
  n        integer  not null,
  primary key (desk_id, week, weekday, hour, severity, level)
);
create table plazo.measured_solution (
  desk_id  text    not null,
  week     date    not null,
  severity text    not null,
  level    text    not null,
  solved   integer not null,
  reopened integer not null,
  primary key (desk_id, week, severity, level)
);
-- The owner sees every desk only while its wall is not forced.
alter table plazo.measured_ticket no force row level security;
insert into plazo.measured_arrival
  select desk_id, date_trunc('week', arrived_on)::date, extract(isodow from arrived_on), arrived_hour, severity, level, count(*)
    from plazo.measured_ticket where counted group by 1, 2, 3, 4, 5, 6;
insert into plazo.measured_solution
  select desk_id, date_trunc('week', solved_on)::date, severity, level, count(*), count(*) filter (where reopened)
    from plazo.measured_ticket where counted and solved_on is not null group by 1, 2, 3, 4;
alter table plazo.measured_ticket force row level security;
call plazo.guard_desk_table('plazo.measured_arrival');
call plazo.guard_desk_table('plazo.measured_solution');

do $$
begin
  if plazo.walls_by_role() then
    revoke delete on plazo.measured_arrival, plazo.measured_solution from plazo_app;
  end if;
end
$$;
