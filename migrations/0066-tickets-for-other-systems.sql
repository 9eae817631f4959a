-- What other systems call a ticket, and the order of changes in which they read tickets.

create table plazo.external_reference (
  desk_id   text   not null,
  reference text   not null check (reference <> ''),
  ticket    bigint not null,
  primary key (desk_id, reference, ticket)
);
create index external_reference_ticket on plazo.external_reference (desk_id, ticket);
call plazo.guard_desk_table('plazo.external_reference');

create index ticket_changed on plazo.ticket (desk_id, updated_at, number);
