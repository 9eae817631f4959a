-- A dated exception moves limits of open tickets: each row says which exceptions it was decided with, and the worker wakes the tickets that are behind, a batch at a time.

alter table plazo.ticket add column exceptions integer not null default 0;
-- The owner sees every desk only while its wall is not forced.
alter table plazo.ticket no force row level security;
alter table plazo.calendar_exception no force row level security;
update plazo.ticket t set exceptions = e.newest
  from (select desk_id, max(number) as newest from plazo.calendar_exception group by desk_id) e
 where e.desk_id = t.desk_id;
alter table plazo.calendar_exception force row level security;
alter table plazo.ticket force row level security;
create index ticket_exceptions on plazo.ticket (desk_id, exceptions, number) where closed_at is null;

-- Desks with tickets that may be behind the newest exception.
create table plazo.recount (
  desk_id    text        not null,
  exceptions integer     not null check (exceptions > 0),
  published  timestamptz not null,
  primary key (desk_id)
);
call plazo.guard_desk_table('plazo.recount');

-- What a dated exception, or the move to another version of the policy, would change is looked through in the order of numbers.
create index ticket_open   on plazo.ticket (desk_id, number) where closed_at is null;
create index ticket_policy on plazo.ticket (desk_id, policy, number) where closed_at is null;
