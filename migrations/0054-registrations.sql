-- What an account asks for besides (CC-1): its tax address, the user's name and language; and what was agreed to in any form, with the very text that was agreed to.

alter table plazo.account
  add column tax_address text,
  add column user_name   text,
  add column language    text not null default 'es' check (language in ('es', 'en'));
create index account_rfc     on plazo.account (desk_id, rfc) where state = 'pending';
create index account_address on plazo.account (desk_id, address) where state = 'pending';

create table plazo.consent (
  desk_id  text        not null,
  ticket   bigint      not null,
  -- The field of the form, and the article that it refers to.
  field    text        not null,
  article  text        not null,
  -- The version of the manual that it stood in, the language that it was read in, and the SHA-256 of its text.
  policy   integer     not null,
  language text        not null check (language in ('es', 'en')),
  hash     bytea       not null check (octet_length(hash) = 32),
  at       timestamptz not null,
  -- Whose consent it is, and the address at the other end of the connection.
  address  text collate "C",
  source   text,
  primary key (desk_id, ticket, field)
);
create index consent_address on plazo.consent (desk_id, address, at) where address is not null;
call plazo.guard_desk_table('plazo.consent');
call plazo.keep_append_only('plazo.consent');
