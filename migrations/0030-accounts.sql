-- Accounts that were asked for (CC-1): an organisation with its contact, pending until somebody of the desk accepts it; only then is the contact registered.

create table plazo.account (
  desk_id      text        not null,
  -- The ticket with which it was asked for.
  ticket       bigint      not null,
  folio        text        not null,
  state        text        not null check (state in ('pending', 'accepted', 'refused')),
  organisation text        not null,
  rfc          text        not null,
  tax_regime   text        not null,
  postal_code  text,
  contact      text        not null,
  address      text collate "C" not null,
  telephone    text,
  asked        timestamptz not null,
  decided      timestamptz,
  decided_by   text,
  primary key (desk_id, ticket)
);
create index account_state on plazo.account (desk_id, state, ticket);
call plazo.guard_desk_table('plazo.account');
