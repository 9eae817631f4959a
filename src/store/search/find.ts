import type { Term } from "../../core/search/query.ts";
import type { Instant } from "../../core/time/instant.ts";
import { deskOf } from "../append.ts";
import { afterPrefix, folded } from "../folded.ts";
import { query, statement } from "../query.ts";
import { storableJson } from "./storable-json.ts";
import { listed } from "../listed.ts";
import type { ListedTicket } from "../ticket-queue.ts";
import { instantParameter } from "../time.ts";
import type { Transaction } from "../transaction.ts";

/** How an identifier was found: by its number, or by a key that begins so. */
export interface Identified {
  readonly number: number;
  readonly key: string | null;
  readonly exact: boolean;
}

const byFolio = statement(
  "search.by-folio",
  `select number, null as key, folio_folded = $2 as exact from ticket
    where desk_id = $1 and folio_folded >= $2 and folio_folded < $3 order by folio_folded limit $4`,
);

/** Tickets whose folio begins so, case and accents aside. At once: it stands on the ticket. */
export function ticketsOfFolio(
  tx: Transaction,
  beginning: string,
  most: number,
): Promise<Identified[]> {
  const prefix = folded(beginning);
  return query(tx, byFolio, [deskOf(tx), prefix, afterPrefix(prefix), most]);
}

const byNumber = statement(
  "search.by-number",
  `select n.number, null as key, n.number = ($2::bigint[])[1] as exact
     from unnest($2::bigint[], $3::bigint[]) with ordinality as r(least, above, place),
          lateral (select number from ticket where desk_id = $1 and number >= r.least and number < r.above
                    order by number desc limit $4) n
    order by r.place, n.number desc limit $4`,
);

/** Digits that a number has at most here. */
const DIGITS = 12;

/** Tickets whose number begins with these digits: itself first, then the longer ones, the newest first. */
export function ticketsOfNumber(
  tx: Transaction,
  digits: string,
  most: number,
): Promise<Identified[]> {
  const number = Number(digits);
  if (number === 0 || digits.length > DIGITS) return Promise.resolve([]);
  const scales = Array.from({ length: DIGITS - digits.length + 1 }, (_, n) => 10 ** n);
  const least = scales.map((scale) => number * scale);
  const above = scales.map((scale) => (number + 1) * scale);
  return query(tx, byNumber, [deskOf(tx), least, above, most]);
}

// From key to key, and of each the newest tickets: a key that a hundred thousand tickets have is not read whole.
const byKey = statement(
  "search.by-key",
  `with recursive found as (
     (select k.key, 1 as place from search_key k where k.desk_id = $1 and k.key >= $2 and k.key < $3 order by k.key limit 1)
     union all
     select (select k.key from search_key k where k.desk_id = $1 and k.key > f.key and k.key < $3 order by k.key limit 1), f.place + 1
       from found f where f.key is not null and f.place < $4)
   select t.ticket as number, f.key, f.key = $2 as exact
     from found f, lateral (select k.ticket from search_key k where k.desk_id = $1 and k.key = f.key order by k.ticket desc limit $4) t
    order by f.place, t.ticket desc limit $4`,
);

/** Tickets with an identifier that begins so, as it is compared (`identifierKey`): the identifiers in their order, of each the newest first. */
export function ticketsOfKey(
  tx: Transaction,
  beginning: string,
  most: number,
): Promise<Identified[]> {
  return query(tx, byKey, [deskOf(tx), beginning, afterPrefix(beginning), most]);
}

/** What is looked for by its words, and what narrows it. Dates are of the desk's zone. */
export interface WordsSought {
  readonly terms: readonly Term[];
  /** Marks as `marksQuery` writes them; empty: none. */
  readonly marks: string;
  /** Open ones alone, or closed ones alone; null: both. */
  readonly standing: "open" | "closed" | null;
  readonly after: string | null;
  readonly before: string | null;
  readonly zone: string;
  readonly now: Instant;
  readonly most: number;
}

const byWords = statement(
  "search.by-words",
  `select f.number from search_tickets($1::json, $2::tsquery, $8::boolean,
            ($3::date::timestamp at time zone $5), ($4::date::timestamp at time zone $5), $6::timestamptz, $7) f`,
);

/** Terms as the database reads them. A backslash is part of no word, and would escape what is quoted there. */
function termsJson(terms: readonly Term[]): string {
  return storableJson(terms.map((term) => ({ ...term, text: term.text.replaceAll("\\", " ") })));
}

/** Numbers of the desk's tickets that have the words and the marks, the best first. */
export async function ticketsOfWords(
  tx: Transaction,
  { terms, marks, standing, after, before, zone, now, most }: WordsSought,
): Promise<number[]> {
  const asked = [termsJson(terms), marks, after, before, zone, instantParameter(now), most];
  const values = [...asked, standing === null ? null : standing === "open"];
  const rows = await query<{ number: number }>(tx, byWords, values);
  return rows.map(({ number }) => number);
}

const rows = statement(
  "search.rows",
  `select ${listed} from ticket where desk_id = $1 and number = any($2::bigint[]) and ($3::text is null or assignee_id = $3)`,
);
const markedRows = statement(
  "search.marked-rows",
  `select number from search_ticket where desk_id = $1 and number = any($2::bigint[]) and words @@ $3::tsquery
      and ($4::date is null or filed >= ($4::date::timestamp at time zone $6))
      and ($5::date is null or filed < ($5::date::timestamp at time zone $6))`,
);

/** Tickets by their numbers, in no order; with `seenBy`, only those assigned to that member of staff. */
export function foundTickets(
  tx: Transaction,
  numbers: readonly number[],
  seenBy?: string,
): Promise<ListedTicket[]> {
  return query(tx, rows, [deskOf(tx), numbers, seenBy ?? null]);
}

/** Those of these tickets that have the marks and were filed between the dates. */
export async function narrowedTo(
  tx: Transaction,
  numbers: readonly number[],
  { marks, after, before, zone }: Pick<WordsSought, "marks" | "after" | "before" | "zone">,
): Promise<ReadonlySet<number>> {
  const wanted = marks === "" ? "!'@none'" : marks;
  const values = [deskOf(tx), numbers, wanted, after, before, zone];
  const kept = await query<{ number: number }>(tx, markedRows, values);
  return new Set(kept.map(({ number }) => number));
}

/** What a part of a ticket is, as it was kept. */
export interface KeptPart {
  readonly kind: string;
  readonly name?: string;
  readonly seq?: number;
  readonly at?: Instant;
}

/** Where in a ticket the words were found best, and the words as they are compared. */
export interface WordMatch {
  readonly number: number;
  readonly part: KeptPart | null;
  readonly forms: readonly string[];
}

const matches = statement(
  "search.matches",
  `with sought as (
     select coalesce((select array_agg(distinct form) from json_to_recordset($3::json) as t(text text, "not" boolean),
                             unnest(tsvector_to_array(words_of(t.text, 'A'))) as form where not t."not"), '{}') as forms,
            coalesce((select array_agg(bare_text(t.text)) from json_to_recordset($3::json) as t(text text, "not" boolean, unfinished boolean)
                       where t.unfinished and not t."not"), '{}') as beginnings)
   select s.number, s.parts -> (width_bucket(best.place, s.places) - 1) as part, coalesce(near.forms, '{}') as forms
     from sought, search_ticket s
     left join lateral (
       select p.place, array_agg(p.place) over () as places
         from unnest(s.words) w, unnest(w.positions, w.weights) as p(place, weight)
        where w.lexeme = any (sought.forms) or exists (select from unnest(sought.beginnings) b where starts_with(w.lexeme, b))
        order by p.weight, p.place limit 1) best on true
     left join lateral (select array_agg(w.lexeme) as forms from unnest(s.words) w where w.positions && best.places) near on true
    where s.desk_id = $1 and s.number = any($2::bigint[])`,
);

/** Where in each of these tickets the terms were found. */
export function wordMatches(
  tx: Transaction,
  numbers: readonly number[],
  terms: readonly Term[],
): Promise<WordMatch[]> {
  return query(tx, matches, [deskOf(tx), numbers, termsJson(terms)]);
}

const said = statement(
  "search.said",
  `select m.ticket as number, m.seq, left(m.text, 20000) as text
     from unnest($2::bigint[], $3::integer[]) as w(ticket, seq), message m
    where m.desk_id = $1 and m.ticket = w.ticket and m.seq = w.seq`,
);

/** The words of messages, by their tickets and events. */
export function wordsOfMessages(
  tx: Transaction,
  wanted: readonly { readonly number: number; readonly seq: number }[],
): Promise<{ readonly number: number; readonly seq: number; readonly text: string }[]> {
  const values = [deskOf(tx), wanted.map(({ number }) => number), wanted.map(({ seq }) => seq)];
  return query(tx, said, values);
}
