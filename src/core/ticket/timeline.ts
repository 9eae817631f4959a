import type { Instant } from "../time/instant.ts";
import type { Actor } from "./actor.ts";
import type { Fact, TicketEvent } from "./event.ts";
import type { Ticket } from "./ticket.ts";

/** A line of a ticket's history: a fact's type with what its sentence needs, worded by the catalogue. */
export interface Line {
  readonly seq: number;
  readonly at: Instant;
  readonly recorded: Instant;
  readonly type: Fact["type"];
  readonly by: Actor["kind"];
  /** Who did it, by name; null: the desk itself, or somebody who gave none. */
  readonly name: string | null;
  readonly facts: Readonly<Record<string, string>>;
  /** The message that it carries, by id. */
  readonly message: string | null;
}

/** What a closing summary says (HB-15): all that the client may know, from filing to the end. */
export interface History {
  readonly folio: string;
  readonly filedAt: Instant;
  readonly contactedAt: Instant | null;
  readonly solvedAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly cause: string | null;
  readonly remedy: string | null;
  readonly lines: readonly Line[];
}

const HIDDEN: ReadonlySet<Fact["type"]> = new Set([
  "noted",
  "handed-back",
  "level-asked",
  "level-answered",
  "procedure-started",
  "step-done",
  "turn-set",
  "call-due",
  "account-requested",
  "linked",
  "unlinked",
  "split",
  "absorbed",
  "rebound",
  "warned",
  "passed",
  "arrived",
  "left",
]);

/** Facts that only the desk's people may read: reasons and notes among themselves, and who at which level. */
const PRIVATE: ReadonlySet<string> = new Set([
  "reason",
  "note",
  "to",
  "from",
  "assignee",
  "called",
  "contact",
  "telephone",
]);

/** Everything, in the order in which it happened, for the desk's people. */
export function linesForStaff(events: readonly TicketEvent[]): readonly Line[] {
  return inOrder(events).map(lineOf);
}

/** The actions taken that the client may know (FI-12): no note, no hand-over between levels, no private reason. */
export function linesForClient(events: readonly TicketEvent[]): readonly Line[] {
  return inOrder(events)
    .filter(isPublic)
    .map((event) => publicLine(lineOf(event)));
}

/** What happened from filing to resolution (HB-15). `ticket` is the fold of `events`. */
export function historyOf(events: readonly TicketEvent[], ticket: Ticket): History {
  const contacted = ticket.trace.moments.find(({ mark }) => mark === "contacted");
  return {
    folio: ticket.folio,
    filedAt: ticket.filedAt,
    contactedAt: contacted?.at ?? null,
    solvedAt: ticket.solution?.at ?? null,
    closedAt: ticket.closed?.at ?? null,
    cause: ticket.solution?.cause ?? null,
    remedy: ticket.solution?.remedy ?? null,
    lines: linesForClient(events),
  };
}

function inOrder(events: readonly TicketEvent[]): readonly TicketEvent[] {
  return events.toSorted((a, b) => a.at - b.at || a.seq - b.seq);
}

/** Breaches that were withdrawn, or taken back, stay in the record of the desk. */
function isPublic({ fact }: TicketEvent): boolean {
  if (fact.type === "revised") return fact.what === "closing-withdrawn";
  if (fact.type === "added") return !fact.automatic;
  if (fact.type === "assigned") return fact.to !== null;
  return !HIDDEN.has(fact.type);
}

function publicLine(line: Line): Line {
  const facts = Object.fromEntries(
    Object.entries(line.facts).filter(([name]) => !PRIVATE.has(name) || isTheirs(line, name)),
  );
  return { ...line, facts };
}

/** Why it ended, and why urgency was refused, are told to the client. */
function isTheirs({ type }: Line, name: string): boolean {
  return (
    name === "reason" &&
    (type === "closed" ||
      type === "account-refused" ||
      type === "urgency-refused" ||
      type === "charge-refused" ||
      type === "paused")
  );
}

function lineOf({ seq, at, recorded, by, fact }: TicketEvent): Line {
  const name = by.kind === "desk" ? null : by.name;
  const line = { seq, at, recorded, type: fact.type, by: by.kind, name };
  return { ...line, facts: factsOf(fact), message: messageOf(fact) };
}

function messageOf(fact: Fact): string | null {
  if (!("message" in fact) || fact.message === null) return null;
  return typeof fact.message === "string" ? fact.message : fact.message.id;
}

/** The simple values of a fact, as text; instants stay milliseconds for the reader to word. */
function factsOf(fact: Fact): Readonly<Record<string, string>> {
  const facts: Record<string, string> = {};
  for (const [name, value] of Object.entries(fact)) {
    if (name === "type" || name === "message") continue;
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
      facts[name] = String(value);
    }
  }
  if (fact.type === "assigned" && fact.to !== null) facts["assignee"] = fact.to.name;
  return facts;
}
