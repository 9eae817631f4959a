-- One trouble that many clients report: a ticket that the others are part of. Each stays its client's own, with its own promises and thread.

create table plazo.incident (
  desk_id     text        not null,
  ticket      bigint      not null,
  folio       text        not null,
  opened      timestamptz not null,
  opened_by   text        not null,
  opened_name text        not null,
  primary key (desk_id, ticket)
);
create index incident_newest on plazo.incident (desk_id, opened desc, ticket);
call plazo.guard_desk_table('plazo.incident');

create table plazo.incident_part (
  desk_id  text        not null,
  ticket   bigint      not null,
  incident bigint      not null,
  joined   timestamptz not null,
  by_name  text        not null,
  primary key (desk_id, ticket)
);
create index incident_part_of on plazo.incident_part (desk_id, incident, ticket);
call plazo.guard_desk_table('plazo.incident_part');
