import type { SearchDocument } from "../../core/search/document.ts";
import type { Instant } from "../../core/time/instant.ts";
import { deskOf } from "../append.ts";
import { execute, query, queryOne, statement } from "../query.ts";
import { storableJson } from "./storable-json.ts";
import type { Transaction } from "../transaction.ts";
import { instantParameter } from "../time.ts";

/** A ticket as it is read to be searched. Instants in milliseconds. */
export interface ReadForSearch {
  readonly number: number;
  readonly seq: number;
  readonly subject: string;
  readonly filedAt: Instant;
  readonly updatedAt: Instant;
  readonly closedAt: Instant | null;
  readonly severity: string;
  readonly level: string;
  readonly state: string;
  readonly progress: string;
  readonly channel: string;
  readonly assignee: string | null;
  readonly breached: boolean;
  readonly requester: {
    readonly name: string | null;
    readonly address: string | null;
    readonly identity: string | null;
    readonly telephone: string | null;
  };
  readonly fields: Readonly<Record<string, string>>;
  readonly organisation: { readonly name: string; readonly rfc: string | null } | null;
  readonly messages: readonly {
    readonly seq: number;
    readonly at: Instant;
    readonly public: boolean;
    readonly text: string;
  }[];
  readonly files: readonly string[];
  readonly references: readonly string[];
}

// Of whoever owns the portal; else of whoever writes from the address.
const organisation = `coalesce(
  (select json_build_object('name', o.organisation, 'rfc', o.rfc) from portal_owner o where o.desk_id = $1 and o.portal = t.portal),
  (select json_build_object('name', c.organisation, 'rfc', null) from contact c
    where c.desk_id = $1 and c.address = lower(t.requester_address) and c.organisation is not null))`;

const read = statement(
  "search.read",
  `select t.number, t.seq, t.subject, t.filed_at as "filedAt", t.updated_at as "updatedAt", t.closed_at as "closedAt",
          t.severity, t.level, t.state, t.progress, t.channel, t.assignee_id as assignee, t.breached,
          t.fold -> 'requester' as requester, t.fold -> 'fields' as fields, ${organisation} as organisation,
          coalesce((select json_agg(json_build_object('seq', m.seq, 'at', (extract(epoch from m.at) * 1000)::bigint, 'public', m.public,
                                                      'text', left(m.text, 20000)) order by m.seq)
                      from (select * from message m where m.desk_id = $1 and m.ticket = t.number order by m.seq limit 300) m), '[]') as messages,
          array(select distinct f.name from file f where f.desk_id = $1 and f.ticket = t.number limit 100) as files,
          array(select e.reference from external_reference e where e.desk_id = $1 and e.ticket = t.number limit 20) as references
     from ticket t where t.desk_id = $1 and t.number = any($2::bigint[])`,
);

/** Tickets whole, as searches know them, by their numbers. */
export function readForSearch(
  tx: Transaction,
  numbers: readonly number[],
): Promise<ReadForSearch[]> {
  return query(tx, read, [deskOf(tx), numbers]);
}

/** A ticket as it is written to be found. */
export interface FoundBy {
  readonly ticket: Pick<ReadForSearch, "number" | "seq" | "filedAt" | "updatedAt" | "closedAt">;
  readonly document: SearchDocument;
}

const given = `given as (
  select g.* from json_to_recordset($2::json) as g(number bigint, seq integer, open boolean, filed timestamptz, changed timestamptz,
                                                   parts json, marks text[], keys text[]))`;

const write = statement(
  "search.write",
  `with ${given},
   dropped as (
     delete from search_key k using given g
      where k.desk_id = $1 and k.ticket = g.number and k.key <> all (g.keys)),
   keyed as (
     insert into search_key (desk_id, key, ticket)
     select $1, key, g.number from given g, unnest(g.keys) as key on conflict do nothing),
   closed as (
     delete from search_open o using given g, ticket t
      where o.desk_id = $1 and o.number = g.number and t.desk_id = $1 and t.number = g.number and t.closed_at is not null),
   opened as (
     insert into search_open as o (desk_id, number, seq, severity, level, state, progress, assignee_id, breached, category, urgency,
                                   sorts_at, updated_at, subject_folded)
     select $1, t.number, t.seq, t.severity, t.level, t.state, t.progress, t.assignee_id, t.breached, t.category, t.urgency,
            t.sorts_at, t.updated_at, t.subject_folded
       from given g, ticket t where t.desk_id = $1 and t.number = g.number and t.closed_at is null
     on conflict (desk_id, number) do update
        set seq = excluded.seq, severity = excluded.severity, level = excluded.level, state = excluded.state,
            progress = excluded.progress, assignee_id = excluded.assignee_id, breached = excluded.breached,
            category = excluded.category, urgency = excluded.urgency, sorts_at = excluded.sorts_at,
            updated_at = excluded.updated_at, subject_folded = excluded.subject_folded
      where o.seq <= excluded.seq)
   insert into search_ticket as s (desk_id, number, seq, open, filed, changed, parts, places, words)
   select $1, g.number, g.seq, g.open, g.filed, g.changed,
          (select coalesce(json_agg(p.part::jsonb - 'text' - 'weight' order by p.n), '[]')
             from json_array_elements(g.parts) with ordinality as p(part, n)),
          d.places, d.words
     from given g, search_document(g.parts, g.marks) d
   on conflict (desk_id, number) do update
      set seq = excluded.seq, open = excluded.open, filed = excluded.filed, changed = excluded.changed,
          parts = excluded.parts, places = excluded.places, words = excluded.words
    where s.seq <= excluded.seq`,
);

const otherwise = statement(
  "search.listed-otherwise",
  `select exists (select from search_open o, ticket t
     where o.desk_id = $1 and o.number = $2 and t.desk_id = $1 and t.number = $2 and o.seq = t.seq
       and (o.severity, o.level, o.state, o.progress, o.assignee_id, o.breached, o.category, o.urgency, o.sorts_at)
           is distinct from (t.severity, t.level, t.state, t.progress, t.assignee_id, t.breached, t.category, t.urgency, t.sorts_at)) as otherwise`,
);

/** Whether a ticket is listed otherwise than it stands, though nothing was recorded of it since: time alone changes what is put off. */
export async function isListedOtherwise(tx: Transaction, number: number): Promise<boolean> {
  const row = await queryOne<{ otherwise: boolean }>(tx, otherwise, [deskOf(tx), number]);
  return row?.otherwise ?? false;
}

/** Makes tickets found by what they say now. What is there of a later version stays. */
export async function writeForSearch(tx: Transaction, found: readonly FoundBy[]): Promise<void> {
  const rows = found.map(({ ticket, document }) => ({
    number: ticket.number,
    seq: ticket.seq,
    open: ticket.closedAt === null,
    filed: instantParameter(ticket.filedAt),
    changed: instantParameter(ticket.updatedAt),
    ...document,
  }));
  await execute(tx, write, [deskOf(tx), storableJson(rows)]);
}
