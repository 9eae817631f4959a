-- How each of the desks' people likes the workspace: its theme, its density, and how it answers to them. One row for a person, whatever desks they work at.

create table plazo_auth.preference (
  user_id      text primary key references plazo_auth."user" (id) on delete cascade,
  theme        text     not null check (theme in ('system', 'light', 'dark')),
  density      text     not null check (density in ('comfortable', 'compact')),
  -- Where one goes after an act: the next ticket, the list, or nowhere.
  after        text     not null check (after in ('next', 'back', 'stay')),
  shortcuts    boolean  not null,
  undo_seconds smallint not null check (undo_seconds in (0, 5, 12, 30)),
  -- Null: what their browser asks for.
  language     text     check (language in ('es', 'en'))
);
call plazo.grant_to('plazo_app', 'select, insert, update on plazo_auth.preference');
call plazo.grant_to('plazo_worker', 'select, insert, update, delete on plazo_auth.preference');
