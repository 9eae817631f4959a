import { mark } from "../../core/search/document.ts";
import { marksQuery, narrow } from "../../core/search/filters.ts";
import type { Narrowing } from "../../core/search/filters.ts";
import { identifierSought } from "../../core/search/identifiers.ts";
import { excerptOf, markWords } from "../../core/search/marked.ts";
import type { Stretch } from "../../core/search/marked.ts";
import { asksNothing, readSearch } from "../../core/search/query.ts";
import type { Search } from "../../core/search/query.ts";
import { bareLine } from "../../core/text/bare.ts";
import { isRefusal } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { Instant } from "../../core/time/instant.ts";
import {
  foundTickets,
  narrowedTo,
  ticketsOfFolio,
  ticketsOfKey,
  ticketsOfNumber,
  ticketsOfWords,
  wordMatches,
  wordsOfMessages,
} from "../../store/search/find.ts";
import type { Identified, WordMatch, WordsSought } from "../../store/search/find.ts";
import { isSearchWhole } from "../../store/search/progress.ts";
import { membersOf } from "../../store/staff/memberships.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Transaction } from "../../store/transaction.ts";
import type { ListedTicket } from "../../store/ticket-queue.ts";
import type { Plazo } from "../plazo.ts";
import { policyHint } from "../policies/current-policy.ts";
import { listedRow } from "../tickets/queue.ts";
import type { QueueRow } from "../tickets/queue.ts";

/** What is looked for, by whom. */
export interface SearchWish {
  /** As it was written into the box. */
  readonly q: string;
  readonly me: string;
  /** Whoever sees only what is assigned to them (FI-1): nothing else is found. */
  readonly seenBy?: string;
  /** How many are left out before the page, and how many it holds. */
  readonly skip?: number;
  readonly limit: number;
}

/** Where in a ticket it was found. */
export interface FoundIn {
  readonly kind: string;
  /** A field's id, a file's name, or the identifier itself. */
  readonly name: string | null;
  /** The message's event, and when it was. */
  readonly seq: number | null;
  readonly at: Instant | null;
  readonly excerpt: readonly Stretch[] | null;
}

/** A ticket that was found; its subject with the words that were looked for marked. */
export interface FoundTicket {
  readonly row: QueueRow;
  readonly subject: readonly Stretch[];
  readonly found: FoundIn | null;
}

/** A page of what was found. */
export interface FoundPage {
  readonly tickets: readonly FoundTicket[];
  /** How many to leave out for the next page; null: this was the last. */
  readonly next: number | null;
  /** False: the desk's past is still being read, and only what is newer is found. */
  readonly whole: boolean;
  readonly now: Instant;
}

/** How deep a search goes: nobody reads on, and a narrower search is a better one. */
export const DEEPEST = 400;

/**
 * Tickets that have what was written: those that it identifies first (their folio, an address, an RFC,
 * a UUID, a code, a file's name, by its beginning), then those that have its words, the best first.
 * Refuses `no-such-desk`.
 */
export async function searchTickets(
  plazo: Plazo,
  desk: string,
  wish: SearchWish,
): Promise<FoundPage | Refusal<"no-such-desk">> {
  const hint = await policyHint(plazo, desk);
  if (isRefusal(hint)) return hint;
  const search = readSearch(wish.q);
  return inDesk(plazo.db, desk, async (tx) => {
    const asksForPeople = search.filters.some(({ name }) => name === "assignee");
    const staff = asksForPeople ? await membersOf(tx, desk) : [];
    const narrowed = narrow(search.filters, {
      policy: hint.policy,
      staff: staff.map(({ userId: id, name }) => ({ id, name })),
      me: wish.me,
    });
    const own: readonly Narrowing[] =
      wish.seenBy === undefined ? [] : [{ any: [mark.assignee(wish.seenBy)], not: false }];
    const marks = marksQuery([...narrowed.marks, ...own]);
    const zone = hint.policy.desk.zone;
    const { before, after, standing } = narrowed;
    const looking: Looking = {
      tx,
      search,
      wish,
      sought: { marks: marks ?? "", standing, before, after, zone },
      filters: marksQuery(narrowed.marks) ?? "",
    };
    const isPossible = marks !== null && !asksNothing(search);
    const found = isPossible ? await numbersFound(looking) : [];
    const page = await pageOf(looking, found);
    return { ...page, whole: await isSearchWhole(tx), now: tx.began };
  });
}

interface Looking {
  readonly tx: Transaction;
  readonly search: Search;
  readonly wish: SearchWish;
  readonly sought: Pick<WordsSought, "marks" | "standing" | "before" | "after" | "zone">;
  /** The marks of what was written, without whose tickets are seen. */
  readonly filters: string;
}

interface FoundNumber {
  readonly number: number;
  /** What identified it; null: its words, or its folio. */
  readonly key: string | null;
  readonly by: "folio" | "key" | "words";
}

/** Numbers of all that is found, as deep as the page needs, each once. */
async function numbersFound(looking: Looking): Promise<readonly FoundNumber[]> {
  const { tx, search, wish, sought } = looking;
  const most = Math.min(DEEPEST, (wish.skip ?? 0) + wish.limit + 1);
  const identified = await identifiedTickets(looking, most);
  const found = new Map(identified.map((one) => [one.number, one]));
  if (found.size < most) {
    const now = tx.began;
    const numbers = await ticketsOfWords(tx, { ...sought, terms: search.terms, now, most });
    for (const number of numbers)
      if (!found.has(number)) found.set(number, { number, key: null, by: "words" });
  }
  return [...found.values()].slice(0, most);
}

/**
 * Those that the whole text identifies: what it is exactly, then what begins so. Whose a ticket is stands
 * on the ticket itself: whoever sees only theirs finds it by its folio as soon as they have it.
 */
async function identifiedTickets(
  { tx, search, wish, sought, filters }: Looking,
  page: number,
): Promise<readonly FoundNumber[]> {
  const whole = search.whole.trim();
  if (whole === "") return [];
  const { before, after } = sought;
  const isNarrow = filters !== "" || before !== null || after !== null;
  const most = wish.seenBy === undefined && !isNarrow ? page : DEEPEST;
  const digits = /^\d+$/u.test(whole) ? whole : null;
  const found: Identified[] = /\s/u.test(whole) ? [] : await ticketsOfFolio(tx, whole, most);
  if (digits !== null) found.push(...(await ticketsOfNumber(tx, digits, most)));
  for (const key of identifierSought(whole)) found.push(...(await ticketsOfKey(tx, key, most)));
  const sorted = [...found.filter(({ exact }) => exact), ...found.filter(({ exact }) => !exact)];
  if (sorted.length === 0) return [];
  const numbers = sorted.map(({ number }) => number);
  const kept = isNarrow ? await narrowedTo(tx, numbers, { ...sought, marks: filters }) : null;
  const seen =
    wish.seenBy === undefined
      ? null
      : new Set((await foundTickets(tx, numbers, wish.seenBy)).map(({ number }) => number));
  return sorted
    .filter(({ number }) => (kept?.has(number) ?? true) && (seen?.has(number) ?? true))
    .map(({ number, key }) => ({ number, key, by: key === null ? "folio" : "key" }));
}

/** The page of what was found: each with its row, where it was found, and its words marked. */
async function pageOf(
  { tx, search, wish }: Looking,
  found: readonly FoundNumber[],
): Promise<Pick<FoundPage, "tickets" | "next">> {
  const skip = wish.skip ?? 0;
  const shown = found.slice(skip, skip + wish.limit);
  if (shown.length === 0) return { tickets: [], next: null };
  const numbers = shown.map(({ number }) => number);
  const listed = await foundTickets(tx, numbers, wish.seenBy);
  const terms = search.terms.filter(({ not }) => !not);
  const matched = terms.length === 0 ? [] : await wordMatches(tx, numbers, search.terms);
  const rows = new Map(listed.map((row) => [row.number, row]));
  const matches = new Map(matched.map((match) => [match.number, match]));
  const said = await saidIn(tx, matched);
  const tickets = shown.flatMap((one): readonly FoundTicket[] => {
    const row = rows.get(one.number);
    return row === undefined ? [] : [presented(one, row, { match: matches.get(one.number), said })];
  });
  const isMore = found.length > skip + wish.limit && skip + wish.limit < DEEPEST;
  return { tickets, next: isMore ? skip + wish.limit : null };
}

async function saidIn(
  tx: Transaction,
  matched: readonly WordMatch[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = matched.flatMap(({ number, part }) =>
    part?.seq === undefined ? [] : [{ number, seq: part.seq }],
  );
  if (wanted.length === 0) return new Map();
  const rows = await wordsOfMessages(tx, wanted);
  return new Map(rows.map(({ number, seq, text }) => [`${number}.${seq}`, text]));
}

interface Evidence {
  readonly match: WordMatch | undefined;
  readonly said: ReadonlyMap<string, string>;
}

function presented(one: FoundNumber, row: ListedTicket, { match, said }: Evidence): FoundTicket {
  const forms = new Set([
    ...(match?.forms ?? []),
    ...(one.key === null ? [] : [bareLine(one.key)]),
  ]);
  const subject = markWords(row.subject, forms);
  return { row: listedRow(row), subject, found: whereFound(one, { match, said, forms }) };
}

function whereFound(
  { key, by }: FoundNumber,
  { match, said, forms }: Evidence & { readonly forms: ReadonlySet<string> },
): FoundIn | null {
  const nowhere = { name: null, seq: null, at: null, excerpt: null };
  const part = match?.part ?? null;
  if (by === "folio") return { ...nowhere, kind: "folio" };
  if (part === null) return key === null ? null : { ...nowhere, kind: "identifier", name: key };
  const { kind, name = key, seq = null, at = null } = part;
  const text = seq === null ? undefined : said.get(`${match?.number ?? 0}.${seq}`);
  return { kind, name, seq, at, excerpt: text === undefined ? null : excerptOf(text, forms) };
}
