-- Tickets: the events are the record, the row is their fold and serves the lists. Both are written in one transaction.

-- No foreign keys among these tables: all rows of a ticket are written by one statement, none is
-- ever deleted alone, and each key would cost the filing of a ticket a look-up.
create table plazo.ticket (
  desk_id           text        not null,
  number            bigint      not null check (number > 0),
  folio             text        not null,
  -- The number of the newest event: the version that a writer must have seen.
  seq               integer     not null check (seq > 0),
  policy            integer     not null,
  subject           text        not null,
  severity          text        not null,
  severity_rank     smallint    not null,
  provisional       boolean     not null,
  level             text        not null,
  state             text        not null,
  progress          text        not null,
  assignee_id       text,
  assignee_name     text,
  requester_name    text,
  requester_address text,
  channel           text        not null,
  -- The portal whose owner's support decides, and why the ticket is kept without any promise (HB-1).
  portal            text collate "C",
  held              text,
  filed_at          timestamptz not null,
  updated_at        timestamptz not null,
  closed_at         timestamptz,
  -- What falls due next, for the queue; 'paused' where all that would run waits.
  due_clock         text,
  due_at            timestamptz,
  due_kind          text check (due_kind in ('limit', 'paused')),
  breached          boolean     not null,
  -- due_at, or the year 9999 where nothing falls due: a list is read in the order of its index.
  sorts_at          timestamptz not null,
  -- Folded (lower case, no accents) for search by beginnings; comparing them is leakproof, so that
  -- row-level security leaves the indexes usable.
  subject_folded    text collate "C" not null,
  address_folded    text collate "C",
  folio_folded      text collate "C" not null,
  -- The next instant at which the core has something to record.
  wakes_at          timestamptz,
  troubled          integer     not null default 0,
  retry_at          timestamptz,
  last_error        text,
  fold              jsonb       not null,
  -- The hash of the newest event.
  head              bytea       not null,
  primary key (desk_id, number),
  check ((due_at is null) = (due_kind is distinct from 'limit'))
);
create unique index ticket_folio on plazo.ticket (desk_id, folio_folded);
create index ticket_queue    on plazo.ticket (desk_id, sorts_at, number) where closed_at is null;
create index ticket_assignee on plazo.ticket (desk_id, assignee_id, sorts_at, number) where closed_at is null;
create index ticket_level    on plazo.ticket (desk_id, level, sorts_at, number) where closed_at is null;
create index ticket_severity on plazo.ticket (desk_id, severity, sorts_at, number) where closed_at is null;
create index ticket_progress on plazo.ticket (desk_id, progress, sorts_at, number) where closed_at is null;
create index ticket_breached on plazo.ticket (desk_id, sorts_at, number) where closed_at is null and breached;
create index ticket_closed   on plazo.ticket (desk_id, closed_at desc, number desc) where closed_at is not null;
create index ticket_subject  on plazo.ticket (desk_id, subject_folded, number);
create index ticket_address  on plazo.ticket (desk_id, address_folded, number);
create index ticket_held     on plazo.ticket (desk_id, portal, number) where held is not null and closed_at is null;
create index ticket_wakes    on plazo.ticket (wakes_at, desk_id, number) where wakes_at is not null;
create index ticket_troubled on plazo.ticket (desk_id, number) where troubled > 0;
call plazo.guard_desk_table('plazo.ticket');

-- Folios come from a sequence for each desk: gaps are allowed, so nothing is serialised by desk.
-- A long id is cut and told apart by its hash, for a name has 63 bytes at most.
create function plazo.folio_sequence(desk text) returns text
  language sql immutable as $$
  select 'folio_' || case when length(desk) <= 50 then desk else left(desk, 30) || '_' || left(md5(desk), 16) end
$$;
create function plazo.open_folios(desk text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if desk !~ '^[a-z0-9][a-z0-9-]{0,62}$' then
    raise exception 'a desk cannot be called %', desk;
  end if;
  execute format('create sequence if not exists plazo.%I', plazo.folio_sequence(desk));
end $$;
create function plazo.next_folio(desk text) returns bigint
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  select nextval(format('plazo.%I', plazo.folio_sequence(desk))::regclass)
$$;

create table plazo.ticket_event (
  desk_id  text        not null,
  ticket   bigint      not null,
  seq      integer     not null check (seq > 0),
  -- When it happened in the world, and when it was written.
  at       timestamptz not null,
  recorded timestamptz not null,
  type     text        not null,
  by       jsonb       not null,
  fact     jsonb       not null,
  -- SHA-256 of the hash before it and the event in canonical JSON: a chain for each ticket.
  hash     bytea       not null check (octet_length(hash) = 32),
  primary key (desk_id, ticket, seq)
);
call plazo.guard_desk_table('plazo.ticket_event');
call plazo.keep_append_only('plazo.ticket_event');

-- The words of people are kept beside the events, so that they can be erased where law demands it.
create table plazo.message (
  desk_id  text        not null,
  ticket   bigint      not null,
  id       uuid        not null,
  -- The event that it came with.
  seq      integer     not null,
  at       timestamptz not null,
  author   jsonb       not null,
  public   boolean     not null,
  channel  text        not null,
  language text        not null check (language in ('es', 'en')),
  text     text        not null,
  html     text,
  primary key (desk_id, ticket, id)
);
call plazo.guard_desk_table('plazo.message');

create table plazo.file (
  desk_id    text        not null,
  ticket     bigint      not null,
  id         uuid        not null,
  message    uuid        not null,
  field      text        not null,
  name       text        not null,
  media_type text        not null,
  kind       text        not null,
  size       bigint      not null check (size > 0),
  sha256     bytea       not null,
  primary key (desk_id, ticket, id)
);
call plazo.guard_desk_table('plazo.file');

-- Files kept through the validation errors of a form. What nobody files expires.
create table plazo.upload (
  desk_id    text        not null,
  -- SHA-256 of the form session's token.
  session    bytea       not null,
  id         uuid        not null,
  field      text        not null,
  name       text        not null,
  media_type text        not null,
  kind       text        not null,
  size       bigint      not null check (size > 0),
  sha256     bytea       not null,
  at         timestamptz not null,
  expires    timestamptz not null,
  primary key (desk_id, session, id)
);
create index upload_expires on plazo.upload (expires);
call plazo.guard_desk_table('plazo.upload');

-- A double click, a reload and a retry make one ticket.
create table plazo.submission (
  desk_id     text        not null,
  -- SHA-256 of the form session's token or of the Idempotency-Key.
  key         bytea       not null,
  -- SHA-256 of what was sent: the same key with other contents is refused.
  fingerprint bytea       not null,
  ticket      bigint      not null,
  at          timestamptz not null,
  primary key (desk_id, key)
);
call plazo.guard_desk_table('plazo.submission');

create table plazo.capability (
  desk_id   text        not null,
  -- SHA-256 of a token of 128 random bits: the token itself is nowhere.
  hash      bytea       not null check (octet_length(hash) = 32),
  ticket    bigint      not null,
  recipient text,
  purpose   text        not null check (purpose in ('follow')),
  made      timestamptz not null,
  expires   timestamptz not null,
  revoked   timestamptz,
  primary key (desk_id, hash)
);
create index capability_ticket on plazo.capability (desk_id, ticket);
call plazo.guard_desk_table('plazo.capability');
