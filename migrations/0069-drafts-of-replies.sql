-- A program may propose a reply: it is kept beside its ticket as a draft, and a person sends it, as it is or not, or discards it.

create table plazo.reply_draft (
  desk_id  text        not null,
  id       uuid        not null,
  ticket   bigint      not null,
  text     text        not null check (text <> ''),
  made     timestamptz not null,
  by_id    text        not null,
  by_name  text        not null,
  ended    timestamptz,
  ended_by text,
  primary key (desk_id, id)
);
create index reply_draft_ticket on plazo.reply_draft (desk_id, ticket, made, id) where ended is null;
call plazo.guard_desk_table('plazo.reply_draft');
