-- Special processes that clients and agents announce ahead: while one goes on, its ground of urgency is open (RD-15c). And who was trained (RD-10).

create table plazo.announcement (
  desk_id      text not null,
  id           uuid not null,
  process      text not null,
  type         text,
  starts       timestamptz not null,
  ends         timestamptz not null check (ends > starts),
  -- Lower case: for the tickets of this address alone; null: for everybody's.
  address      text collate "C",
  announced    timestamptz not null,
  by_kind      text not null check (by_kind in ('client', 'agent')),
  by_name      text not null,
  -- SHA-256 of the token with which a client cancels their own.
  token        bytea unique,
  cancelled    timestamptz,
  cancelled_by text,
  primary key (desk_id, id)
);
create index announcement_by_end on plazo.announcement (desk_id, ends, id) where cancelled is null;
call plazo.guard_desk_table('plazo.announcement');

alter table plazo.contact add column trained boolean;

do $$
begin
  if plazo.walls_by_role() then
    revoke delete on plazo.announcement from plazo_app;
  end if;
end
$$;
