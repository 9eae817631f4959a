-- Whether articles spare people a request: which were offered while a form was written, opened, said to solve it, and whether a request came after all.

create table plazo.article_offer (
  desk_id text        not null,
  -- A hash of the form's own token: of one writing, and of nobody.
  visit   bytea       not null check (octet_length(visit) = 16),
  article text        not null,
  -- A keyed hash of the network and the browser, erased after two days.
  visitor bytea       check (octet_length(visitor) = 16),
  form    text        not null,
  seen    timestamptz not null,
  opened  timestamptz,
  solved  timestamptz,
  -- When the same visitor sent a request after it was seen; null: none came within the two days.
  filed   timestamptz,
  primary key (desk_id, visit, article)
);
create index article_offer_seen on plazo.article_offer (desk_id, seen);
create index article_offer_visitor on plazo.article_offer (desk_id, visitor) where visitor is not null;
call plazo.guard_desk_table('plazo.article_offer');
