-- Programs act at a desk with tokens of their own: kept as hashes, for a time, for named scopes; what is done to a token is added to a record of its own.

create table plazo.api_token (
  desk_id   text        not null,
  id        uuid        not null,
  name      text        not null check (name <> ''),
  -- SHA-256 of the token: the token itself is nowhere.
  hash      bytea       not null check (octet_length(hash) = 32),
  scopes    text[]      not null check (cardinality(scopes) > 0),
  made      timestamptz not null,
  made_by   text        not null,
  expires   timestamptz not null check (expires > made),
  -- To the hour: enough to see what is used, and no row is written for each request.
  last_used timestamptz,
  revoked   timestamptz,
  primary key (desk_id, id)
);
create unique index api_token_hash on plazo.api_token (hash);
create index api_token_list on plazo.api_token (desk_id, made desc, id desc);
call plazo.guard_desk_table('plazo.api_token');

create table plazo.api_token_record (
  desk_id text        not null,
  token   uuid        not null,
  at      timestamptz not null,
  did     text        not null check (did in ('made', 'revoked')),
  -- Who did it: a member's id, or the command line.
  by_id   text        not null,
  by_name text        not null,
  facts   jsonb       not null,
  primary key (desk_id, token, did)
);
call plazo.guard_desk_table('plazo.api_token_record');
call plazo.keep_append_only('plazo.api_token_record');

do $$
begin
  if plazo.walls_by_role() then
    revoke delete on plazo.api_token from plazo_app;
  end if;
end
$$;
