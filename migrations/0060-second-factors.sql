-- What staff prove themselves with besides a password, how far each session has proved, and the one-time challenges of those proofs.

-- How far a session has proved who opened it, when it last did, and in which way.
alter table plazo_auth.session
  add column assurance text not null default 'one' check (assurance in ('one', 'two')),
  add column "confirmedAt" timestamptz(3),
  add column method text not null default 'password' check (method in ('password', 'link', 'passkey', 'sign-on'));

-- The secret of an authenticator app (RFC 6238), encrypted with a key that is not in the database.
create table plazo_auth.authenticator (
  user_id text primary key references plazo_auth."user" (id) on delete cascade,
  secret bytea not null,
  created timestamptz(3) not null,
  -- Until a code of it was given it is asked of nobody.
  confirmed timestamptz(3),
  -- The step of the last code taken: no code is taken twice (RFC 6238 §5.2).
  last_step bigint not null default 0
);

create table plazo_auth.recovery_code (
  user_id text not null references plazo_auth."user" (id) on delete cascade,
  hash bytea not null,
  spent timestamptz(3),
  primary key (user_id, hash)
);

create table plazo_auth.passkey (
  id text primary key,
  user_id text not null references plazo_auth."user" (id) on delete cascade,
  name text not null check (name <> ''),
  public_key bytea not null,
  counter bigint not null,
  transports jsonb not null,
  created timestamptz(3) not null,
  used timestamptz(3)
);
create index passkey_by_user on plazo_auth.passkey (user_id, created);

-- A challenge that was given out and is answered once: of a passkey, or of single sign-on.
create table plazo_auth.challenge (
  hash bytea primary key,
  purpose text not null check (purpose in ('add-passkey', 'use-passkey', 'sign-on')),
  user_id text,
  facts jsonb not null,
  expires timestamptz(3) not null
);
create index challenge_by_expiry on plazo_auth.challenge (expires);

-- Tries that failed, by what they were tried on: counted before they are judged, whatever comes at once.
create table plazo_auth.tries (
  key text primary key,
  count integer not null,
  since timestamptz(3) not null
);
create index tries_by_age on plazo_auth.tries (since);

call plazo.grant_to('plazo_worker', 'select, insert, update, delete on plazo_auth.authenticator,
  plazo_auth.recovery_code, plazo_auth.passkey, plazo_auth.challenge, plazo_auth.tries');
call plazo.grant_to('plazo_worker', 'select, delete on plazo_auth.session');
call plazo.grant_to('plazo_worker', 'select on plazo_auth."user"');
