import type { ActBody, ActName } from "../../contract/acts.ts";
import type { Problem } from "../../contract/problem.ts";
import type { TimelineEntry } from "../../contract/ticket.ts";
import type { Instant } from "../../core/time/instant.ts";

/** A ticket's place: its acts go out one after the other, in the order in which they were done. */
export interface Lane {
  readonly desk: string;
  readonly folio: string;
}

/** What somebody did to a ticket: whoever signs in after them in the same tab sees and sends none of it. */
export interface Own extends Lane {
  /** Who, by id. */
  readonly me: string;
}

/**
 * An act that is shown before the server answered. `waiting`: others of the same ticket go first;
 * `going`: it was asked for; `done`: the server did it, and what it read since is awaited; `back`: it
 * was not done, and is shown no longer.
 */
export interface Underway extends Lane {
  readonly id: string;
  /** Who did it: their id and name. */
  readonly me: { readonly id: string; readonly name: string };
  /** The ticket's version as it was seen. */
  readonly seq: number;
  readonly name: ActName;
  readonly body: ActBody<ActName>;
  /** When it was done, in the server's time. */
  readonly at: Instant;
  readonly state: "waiting" | "going" | "done" | "back";
  /** Of one that is done: the version that it made. */
  readonly made: number | null;
  /** Of one that was put back: why; null: because the one before it was. */
  readonly problem: Problem | null;
  /** How often the server refused it: what it did not refuse is asked for under the same key again. */
  readonly refused: number;
}

/** What became of an act: the version that it made, or why it was not done. */
export type Outcome = { readonly made: number } | { readonly problem: Problem };

const isOf = (one: Lane, { desk, folio }: Lane): boolean =>
  one.desk === desk && one.folio === folio;

/** Whether it is still to be asked for, or was and has no answer. */
export function isOnItsWay({ state }: Underway): boolean {
  return state === "waiting" || state === "going";
}

const isBackOf = (one: Underway, own: Own): boolean =>
  isOf(one, own) && one.me.id === own.me && one.state === "back";

/** The key under which an act is done once, however often it is asked for: also where no answer came and the page was left since. */
export function keyOf({ id, refused }: Pick<Underway, "id" | "refused">): string {
  return `${id}/${String(refused)}`;
}

/** The act of a ticket that goes out now: the first that waits, while none is going. */
export function nextOf(list: readonly Underway[], lane: Lane): Underway | null {
  const own = list.filter((one) => isOf(one, lane));
  if (own.some(({ state }) => state === "going")) return null;
  return own.find(({ state }) => state === "waiting") ?? null;
}

/** With an act under way. */
export function going(list: readonly Underway[], id: string): readonly Underway[] {
  return list.map((one) => (one.id === id ? { ...one, state: "going" } : one));
}

/** With what became of an act. What followed it on the same ticket was decided on what it would bring: it is put back with it. */
export function settled(
  list: readonly Underway[],
  id: string,
  outcome: Outcome,
): readonly Underway[] {
  const one = list.find((known) => known.id === id);
  if (one === undefined) return list;
  if ("made" in outcome)
    return list.map((known) =>
      known.id === id ? { ...known, state: "done", made: outcome.made } : known,
    );
  return list.map((known) => {
    if (known.id === id) return putBack(known, outcome.problem);
    return isOf(known, one) && known.state === "waiting" ? { ...known, state: "back" } : known;
  });
}

function putBack(act: Underway, problem: Problem): Underway {
  // What failed on its way, or is being done still, may have been done.
  const { status, code } = problem;
  const isRefused = status >= 400 && status < 500 && !code.startsWith("idempotency-");
  return { ...act, state: "back", problem, refused: act.refused + (isRefused ? 1 : 0) };
}

/** With what was put back of somebody's acts on a ticket asked for once more, in its order, as the ticket is seen now. */
export function again(
  list: readonly Underway[],
  own: Own,
  seq: number | null,
): readonly Underway[] {
  return list.map((one) =>
    isBackOf(one, own) ? { ...one, state: "waiting", problem: null, seq: seq ?? one.seq } : one,
  );
}

/** Without what was put back of somebody's acts on a ticket; with a name, without that act alone. */
export function withoutBack(
  list: readonly Underway[],
  own: Own,
  name?: ActName,
): readonly Underway[] {
  return list.filter((one) => !(isBackOf(one, own) && (name ?? one.name) === one.name));
}

/** What somebody's act of a name says that was put back of a ticket. */
export function backOf<Name extends ActName>(
  list: readonly Underway[],
  own: Own,
  name: Name,
): ActBody<Name> | undefined {
  const found = list.find((one) => isBackOf(one, own) && one.name === name);
  return found?.body as ActBody<Name> | undefined;
}

/** Milliseconds for which an act that was done is remembered: a list that was read before it may be shown still. */
const REMEMBERED = 120_000;

/** Without what was done long ago. */
export function remembered(list: readonly Underway[], now: Instant): readonly Underway[] {
  return list.filter(({ state, at }) => state !== "done" || now - at < REMEMBERED);
}

/** The acts of a ticket that what was read of it at a version does not hold yet, in their order. */
export function notIn(list: readonly Underway[], seq: number): readonly Underway[] {
  return list.filter(
    ({ state, made }) => state !== "back" && (state !== "done" || (made ?? 0) > seq),
  );
}

/**
 * Of acts and the lines that they will bring, those whose line is not in the timeline: what is told
 * live may come before the answer, and is not shown twice.
 */
export function unseen<Line extends { readonly type: string }>(
  lines: readonly (readonly [act: Underway, line: Line])[],
  timeline: readonly Pick<TimelineEntry, "seq" | "type" | "by">[],
): readonly (readonly [act: Underway, line: Line])[] {
  const taken = new Set<number>();
  return lines.filter(([act, { type }]) => {
    const found = timeline.find(
      (entry) =>
        !taken.has(entry.seq) &&
        entry.seq > act.seq &&
        entry.type === type &&
        entry.by.kind === "staff" &&
        entry.by.name === act.me.name,
    );
    if (found !== undefined) taken.add(found.seq);
    return found === undefined;
  });
}
