import type { Ticket } from "../ticket/ticket.ts";
import type { Instant, Millis } from "../time/instant.ts";
import { DAY } from "../time/instant.ts";

/** What a client can answer: two, so that one press says it and few answers can be read as they are. */
export const scores = ["good", "bad"] as const;
export type Score = (typeof scores)[number];

/** How long after it was asked a first answer is taken, and how long after its answer it may be changed. */
export const answeredWithin: Millis = 30 * DAY;
const changedWithin: Millis = 14 * DAY;

/** Endings of which a client can say whether they are content: what was answered, not what was put aside. */
const asked: ReadonlySet<string> = new Set(["confirmed", "silence", "by-agent"]);

/**
 * The solution that is asked about, by its instant, where the desk asks since `since`: of a ticket
 * that was closed with its solution told, then or later. Null: nothing is asked.
 */
export function askedAbout(
  { closed, solution }: Pick<Ticket, "closed" | "solution">,
  since: Instant | null,
): { readonly solution: Instant; readonly at: Instant } | null {
  if (since === null || closed === null || solution === null || !solution.told) return null;
  if (closed.at < since || !asked.has(closed.reason)) return null;
  return { solution: solution.at, at: closed.at };
}

/** Whether an answer is still taken at `now`. */
export function mayAnswer(
  { asked: at, answered }: { readonly asked: Instant; readonly answered: Instant | null },
  now: Instant,
): boolean {
  return answered === null ? now < at + answeredWithin : now < answered + changedWithin;
}
