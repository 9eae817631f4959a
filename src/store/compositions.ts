import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { execute, query, queryOne, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import { touch } from "./touched.ts";
import type { Transaction } from "./transaction.ts";

export type CompositionMode = "reply" | "ask" | "note" | "solve" | "hand-back" | "none";
export type CompositionState = "draft" | "departing" | "stopped";

/** Why words did not leave: the refusal, as it was. */
export interface StoppedBy {
  readonly refused: string;
  readonly clause?: readonly string[];
  readonly assumed?: string;
  readonly field?: string;
  readonly facts?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
}

/** Something written to a ticket that is no message of it yet. */
export interface CompositionRecord {
  /** The id of the message that it becomes. */
  readonly id: string;
  readonly ticket: number;
  readonly folio: string;
  readonly author: string;
  readonly authorName: string;
  readonly mode: CompositionMode;
  readonly content: unknown;
  readonly seen: number;
  readonly state: CompositionState;
  readonly updated: Instant;
  readonly leavesAt: Instant | null;
  readonly stopped: StoppedBy | null;
}

const columns = `id, ticket, folio, author, author_name as "authorName", mode, content, seen, state, updated, leaves_at as "leavesAt", stopped`;

const put = statement(
  "composition.put",
  `insert into composition (desk_id, id, ticket, folio, author, author_name, mode, content, seen, state, updated, leaves_at, stopped)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
   on conflict (desk_id, id) do update set mode = excluded.mode, content = excluded.content, seen = excluded.seen,
     state = excluded.state, updated = excluded.updated, leaves_at = excluded.leaves_at, stopped = excluded.stopped
   where composition.author = excluded.author and composition.ticket = excluded.ticket`,
);

/** Keeps a composition as it is now; `false` where its id is another person's or another ticket's. */
export async function putComposition(tx: Transaction, one: CompositionRecord): Promise<boolean> {
  touch(tx, "tickets");
  // A draft is its author's alone: only what is on its way out is shown to others.
  if (one.state !== "draft") touch(tx, "compositions");
  const written = await execute(tx, put, [
    deskOf(tx),
    one.id,
    one.ticket,
    one.folio,
    one.author,
    one.authorName,
    one.mode,
    JSON.stringify(one.content),
    one.seen,
    one.state,
    instantParameter(one.updated),
    one.leavesAt === null ? null : instantParameter(one.leavesAt),
    one.stopped === null ? null : JSON.stringify(one.stopped),
  ]);
  return written === 1;
}

const lock = statement(
  "composition.lock",
  `select ${columns} from composition where desk_id = $1 and id = $2 for update`,
);

/** A composition, locked until the transaction ends; `undefined`: there is none. */
export function lockComposition(
  tx: Transaction,
  id: string,
): Promise<CompositionRecord | undefined> {
  return queryOne(tx, lock, [deskOf(tx), id]);
}

const lockDue = statement(
  "composition.lock-due",
  `select ${columns} from composition
    where desk_id = $1 and id = $2 and state = 'departing' and leaves_at <= $3 for update skip locked`,
);

/** One whose time has come and that nobody holds; `undefined`: it is held, has left or was called back. */
export function lockDueComposition(
  tx: Transaction,
  id: string,
  now: Instant,
): Promise<CompositionRecord | undefined> {
  return queryOne(tx, lockDue, [deskOf(tx), id, instantParameter(now)]);
}

const remove = statement(
  "composition.remove",
  "delete from composition where desk_id = $1 and id = $2",
);

/** Takes a composition away: it was said, or is not wanted. */
export async function removeComposition(tx: Transaction, id: string): Promise<void> {
  touch(tx, "tickets");
  await execute(tx, remove, [deskOf(tx), id]);
}

const ofTicket = statement(
  "composition.of-ticket",
  `select ${columns} from composition
    where desk_id = $1 and ticket = $2 and (author = $3 or state = 'departing') order by updated, id limit 100`,
);

/** What somebody has written to a ticket, and what anybody's is on its way out; the oldest first. */
export function compositionsAt(
  tx: Transaction,
  ticket: number,
  author: string,
): Promise<CompositionRecord[]> {
  return query(tx, ofTicket, [deskOf(tx), ticket, author]);
}

const ofAuthor = statement(
  "composition.of-author",
  `select ${columns} from composition where desk_id = $1 and author = $2 order by updated desc, id limit 200`,
);

/** What somebody has written to any ticket of the desk, the newest first. */
export function compositionsOf(tx: Transaction, author: string): Promise<CompositionRecord[]> {
  return query(tx, ofAuthor, [deskOf(tx), author]);
}

const dueAcross = statement(
  "composition.due-across",
  `select desk_id as desk, id, author from composition where state = 'departing' and leaves_at <= $1 order by leaves_at, desk_id, id limit $2`,
);

/** What is to leave now, at all desks, in the order in which it was to. */
export function dueCompositions(
  tx: Transaction,
  now: Instant,
  limit: number,
): Promise<{ desk: string; id: string; author: string }[]> {
  return query(tx, dueAcross, [instantParameter(now), limit]);
}

const forget = statement(
  "composition.forget",
  "delete from composition where desk_id = $1 and state <> 'departing' and updated < $2",
);

/** Forgets drafts that nobody has touched since. */
export function forgetCompositions(tx: Transaction, before: Instant): Promise<number> {
  return execute(tx, forget, [deskOf(tx), instantParameter(before)]);
}

const said = statement(
  "composition.said",
  "select seq, text from message where desk_id = $1 and ticket = $2 and id = $3",
);

/** The event with which a composition was said, and its words; `undefined`: it was not. */
export function saidAs(
  tx: Transaction,
  ticket: number,
  id: string,
): Promise<{ readonly seq: number; readonly text: string } | undefined> {
  return queryOne(tx, said, [deskOf(tx), ticket, id]);
}
