-- A version of the manual is published for an instant, from a file or by somebody; until then it can be withdrawn, which is recorded and deletes nothing.

alter table plazo.policy_version
  -- Null: when it took effect.
  add column published timestamptz,
  add column origin text not null default 'file' check (origin in ('file', 'command', 'workspace'));

create table plazo.policy_withdrawal (
  desk_id   text        not null,
  number    integer     not null,
  withdrawn timestamptz not null,
  author    text        not null,
  reason    text        not null,
  primary key (desk_id, number)
);
call plazo.guard_desk_table('plazo.policy_withdrawal');
call plazo.keep_append_only('plazo.policy_withdrawal');

-- A pack's file that was not published at a start, because somebody had published after the last file.
create table plazo.policy_set_aside (
  desk_id text        not null primary key,
  file    text        not null,
  source  text        not null,
  hash    text        not null check (hash ~ '^[0-9a-f]{64}$'),
  seen    timestamptz not null
);
call plazo.guard_desk_table('plazo.policy_set_aside');

-- The one draft of a desk's next manual, shared by those who edit it: each save names the revision that it goes on from.
create table plazo.policy_draft (
  desk_id  text        not null primary key,
  revision integer     not null check (revision > 0),
  -- The version that it was begun from.
  base     integer     not null,
  source   text        not null,
  author   text        not null,
  changed  timestamptz not null
);
call plazo.guard_desk_table('plazo.policy_draft');

-- Nothing deletes an account: it is decided on, and stays.
do $$
begin
  if plazo.walls_by_role() then
    revoke delete on plazo.account from plazo_app;
  end if;
end
$$;
