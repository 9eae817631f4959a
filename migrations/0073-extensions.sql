-- Which member answers at which extension of the desk's exchange, so that a call is shown to whoever answered it.

create table plazo.extension (
  desk_id   text        not null,
  extension text        not null check (extension <> ''),
  member    text        not null,
  since     timestamptz not null,
  primary key (desk_id, extension)
);
create index extension_of_member on plazo.extension (desk_id, member);
call plazo.guard_desk_table('plazo.extension');
