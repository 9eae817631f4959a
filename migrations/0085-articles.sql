-- What a desk knows is written down in articles: each with every version it had, who made it and why, and the files that it shows.

create table plazo.article (
  desk_id     text        not null,
  -- As its address says it: "cancelar-cfdi".
  id          text        not null check (id ~ '^[a-z0-9][a-z0-9-]{0,79}$'),
  state       text        not null check (state in ('draft', 'published', 'withdrawn')),
  latest      int         not null check (latest > 0),
  -- The version that is read; null: none was published yet.
  published   int         check (published between 1 and latest),
  published_at timestamptz,
  -- SHA-256 of the pack's text that the desk last took or decided not to take; null: the pack has none.
  pack_hash   bytea       check (octet_length(pack_hash) = 32),
  made        timestamptz not null,
  changed     timestamptz not null,
  -- When somebody last said that it still holds.
  reviewed    timestamptz,
  reviewed_by text,
  primary key (desk_id, id),
  check (state <> 'published' or published is not null)
);
call plazo.guard_desk_table('plazo.article');

create table plazo.article_version (
  desk_id  text        not null,
  article  text        not null,
  number   int         not null,
  made     timestamptz not null,
  by_id    text        not null,
  by_name  text        not null,
  -- What changed, in the words of whoever changed it.
  note     text        not null,
  source   text        not null check (source in ('desk', 'pack', 'restored')),
  -- The version whose text was put back.
  restores int,
  -- Title and text in each language, who reads it, what it answers.
  content  jsonb       not null,
  primary key (desk_id, article, number)
);
call plazo.guard_desk_table('plazo.article_version');

create table plazo.article_file (
  desk_id    text        not null,
  id         uuid        not null,
  name       text        not null,
  media_type text        not null,
  kind       text        not null,
  size       bigint      not null,
  sha256     text        not null,
  made       timestamptz not null,
  by_name    text        not null,
  primary key (desk_id, id)
);
call plazo.guard_desk_table('plazo.article_file');

do $$
begin
  if plazo.walls_by_role() then
    -- A version is written once, and an article is withdrawn, never taken away.
    revoke update, delete on plazo.article_version, plazo.article_file from plazo_app;
    revoke delete on plazo.article from plazo_app;
  end if;
end
$$;
