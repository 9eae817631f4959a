-- What the figures count of each ticket, kept beside it by the worker: narrow rows with indexes of their own, so that a board is answered from them and filing writes nothing more.

-- Up to when every change of the desk's tickets has been measured.
create table plazo.measuring (
  desk_id text        not null,
  upto    timestamptz not null,
  primary key (desk_id)
);
call plazo.guard_desk_table('plazo.measuring');

-- Dates and hours are the desk's own, by the zone of its main hours; minutes are of service.
create table plazo.measured_ticket (
  desk_id         text        not null,
  number          bigint      not null,
  -- The version of the ticket that was measured.
  seq             integer     not null,
  -- Spam, and what was merged into another, are not.
  counted         boolean     not null,
  severity        text        not null,
  level           text        not null,
  arrived_on      date        not null,
  arrived_hour    smallint    not null check (arrived_hour between 0 and 23),
  -- Null: held, nothing is promised.
  received_at     timestamptz,
  -- Null: closed.
  turn            text        check (turn in ('desk', 'waiting', 'solved')),
  contacted_on    date,
  contact_minutes integer,
  solved_on       date,
  reopened        boolean     not null,
  closed_on       date,
  primary key (desk_id, number),
  check ((contacted_on is null) = (contact_minutes is null))
);
create index measured_arrived   on plazo.measured_ticket (desk_id, arrived_on, arrived_hour, severity, level) where counted;
create index measured_open      on plazo.measured_ticket (desk_id, received_at, turn, severity, level) where counted and turn is not null and received_at is not null;
create index measured_contacted on plazo.measured_ticket (desk_id, contacted_on, severity, level, contact_minutes) where counted and contacted_on is not null;
create index measured_solved    on plazo.measured_ticket (desk_id, solved_on, severity, level, reopened) where counted and solved_on is not null;
call plazo.guard_desk_table('plazo.measured_ticket');

create table plazo.measured_promise (
  desk_id    text        not null,
  ticket     bigint      not null,
  clock      text        not null,
  round      integer     not null,
  severity   text        not null,
  level      text        not null,
  outcome    text        not null check (outcome in ('kept', 'missed', 'running')),
  deadline   timestamptz not null,
  due_on     date        not null,
  due_week   date        not null,
  stopped_on date,
  primary key (desk_id, ticket, clock, round)
);
create index measured_due     on plazo.measured_promise (desk_id, due_week, clock, severity, level, outcome, ticket);
create index measured_running on plazo.measured_promise (desk_id, deadline, severity, level, ticket) where outcome = 'running';
create index measured_kept    on plazo.measured_promise (desk_id, stopped_on, severity, level) where outcome = 'kept';
call plazo.guard_desk_table('plazo.measured_promise');

-- Of closed tickets alone.
create table plazo.measured_stay (
  desk_id   text    not null,
  ticket    bigint  not null,
  level     text    not null,
  severity  text    not null,
  closed_on date    not null,
  minutes   integer not null,
  primary key (desk_id, ticket, level)
);
create index measured_stay_closed on plazo.measured_stay (desk_id, closed_on, level, severity, minutes);
call plazo.guard_desk_table('plazo.measured_stay');
