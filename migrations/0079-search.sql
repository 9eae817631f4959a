-- Search: words in Spanish with and without accents, identifiers by their beginnings. Filled by the worker from the tickets; nothing of it is written when a ticket is filed, and what a crash empties (the tables are unlogged) is filled again.

-- A text without accents, in lower case; the ñ becomes an n, as many type it.
create function plazo.bare_text(written text) returns text
  language sql immutable strict parallel safe as $$
  select translate(lower(normalize(written, nfc)), 'áéíóúüñàèìòùâêîôûäëïöçãõ', 'aeiouunaeiouaeiouaeioocao')
$$;

-- Endings in -cion and -sion have an accent that many do not type, and only with it do they have a stem.
create function plazo.accented_text(written text) returns text
  language sql immutable strict parallel safe as $$
  select regexp_replace(written, '([cs])ion\M', '\1ión', 'gi')
$$;

-- Words as they are written, without those that say nothing ("de", "la"): what is still being typed is compared with their beginnings.
create text search dictionary plazo.as_written (template = pg_catalog.simple, stopwords = spanish);
create text search configuration plazo.as_written (copy = pg_catalog.simple);
alter text search configuration plazo.as_written
  alter mapping for asciiword, word, asciihword, hword, hword_asciipart, hword_part with plazo.as_written;

-- The words of a text, each at its place in three forms: its stem, its stem without accents, and as it is written without accents.
create function plazo.words_of(written text, weight "char") returns tsvector
  language sql immutable strict parallel safe as $$
  select setweight(concat_ws(' ',
      to_tsvector('pg_catalog.spanish', plazo.accented_text(written))::text,
      to_tsvector('pg_catalog.spanish', plazo.bare_text(written))::text,
      to_tsvector('plazo.as_written', plazo.bare_text(written))::text)::tsvector, weight)
$$;

-- What one word or phrase is compared with; unfinished, it may go on.
create function plazo.sought_words(sought text, unfinished boolean) returns tsquery
  language sql immutable strict parallel safe as $$
  select phraseto_tsquery('pg_catalog.spanish', plazo.accented_text(sought))
      || phraseto_tsquery('pg_catalog.spanish', plazo.bare_text(sought))
      || phraseto_tsquery('plazo.as_written', plazo.bare_text(sought))
      || case when unfinished then to_tsquery('pg_catalog.simple', quote_literal(plazo.bare_text(sought)) || ':*') else ''::tsquery end
$$;

-- What all of them together are compared with: [{"text", "not", "unfinished"}]. One or two letters that may go on say so
-- little that, beside other words, they are left out.
create function plazo.sought(terms json) returns tsquery
  language plpgsql immutable parallel safe as $$
declare
  term record;
  several constant boolean := (select count(*) > 1 from json_array_elements(terms) e where not (e ->> 'not')::boolean);
  word tsquery;
  whole tsquery := ''::tsquery;
begin
  for term in select * from json_to_recordset(terms) as t(text text, "not" boolean, unfinished boolean) loop
    continue when several and term.unfinished and length(term.text) < 3;
    word := plazo.sought_words(term.text, term.unfinished);
    whole := whole && case when term."not" and numnode(word) > 0 then !! word else word end;
  end loop;
  return whole;
end
$$;

create unlogged table plazo.search_ticket (
  desk_id text        not null,
  number  bigint      not null,
  -- The version of the ticket that it was made from.
  seq     integer     not null,
  open    boolean     not null,
  filed   timestamptz not null,
  changed timestamptz not null,
  -- What each part of the ticket is, and the place at which it begins among its words.
  parts   json        not null,
  places  integer[]   not null,
  words   tsvector    not null,
  primary key (desk_id, number)
);
create index search_ticket_newest on plazo.search_ticket (desk_id, open, changed, number);
-- Without a list of what is pending, which every search would have to read.
create index search_ticket_words on plazo.search_ticket using gin (words) with (fastupdate = off);
call plazo.guard_desk_table('plazo.search_ticket');

-- Addresses, RFCs, UUIDs, error codes, names of files, telephones, numbers of others, by their beginnings.
create unlogged table plazo.search_key (
  desk_id text   not null,
  key     text   collate "C" not null,
  ticket  bigint not null,
  primary key (desk_id, key, ticket)
);
create index search_key_ticket on plazo.search_key (desk_id, ticket);
call plazo.guard_desk_table('plazo.search_key');

-- How far the worker is: what changed up to here is in; and of what was there before it began, all from this number on (1: all).
create unlogged table plazo.search_progress (
  desk_id text        not null primary key,
  upto    timestamptz not null,
  since   bigint      not null
);
call plazo.guard_desk_table('plazo.search_progress');

-- A ticket's words from its parts, one after the other, and the place at which each begins; marks have no place.
create function plazo.search_document(parts json, marks text[], out words tsvector, out places integer[])
  language plpgsql immutable parallel safe as $$
declare
  part json;
  n integer := 0;
begin
  words := ''::tsvector;
  for part in select value from json_array_elements(parts) loop
    words := words || (quote_literal('#' || n) || ':1')::tsvector || plazo.words_of(part ->> 'text', (part ->> 'weight')::"char");
    n := n + 1;
  end loop;
  select coalesce(array_agg(positions[1]::integer order by substr(lexeme, 2)::integer), '{}') into places
    from unnest(words) where lexeme like '#%';
  words := ts_delete(words, array(select '#' || i from generate_series(0, n - 1) i)) || array_to_tsvector(marks);
end
$$;

-- The tickets of the desk that have what is sought and these marks, the best first: ids only. It steps over the wall on
-- purpose, for comparing words is not leakproof and behind the wall no index would serve it, and gives only what is of the
-- desk that the transaction named. What many tickets have is among the newest; what is not there is rare enough to be read
-- from the index of words.
create function plazo.search_tickets(sought tsquery, marks tsquery, since timestamptz, until timestamptz, moment timestamptz, most integer)
  returns table (number bigint, rank real)
  language plpgsql stable security definer set search_path = plazo, pg_catalog, pg_temp as $$
declare
  here constant text := nullif(current_setting('app.desk', true), '');
  wanted constant tsquery := sought && marks;
  numbers bigint[];
begin
  if numnode(wanted) = 0 then
    return;
  end if;
  select array_agg(f.number) into numbers from (
    select n.number
      from (select * from search_ticket t where t.desk_id = here order by t.open desc, t.changed desc, t.number desc limit 2000) n
     where n.words @@ wanted and (since is null or n.filed >= since) and (until is null or n.filed < until)
     limit greatest(most, 60)) f;
  if coalesce(cardinality(numbers), 0) < most then
    select array_agg(f.number) into numbers from (
      select n.number from (
        select t.number, t.open, t.changed from search_ticket t
         where t.desk_id = here and t.words @@ (wanted && (quote_literal('@d/' || here))::tsquery)
           and (since is null or t.filed >= since) and (until is null or t.filed < until)
         limit 20000) n
       order by n.open desc, n.changed desc, n.number desc limit greatest(most, 300)) f;
  end if;
  return query
    select t.number,
           (ts_rank('{0.1, 0.3, 0.6, 1}', t.words, sought) * case when t.open then 2 else 1 end
             / (1 + ln(1 + greatest(0, extract(epoch from moment - t.changed)) / 864000)))::real as score
      from search_ticket t where t.desk_id = here and t.number = any (numbers)
     order by score desc, t.open desc, t.changed desc, t.number desc limit most;
end
$$;

do $$
begin
  if plazo.walls_by_role() then
    grant create on schema plazo to plazo_worker;
    alter function plazo.search_tickets(tsquery, tsquery, timestamptz, timestamptz, timestamptz, integer) owner to plazo_worker;
    revoke create on schema plazo from plazo_worker;
    revoke execute on function plazo.search_tickets(tsquery, tsquery, timestamptz, timestamptz, timestamptz, integer) from public;
    grant execute on function plazo.search_tickets(tsquery, tsquery, timestamptz, timestamptz, timestamptz, integer) to plazo_app;
  else
    -- The only user is bound by its own walls: these three it may look over, and does so in that function alone.
    alter table plazo.search_ticket no force row level security;
  end if;
end
$$;
