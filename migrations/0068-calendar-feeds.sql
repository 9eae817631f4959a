-- A member of staff has what falls due in a calendar of their own program: by a link that only reads, kept as a hash, until they end it.

create table plazo.calendar_feed (
  desk_id    text        not null,
  id         uuid        not null,
  -- SHA-256 of the link's token: the token itself is nowhere.
  hash       bytea       not null check (octet_length(hash) = 32),
  owner      text        not null,
  reach      text        not null check (reach in ('own', 'desk')),
  -- Whether it says what each ticket is about.
  subjects   boolean     not null,
  language   text        not null check (language in ('es', 'en')),
  made       timestamptz not null,
  -- To the hour.
  last_read  timestamptz,
  ended      timestamptz,
  primary key (desk_id, id)
);
create unique index calendar_feed_hash on plazo.calendar_feed (hash);
create index calendar_feed_owner on plazo.calendar_feed (desk_id, owner, made desc, id desc) where ended is null;
call plazo.guard_desk_table('plazo.calendar_feed');
