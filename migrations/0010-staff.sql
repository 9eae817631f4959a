-- Who works at the desks: identities are global, kept in the shape that better-auth reads; what each may do at a desk is a membership; one-time links let people in.

create schema plazo_auth;
call plazo.grant_to('plazo_app', 'usage on schema plazo_auth');
call plazo.grant_to('plazo_worker', 'usage on schema plazo_auth');

create table plazo_auth."user" (
  id text primary key,
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null,
  image text,
  "createdAt" timestamptz(3) not null,
  "updatedAt" timestamptz(3) not null
);

create table plazo_auth.session (
  id text primary key,
  "expiresAt" timestamptz(3) not null,
  token text not null unique,
  "createdAt" timestamptz(3) not null,
  "updatedAt" timestamptz(3) not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references plazo_auth."user" (id) on delete cascade
);
create index session_by_user on plazo_auth.session ("userId");

create table plazo_auth.account (
  id text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references plazo_auth."user" (id) on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz(3),
  "refreshTokenExpiresAt" timestamptz(3),
  scope text,
  password text,
  "createdAt" timestamptz(3) not null,
  "updatedAt" timestamptz(3) not null
);
create index account_by_user on plazo_auth.account ("userId");

create table plazo_auth.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz(3) not null,
  "createdAt" timestamptz(3) not null,
  "updatedAt" timestamptz(3) not null
);
create index verification_by_identifier on plazo_auth.verification (identifier);

-- A link is spent by a POST, never by opening it: mail scanners open links.
create table plazo_auth.entry_link (
  hash bytea primary key,
  purpose text not null check (purpose in ('set-up', 'invitation', 'sign-in')),
  user_id text,
  name text,
  email text,
  grants jsonb not null,
  created timestamptz(3) not null,
  expires timestamptz(3) not null,
  spent timestamptz(3)
);

create table plazo.membership (
  desk_id text not null references plazo.desk (id),
  user_id text not null,
  name text not null,
  email text not null,
  role text not null check (role in ('agent', 'supervisor', 'auditor', 'administrator')),
  level text,
  since timestamptz(3) not null,
  primary key (desk_id, user_id)
);
create index membership_by_user on plazo.membership (user_id);
call plazo.guard_desk_table('plazo.membership');

call plazo.grant_to('plazo_app', 'select, insert, update, delete
  on plazo_auth."user", plazo_auth.session, plazo_auth.account, plazo_auth.verification');
call plazo.grant_to('plazo_worker', 'select, insert, update on plazo_auth.entry_link');
