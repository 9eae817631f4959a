-- Who has which ticket open and who writes an answer: worth nothing half a minute later, and so neither logged nor exported.

create unlogged table plazo.viewer (
  desk_id text        not null,
  member  text        not null,
  -- One of their screens: a tab of a browser, by a name that it chose.
  screen  uuid        not null,
  name    text        not null,
  folio   text        not null,
  writing boolean     not null,
  since   timestamptz not null,
  seen    timestamptz not null,
  primary key (desk_id, member, screen)
);
call plazo.guard_desk_table('plazo.viewer');
