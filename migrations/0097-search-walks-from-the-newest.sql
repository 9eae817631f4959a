-- Every keystroke is answered with bounded work: what many tickets have is taken from the newest on, and stops there; only what hardly any has is asked of the index of words.

-- What is the same costs once: nearly every text is normal already, and where nothing of it has an accent its stems are the same with and without.
create or replace function plazo.bare_text(written text) returns text
  language sql immutable strict parallel safe as $$
  select translate(lower(case when written is nfc normalized then written else normalize(written, nfc) end),
                   'áéíóúüñàèìòùâêîôûäëïöçãõ', 'aeiouunaeiouaeiouaeioocao')
$$;
create or replace function plazo.words_of(written text, weight "char") returns tsvector
  language plpgsql immutable strict parallel safe as $$
declare
  bare constant text := plazo.bare_text(written);
  accented constant text := plazo.accented_text(written);
begin
  return setweight(concat_ws(' ',
      case when lower(accented) <> bare then to_tsvector('pg_catalog.spanish', accented)::text end,
      to_tsvector('pg_catalog.spanish', bare)::text, to_tsvector('plazo.as_written', bare)::text)::tsvector, weight);
end
$$;

-- What one word or phrase is compared with; unfinished, it may go on where it ends: of "T-385" only the number, not the letter as well.
create or replace function plazo.sought_words(sought text, unfinished boolean) returns tsquery
  language plpgsql immutable strict parallel safe as $$
declare
  bare constant text := plazo.bare_text(sought);
  whole tsquery := phraseto_tsquery('pg_catalog.spanish', plazo.accented_text(sought));
  stem constant tsquery := phraseto_tsquery('pg_catalog.spanish', bare);
  written tsquery := phraseto_tsquery('plazo.as_written', bare);
  ending text;
begin
  if unfinished then
    if numnode(written) = 0 then
      written := phraseto_tsquery('pg_catalog.simple', bare);
    end if;
    -- Of a word with a hyphen ("post-ven") the whole is one word and its last part another: both go on.
    ending := substring(written::text from '''((?:[^'']|'''')+)''$');
    if ending is not null then
      written := replace(written::text || ' ', ending || ''' ', ending || ''':* ')::tsquery;
    end if;
  end if;
  if stem::text <> whole::text then
    whole := whole || stem;
  end if;
  -- As texts: as queries a word and its beginning are equal.
  return case when written::text = whole::text then whole else whole || written end;
end
$$;

-- Before a date the newest are those filed last.
create index search_ticket_filed on plazo.search_ticket (desk_id, filed, number);

-- The newest tickets that have what is wanted, at most so many, among the newest `reach` of the open ones and, where these
-- are no more, of the closed ones; before a date, in the order of filing. `ended`: there are no others that have it.
create function plazo.search_newest(
    wanted tsquery, standing boolean, since timestamptz, until timestamptz, reach integer, most integer,
    out numbers bigint[], out ended boolean)
  language plpgsql stable as $$
declare
  here constant text := nullif(current_setting('app.desk', true), '');
  first constant timestamptz := coalesce(since, '-infinity');
  more bigint[];
  stands boolean;
begin
  numbers := '{}';
  ended := true;
  if until is not null then
    select coalesce(array_agg(w.number), '{}') into numbers from (
      select n.number from (
        select t.number, t.open, t.words from plazo.search_ticket t
         where t.desk_id = here and t.filed >= first and t.filed < until
         order by t.filed desc, t.number desc limit reach) n
       where n.words @@ wanted and (standing is null or n.open = standing) limit most) w;
    ended := cardinality(numbers) < most and not exists (
      select from plazo.search_ticket t where t.desk_id = here and t.filed >= first and t.filed < until
       order by t.filed desc, t.number desc offset reach);
    return;
  end if;
  foreach stands in array array[true, false] loop
    continue when standing <> stands;
    select array_agg(w.number) into more from (
      select n.number from (
        -- What was filed since then changed since then.
        select t.number, t.filed, t.words from plazo.search_ticket t
         where t.desk_id = here and t.open = stands and t.changed >= first
         order by t.changed desc, t.number desc limit reach) n
       where n.words @@ wanted and n.filed >= first limit most - cardinality(numbers)) w;
    numbers := numbers || more;
    ended := cardinality(numbers) < most and not exists (
      select from plazo.search_ticket t where t.desk_id = here and t.open = stands and t.changed >= first
       order by t.changed desc, t.number desc offset reach);
    exit when not ended;
  end loop;
end
$$;

-- The newest tickets that have what is wanted, found by the index of words: by `lead`, which they all have and few others, and
-- of which no more than ten thousand are read; beside them those that are known to have it.
create function plazo.search_by_index(
    lead tsquery, wanted tsquery, known bigint[], standing boolean, since timestamptz, until timestamptz, most integer)
  returns bigint[]
  language sql stable as $$
  select array_agg(f.number) from (
    select n.number from (
      select i.number, i.open, i.changed, i.filed from (
        select t.number, t.open, t.changed, t.filed, t.words from plazo.search_ticket t
         where t.desk_id = nullif(current_setting('app.desk', true), '') and t.words @@ lead limit 10000) i
       where i.words @@ wanted and (standing is null or i.open = standing)
         and (since is null or i.filed >= since) and (until is null or i.filed < until) and i.number <> all (known)
       union all
      select t.number, t.open, t.changed, t.filed from plazo.search_ticket t
       where t.desk_id = nullif(current_setting('app.desk', true), '') and t.number = any (known)) n
     order by until is null and n.open desc, case when until is null then n.changed else n.filed end desc, n.number desc
     limit most) f
$$;

-- What leads to the tickets in the index of words: the stems, which whatever has a word has, without what must not be there and
-- without the order of words, which are compared with each ticket. What is still being typed may begin more words than it is
-- worth to read: where the others are rare among the newest they lead alone. The desk leads where there are several.
create function plazo.search_lead(terms json, marks tsquery, standing boolean) returns tsquery
  language plpgsql stable as $$
declare
  here constant text := nullif(current_setting('app.desk', true), '');
  mine constant tsquery := (quote_literal('@d/' || here))::tsquery;
  stands constant boolean := coalesce(standing, true);
  term record;
  stem tsquery;
  bare tsquery;
  finished tsquery := marks;
  sampled integer := 500;
  lead tsquery;
begin
  for term in select * from json_to_recordset(terms) as t(text text, "not" boolean, unfinished boolean) loop
    continue when term."not" or term.unfinished;
    stem := phraseto_tsquery('pg_catalog.spanish', plazo.accented_text(term.text));
    bare := phraseto_tsquery('pg_catalog.spanish', plazo.bare_text(term.text));
    finished := finished && case when stem::text = bare::text then bare else stem || bare end;
  end loop;
  if numnode(finished) > 0 then
    select count(*) into sampled from (
      select t.words from plazo.search_ticket t where t.desk_id = here and t.open = stands
       order by t.changed desc, t.number desc limit 500) n where n.words @@ finished;
  end if;
  lead := finished;
  if sampled >= 10 then
    for term in select * from json_to_recordset(terms) as t(text text, "not" boolean, unfinished boolean) loop
      continue when not term.unfinished or (length(term.text) < 3 and numnode(finished) > 0);
      lead := lead && plazo.sought_words(term.text, true);
    end loop;
  end if;
  if numnode(lead) = 0 or querytree(lead) = 'T' then
    return mine;
  end if;
  lead := regexp_replace(querytree(lead), '<(-|[0-9]+)>', '&', 'g')::tsquery;
  return case when (select count(*) > 1 from plazo.search_progress) then lead && mine else lead end;
end
$$;

drop function plazo.search_tickets(tsquery, tsquery, timestamptz, timestamptz, timestamptz, integer);

-- The tickets of the desk that have what is sought and these marks, the best first: ids only. It steps over the wall on
-- purpose, for comparing words is not leakproof and behind the wall no index would serve it, and gives only what is of the
-- desk that the transaction named. `standing`: open ones alone, or closed ones alone. What twenty of the newest tickets have
-- is ranked among the newest sixty that have it (thirty where they lie far apart), and those after them by sixties; what fewer have, among all of them (400 at most).
create function plazo.search_tickets(
    terms json, marks tsquery, standing boolean, since timestamptz, until timestamptz, moment timestamptz, most integer)
  returns table (number bigint, rank real)
  language plpgsql stable security definer
  set search_path = plazo, pg_catalog, pg_temp set enable_seqscan = off set work_mem = '16MB' set plan_cache_mode = force_generic_plan as $$
declare
  here constant text := nullif(current_setting('app.desk', true), '');
  sought constant tsquery := plazo.sought(terms);
  wanted tsquery := sought && marks;
  found bigint[];
  ended boolean;
  -- How many are ranked before the sixties begin, and how many whole sixties reach as far as is asked.
  best integer;
  whole integer;
begin
  if numnode(wanted) = 0 then
    if since is null and until is null then
      return;
    end if;
    wanted := (quote_literal('@d/' || here))::tsquery;
  end if;
  select n.numbers, n.ended into found, ended from search_newest(wanted, standing, since, until, 2000, 60) n;
  if not ended and cardinality(found) between 3 and 19 then
    select n.numbers, n.ended into found, ended from search_newest(wanted, standing, since, until, 12000, 30) n;
  end if;
  best := cardinality(found);
  whole := best + (most - best + 59) / 60 * 60;
  if not ended and best >= 20 and best < most then
    select n.numbers, n.ended into found, ended from search_newest(wanted, standing, since, until, 40000, whole) n;
  end if;
  if not ended and (best < 20 or cardinality(found) < whole) then
    found := search_by_index(
      search_lead(terms, marks, standing), wanted, found, standing, since, until, greatest(whole, 400));
    best := case when best < 20 then 400 else best end;
  end if;
  return query
    select t.number,
           (ts_rank('{0.1, 0.3, 0.6, 1}', t.words, sought) * case when t.open then 2 else 1 end
             / (1 + ln(1 + greatest(0, extract(epoch from moment - t.changed)) / 864000)))::real as score
      from unnest(found) with ordinality f(number, place), search_ticket t
     where t.desk_id = here and t.number = f.number
     order by greatest(0, (f.place - best + 59) / 60), score desc, t.open desc, t.changed desc, t.number desc limit most;
end
$$;

do $$
begin
  if plazo.walls_by_role() then
    grant create on schema plazo to plazo_worker;
    alter function plazo.search_tickets(json, tsquery, boolean, timestamptz, timestamptz, timestamptz, integer) owner to plazo_worker;
    revoke create on schema plazo from plazo_worker;
    revoke execute on function plazo.search_tickets(json, tsquery, boolean, timestamptz, timestamptz, timestamptz, integer) from public;
    grant execute on function plazo.search_tickets(json, tsquery, boolean, timestamptz, timestamptz, timestamptz, integer) to plazo_app;
  end if;
end
$$;
