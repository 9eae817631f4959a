-- A tracker lists tickets by portal and category, newest first; whoever follows it is told what changed since the last time (HB-12).

-- The category under the version that binds the ticket; null on rows older than this column, which the worker fills in.
alter table plazo.ticket add column category text collate "C";
create index ticket_filed       on plazo.ticket (desk_id, filed_at desc, number desc);
create index ticket_by_portal   on plazo.ticket (desk_id, portal, filed_at desc, number desc) where portal is not null;
create index ticket_by_category on plazo.ticket (desk_id, category, filed_at desc, number desc);
create index ticket_uncategorised on plazo.ticket (desk_id, number) where category is null;
-- What changed after a moment, for the digest.
create index ticket_updated     on plazo.ticket (desk_id, updated_at, number);

create table plazo.tracker_follower (
  desk_id   text        not null,
  id        uuid        not null,
  -- "staff:<id>", or an address from outside in lower case.
  recipient text        collate "C" not null,
  name      text        not null,
  language  text        not null check (language in ('es', 'en')),
  -- The portal whose tickets are followed; null: all.
  portal    text        collate "C",
  since     timestamptz not null,
  -- Everything recorded up to here has been told; written with the digest that tells it.
  told      timestamptz not null,
  -- When to look whether a digest is due; null: never, until the manual or its calendar changes.
  wakes_at  timestamptz,
  ended     timestamptz,
  -- Whether they stopped it themselves: then nobody else starts it again.
  ended_by  text        check (ended_by in ('follower', 'desk')),
  troubled   integer    not null default 0,
  retry_at   timestamptz,
  last_error text,
  primary key (desk_id, id),
  check ((ended is null) = (ended_by is null)),
  check (ended is null or wakes_at is null)
);
create unique index tracker_follower_once on plazo.tracker_follower (desk_id, recipient, portal) nulls not distinct;
create index tracker_follower_list  on plazo.tracker_follower (desk_id, name, id) where ended is null;
create index tracker_follower_wakes on plazo.tracker_follower (wakes_at, desk_id, id) where wakes_at is not null;
call plazo.guard_desk_table('plazo.tracker_follower');

do $$
begin
  if plazo.walls_by_role() then
    revoke delete on plazo.tracker_follower from plazo_app;
  end if;
end
$$;
