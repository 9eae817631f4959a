-- A list that somebody put together is kept under a name: their own, or the desk's. It holds the words of the list's address, and no ticket.

create table plazo.saved_view (
  desk_id    text        not null,
  id         uuid        not null,
  owner      text        not null,
  owner_name text        not null,
  shared     boolean     not null,
  name       text        not null check (name <> ''),
  filter     jsonb       not null,
  -- Among the shared ones of the desk, or among the owner's own.
  place      integer     not null,
  made       timestamptz not null,
  primary key (desk_id, id)
);
create index saved_view_shared on plazo.saved_view (desk_id, place, made, id) where shared;
create index saved_view_own on plazo.saved_view (desk_id, owner, place, made, id) where not shared;
call plazo.guard_desk_table('plazo.saved_view');
