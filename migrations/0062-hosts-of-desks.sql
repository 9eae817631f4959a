-- Names by which a desk is reached at an address of its own; one of a buying company's portal says which (HB-8).

create table plazo.desk_host (
  desk_id text not null references plazo.desk (id),
  host text not null check (host ~ '^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$'),
  portal text check (portal ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  created timestamptz(3) not null,
  primary key (desk_id, host)
);
-- One host is one desk's, whichever was first.
create unique index desk_host_once on plazo.desk_host (host);
call plazo.guard_desk_table('plazo.desk_host');
