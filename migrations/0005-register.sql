-- The register of clients: who owns a portal and until when their support is paid (HB-1, HB-2), and whose address is whose.

create table plazo.portal_owner (
  desk_id      text not null,
  portal       text collate "C" not null,
  organisation text not null,
  rfc          text,
  plan         text,
  paid_until   timestamptz,
  primary key (desk_id, portal)
);
call plazo.guard_desk_table('plazo.portal_owner');

create table plazo.contact (
  desk_id      text not null,
  -- Lower case: one address, one contact.
  address      text collate "C" not null,
  id           uuid not null,
  name         text not null,
  organisation text,
  role         text,
  primary key (desk_id, address)
);
call plazo.guard_desk_table('plazo.contact');
