-- Open tickets as lists narrow them, in narrow rows that the worker keeps beside the words: where a list is rare and no index leads to it, these are read and not the tickets. Nothing of it is written when a ticket is filed, and what a crash empties is filled again.

create unlogged table plazo.search_open (
  desk_id        text        not null,
  number         bigint      not null,
  -- The version of the ticket that it was made from.
  seq            integer     not null,
  severity       text        not null,
  level          text        not null,
  state          text        not null,
  progress       text        not null,
  assignee_id    text,
  breached       boolean     not null,
  category       text,
  urgency        text,
  sorts_at       timestamptz not null,
  updated_at     timestamptz not null,
  subject_folded text        collate "C" not null,
  primary key (desk_id, number)
) with (fillfactor = 80);
call plazo.guard_desk_table('plazo.search_open');

insert into plazo.search_open (desk_id, number, seq, severity, level, state, progress, assignee_id, breached, category, urgency, sorts_at, updated_at, subject_folded)
select desk_id, number, seq, severity, level, state, progress, assignee_id, breached, category, urgency, sorts_at, updated_at, subject_folded
  from plazo.ticket where closed_at is null;
