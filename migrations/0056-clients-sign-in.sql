-- Clients sign in with a code that is mailed to their registered address (FI-2, FI-6): who asked for one, the sessions that came of it, and what somebody was writing when they went to sign in.

create table plazo.client_code (
  desk_id text        not null,
  -- SHA-256 of the token that stays in the browser which asked: no other browser can give the code.
  browser bytea       not null check (octet_length(browser) = 32),
  -- What the code is made from, with a secret that is not in the database.
  id      uuid        not null,
  address text collate "C" not null,
  -- Null: nobody's address. No code was mailed, and none is right.
  person  uuid,
  made    timestamptz not null,
  expires timestamptz not null check (expires > made),
  tries   smallint    not null default 0 check (tries >= 0),
  primary key (desk_id, browser)
);
create index client_code_age on plazo.client_code (desk_id, expires);
call plazo.guard_desk_table('plazo.client_code');

create table plazo.client_session (
  desk_id text        not null,
  -- SHA-256 of the token in the browser's cookie.
  hash    bytea       not null check (octet_length(hash) = 32),
  person  uuid        not null,
  -- The registered address whose mail was read.
  address text collate "C" not null,
  made    timestamptz not null,
  -- When a code was last given.
  proved  timestamptz not null,
  -- To some minutes: no row is written for each page.
  seen    timestamptz not null,
  expires timestamptz not null check (expires > made),
  source  text,
  primary key (desk_id, hash)
);
create index client_session_person on plazo.client_session (desk_id, person);
create index client_session_age    on plazo.client_session (desk_id, expires);
call plazo.guard_desk_table('plazo.client_session');

create table plazo.client_draft (
  desk_id text        not null,
  browser bytea       not null check (octet_length(browser) = 32),
  -- What was written, sealed with a key that is not in the database.
  sealed  bytea       not null,
  made    timestamptz not null,
  primary key (desk_id, browser)
);
create index client_draft_age on plazo.client_draft (desk_id, made);
call plazo.guard_desk_table('plazo.client_draft');
