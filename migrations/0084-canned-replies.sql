-- Prepared answers of a desk and of its people, with every version, and what was used in which message.

create table plazo.canned_reply (
  desk_id   text        not null,
  id        uuid        not null,
  -- Whose own it is; null: the desk's.
  owner     text,
  name      text        not null check (name <> ''),
  content   jsonb       not null,
  version   integer     not null check (version > 0),
  changed   timestamptz not null,
  changed_by text       not null,
  uses      integer     not null default 0,
  used      timestamptz,
  removed   timestamptz,
  primary key (desk_id, id)
);
create index canned_reply_list on plazo.canned_reply (desk_id, name, id) where removed is null;
call plazo.guard_desk_table('plazo.canned_reply');

create table plazo.canned_reply_version (
  desk_id    text        not null,
  reply      uuid        not null,
  version    integer     not null,
  content    jsonb       not null,
  changed    timestamptz not null,
  changed_by text        not null,
  primary key (desk_id, reply, version)
);
call plazo.guard_desk_table('plazo.canned_reply_version');
