-- Invoices that tickets have: which file says which UUID, so that the same one in another ticket is known; and what the SAT answered when it was asked.

create table plazo.invoice (
  desk_id text        not null,
  ticket  bigint      not null,
  file    uuid        not null,
  sha256  bytea       not null,
  -- Of its stamp; null: it has none, or is no invoice.
  uuid    uuid,
  noted   timestamptz not null,
  -- What the SAT answered last, and when: it is asked by a person's act alone.
  sat     jsonb,
  primary key (desk_id, ticket, file)
);
create index invoice_uuid on plazo.invoice (desk_id, uuid, ticket) where uuid is not null;
call plazo.guard_desk_table('plazo.invoice');
