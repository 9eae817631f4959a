-- A request that carries an Idempotency-Key is done once: its key is claimed, marked in the very transaction that writes, and kept with its answer for a day.

create table plazo.request_once (
  desk_id     text        not null,
  -- SHA-256 of who asks and of the key.
  key         bytea       not null check (octet_length(key) = 32),
  -- SHA-256 of the method, the address and the body.
  fingerprint bytea       not null check (octet_length(fingerprint) = 32),
  -- Which try holds the claim: a later one that took it over has another.
  claim       uuid        not null,
  claimed     timestamptz not null,
  -- Whether a transaction of the request was committed that wrote something.
  wrote       boolean     not null default false,
  -- What an act on a ticket came to, written with it.
  came_to     jsonb,
  -- The answer, sealed with a key that is not in the database; null: not given yet.
  status      integer,
  answer      bytea,
  primary key (desk_id, key)
);
create index request_once_age on plazo.request_once (desk_id, claimed);
call plazo.guard_desk_table('plazo.request_once');
