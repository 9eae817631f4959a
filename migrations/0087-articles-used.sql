-- What became of articles: whether they helped, in the reader's words too, and in which reply each was used.

create table plazo.article_answer (
  desk_id  text        not null,
  id       uuid        not null,
  article  text        not null,
  version  int         not null,
  language text        not null check (language in ('es', 'en')),
  helpful  boolean     not null,
  words    text        check (words <> ''),
  at       timestamptz not null,
  -- As in article_offer: a second answer of the same browser takes the place of the first.
  visitor  bytea       check (octet_length(visitor) = 16),
  primary key (desk_id, id),
  unique (desk_id, article, visitor)
);
create index article_answer_at on plazo.article_answer (desk_id, article, at desc, id desc);
create index article_answer_visitor on plazo.article_answer (desk_id, at) where visitor is not null;
call plazo.guard_desk_table('plazo.article_answer');

create table plazo.article_use (
  desk_id text        not null,
  ticket  bigint      not null,
  message uuid        not null,
  article text        not null,
  version int         not null,
  at      timestamptz not null,
  by_name text        not null,
  primary key (desk_id, ticket, message, article)
);
create index article_use_article on plazo.article_use (desk_id, article, at desc);
call plazo.guard_desk_table('plazo.article_use');

do $$
begin
  if plazo.walls_by_role() then
    revoke update, delete on plazo.article_use from plazo_app;
    revoke delete on plazo.article_answer, plazo.article_offer from plazo_app;
  end if;
end
$$;
