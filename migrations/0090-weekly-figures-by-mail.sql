-- Who gets the week's figures by mail, and up to which week they have been told.

create table plazo.board_reader (
  desk_id    text        not null,
  staff      text        not null,
  language   text        not null check (language in ('es', 'en')),
  since      timestamptz not null,
  -- The Monday of the newest week that has been told, written with the mail that tells it; null: none.
  told       date,
  -- When to look whether one is due; null: never, until the manual or its calendar changes.
  wakes_at   timestamptz,
  ended      timestamptz,
  troubled   integer     not null default 0,
  retry_at   timestamptz,
  last_error text,
  primary key (desk_id, staff),
  check (ended is null or wakes_at is null)
);
create index board_reader_wakes on plazo.board_reader (wakes_at, desk_id, staff) where wakes_at is not null;
call plazo.guard_desk_table('plazo.board_reader');
