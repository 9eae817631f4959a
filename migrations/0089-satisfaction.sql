-- What clients say of how they were served: one answer for each solution, beside the ticket and not of it, so that it decides nothing there and can be erased.

create table plazo.satisfaction_setting (
  desk_id    text        not null,
  -- Asked of whatever is closed from then on; null: not asked.
  since      timestamptz,
  changed    timestamptz not null,
  changed_by text        not null,
  primary key (desk_id)
);
call plazo.guard_desk_table('plazo.satisfaction_setting');

create table plazo.satisfaction (
  desk_id     text        not null,
  ticket      bigint      not null,
  -- The instant of the solution that it is asked about.
  solution    timestamptz not null,
  severity    text        not null,
  level       text        not null,
  asked       timestamptz not null,
  -- The desk's own date of it.
  asked_on    date        not null,
  score       text        check (score in ('good', 'bad')),
  words       text        check (char_length(words) <= 2000),
  answered    timestamptz,
  -- The last change of the answer; null: it was not changed.
  changed     timestamptz,
  seen        timestamptz,
  seen_by     text,
  primary key (desk_id, ticket, solution),
  check ((score is null) = (answered is null)),
  check (words is null or score is not null),
  check (seen is null or score is not null)
);
create index satisfaction_asked on plazo.satisfaction (desk_id, asked_on, severity, level, score);
create index satisfaction_bad   on plazo.satisfaction (desk_id, answered desc, ticket desc) where score = 'bad';
call plazo.guard_desk_table('plazo.satisfaction');
