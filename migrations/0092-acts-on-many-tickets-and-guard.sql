-- One act is done to many tickets, each by its own command and in its own transaction: what is left to do is rows, so that a worker that is killed loses nothing. And the next due ticket is reserved for whoever is on guard.

create table plazo.bulk (
  desk_id      text        not null,
  id           uuid        not null,
  by_id        text        not null,
  by_name      text        not null,
  -- Level of whoever does it, as their acts carry it.
  by_level     text,
  act          jsonb       not null,
  state        text        not null check (state in ('running', 'done', 'stopped')),
  -- What reaches clients begins when it can no longer be taken back.
  starts_at    timestamptz not null,
  leased_until timestamptz,
  made         timestamptz not null,
  finished     timestamptz,
  -- The act on many that this one undoes, and the one that undid this.
  undoes       uuid,
  undone_by    uuid,
  primary key (desk_id, id)
);
create index bulk_running on plazo.bulk (starts_at, desk_id, id) where state = 'running';
create index bulk_of on plazo.bulk (desk_id, by_id, made desc, id desc);
call plazo.guard_desk_table('plazo.bulk');

-- Its row is the key under which an act is done once: it is marked in the very transaction that acts.
create table plazo.bulk_item (
  desk_id text    not null,
  bulk    uuid    not null,
  place   integer not null,
  folio   text    not null,
  state   text    not null check (state in ('waiting', 'done', 'refused')),
  -- An act of its own, where it is not that of all.
  act     jsonb,
  -- How the ticket was, where the way back needs it.
  before  jsonb,
  -- The ticket's version after the act.
  seq     integer,
  refusal jsonb,
  tries   integer not null default 0,
  primary key (desk_id, bulk, place)
);
create index bulk_item_waiting on plazo.bulk_item (desk_id, bulk, place) where state = 'waiting';
call plazo.guard_desk_table('plazo.bulk_item');

create table plazo.guard_turn (
  desk_id text        not null,
  ticket  bigint      not null,
  member  text        not null,
  taken   timestamptz not null,
  until   timestamptz not null,
  primary key (desk_id, ticket)
);
create index guard_turn_member on plazo.guard_turn (desk_id, member);
call plazo.guard_desk_table('plazo.guard_turn');

-- Passed over by somebody, with the reason, until the ticket changes or the time is up.
create table plazo.guard_skip (
  desk_id text        not null,
  member  text        not null,
  ticket  bigint      not null,
  seq     integer     not null,
  reason  text        not null,
  at      timestamptz not null,
  until   timestamptz not null,
  primary key (desk_id, member, ticket)
);
call plazo.guard_desk_table('plazo.guard_skip');
