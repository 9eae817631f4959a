import type { Client } from "pg";
import { vocabulary } from "./words.ts";

interface Seeding {
  readonly desk: string;
  readonly tickets: number;
  readonly open: number;
}

/** Texts that are made; tickets beyond as many say again what others said. */
const TEXTS = 20_000;

/**
 * Tickets of a desk, the newest open: six words of subject, two messages of thirty, by the frequencies
 * of a language (a few words in every other ticket, most in hardly any), an address, a code, an order.
 */
export async function seedTickets(owner: Client, { desk, tickets, open }: Seeding): Promise<void> {
  await owner.query(
    "set search_path = plazo; set maintenance_work_mem = '256MB'; select setseed(0.42)",
  );
  await owner.query(
    "create temp table if not exists said (n bigint primary key, subject text, one text, two text)",
  );
  await owner.query(
    `do $$ declare ws constant text[] := '{${vocabulary().join(",")}}'; n constant integer := cardinality(ws);
     begin
       if exists (select from said) then return; end if;
       insert into said select t,
         (select string_agg(ws[1 + floor(power(random(), 2.5) * (n - 1))::integer], ' ') from generate_series(1, 6 + 0 * t)),
         (select string_agg(ws[1 + floor(power(random(), 2.5) * (n - 1))::integer], ' ') from generate_series(1, 30 + 0 * t)),
         (select string_agg(ws[1 + floor(power(random(), 2.5) * (n - 1))::integer], ' ') from generate_series(1, 30 + 0 * t))
       from generate_series(1, ${TEXTS}) t;
     end $$`,
  );
  await owner.query(
    `insert into ticket (desk_id, number, folio, seq, policy, subject, severity, severity_rank, provisional, level, state, progress,
       requester_name, requester_address, channel, filed_at, updated_at, closed_at, due_clock, due_at, due_kind, breached, sorts_at,
       subject_folded, address_folded, folio_folded, fold, head)
     select '${desk}', t, 'T-' || t, 3, 1, s.subject, 'bajo', 1, false, '', 'recibido', 'working', 'Cliente ' || t,
       'cliente.' || t || '@example.com', 'form', now() - (${tickets} - t) * interval '3 minutes', now() - (${tickets} - t) * interval '3 minutes',
       case when t <= ${tickets - open} then now() end, null, null, null, false, '9999-12-31T00:00:00Z',
       s.subject, 'cliente.' || t || '@example.com', 't-' || t,
       json_build_object('requester', json_build_object('name', 'Cliente ' || t, 'address', 'cliente.' || t || '@example.com', 'identity', null, 'telephone', null),
                         'fields', json_build_object('pedido', 'OC-' || (4500000 + t))), decode(md5(t::text), 'hex')
       from generate_series(1, ${tickets}) t join said s on s.n = 1 + t % ${TEXTS}`,
  );
  if (tickets <= TEXTS)
    await owner.query(
      `insert into message (desk_id, ticket, id, seq, at, author, public, channel, language, text, html)
       select '${desk}', t, gen_random_uuid(), 1 + m, now(), '{}', m = 0, 'form', 'es',
              case m when 0 then s.one || ' CFDI' || (40100 + t % 120) else s.two end, null
         from generate_series(1, ${tickets}) t join said s on s.n = 1 + t % ${TEXTS}, generate_series(0, 1) m`,
    );
  await owner.query("vacuum analyze ticket");
}

/** Makes seeded tickets found at once, as the worker would in its time: the words of each text are taken apart once. */
export async function indexSeeded(owner: Client, desk: string): Promise<void> {
  await owner.query(
    `create temp table taken as select n, (search_document(json_build_array(
         json_build_object('text', subject, 'weight', 'A'), json_build_object('text', one, 'weight', 'C'),
         json_build_object('text', two, 'weight', 'D')), '{@d/${desk},@s/bajo,@c/form,@a/}')).* from said`,
  );
  const { rows } = await owner.query<{ definition: string }>(
    "select pg_get_indexdef('search_ticket_words'::regclass) as definition",
  );
  await owner.query("drop index search_ticket_words");
  await owner.query(
    `insert into search_ticket (desk_id, number, seq, open, filed, changed, parts, places, words)
     select '${desk}', t.number, t.seq, t.closed_at is null, t.filed_at, t.updated_at,
            '[{"kind":"subject"},{"kind":"message","seq":1,"at":0},{"kind":"note","seq":2,"at":0}]', w.places,
            w.words || array_to_tsvector(array[case when t.closed_at is null then '@p/working' else '@p/closed' end])
       from ticket t join taken w on w.n = 1 + t.number % ${TEXTS} where t.desk_id = '${desk}' order by t.number`,
  );
  await owner.query(
    `insert into search_key (desk_id, key, ticket)
     select '${desk}', key, t.number from ticket t,
            unnest(array[t.requester_address, 'cfdi' || (40100 + t.number % 120), 'oc-' || (4500000 + t.number)]) as key
      where t.desk_id = '${desk}' order by key, t.number`,
  );
  await owner.query(rows[0]?.definition ?? "");
  await owner.query(`insert into search_progress values ('${desk}', now(), 1)`);
  await owner.query("vacuum analyze search_ticket; ");
  await owner.query("analyze search_key");
}
