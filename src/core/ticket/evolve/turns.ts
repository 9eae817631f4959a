import type { Pause, Trace } from "../../clock/trace.ts";
import type { PauseReason } from "../../policy/clock-rule.ts";
import type { Awaited } from "../../policy/condition.ts";
import type { Ticket, Turn } from "../ticket.ts";
import type { TicketEvent } from "../event.ts";
import { inserted } from "./moments.ts";

const REASON: Readonly<Record<Awaited, PauseReason>> = {
  client: "waiting-for-client",
  authorisation: "waiting-for-authorisation",
  "third-party": "waiting-for-third-party",
  confirmation: "awaiting-confirmation",
};

/** What the waits of a ticket are drawn from. */
export type Waits = Pick<Ticket, "turns" | "awaiting" | "askedAt" | "trace">;

/** The waits of a ticket whose trace has gone on. */
export function waitsWith({ turns, awaiting, askedAt }: Waits, trace: Trace): Waits {
  return { turns, awaiting, askedAt, trace };
}

/** Whether it is the client who is awaited: a message of theirs ends it by itself. */
export function isOfClient(awaited: Awaited | null): boolean {
  return awaited === "client" || awaited === "authorisation" || awaited === "confirmation";
}

/** From this event on, this is awaited; one thing at a time, so what was awaited before is not. */
export function awaits(ticket: Waits, event: TicketEvent, awaited: Awaited): Waits {
  return turned(ticket, { at: event.at, seq: event.seq, turn: "awaits", awaits: awaited });
}

/** The client spoke: what was awaited of them is over; a wait for a third party goes on. */
export function clientSaid(ticket: Waits, event: TicketEvent): Waits {
  return turned(ticket, { at: event.at, seq: event.seq, turn: "client-said", awaits: null });
}

/** Nothing is awaited any more. */
export function awaitsNothing(ticket: Waits, event: TicketEvent): Waits {
  return turned(ticket, { at: event.at, seq: event.seq, turn: "nothing", awaits: null });
}

function turned(ticket: Waits, turn: Turn): Waits {
  const turns = inserted(ticket.turns, [turn]);
  const last = ticket.turns.at(-1);
  if (last !== undefined && turns.at(-1) !== turn) return redrawn(ticket, turns);
  const step = stepped(ticket.awaiting, turn);
  return {
    turns,
    awaiting: step.awaiting,
    askedAt: step.changes ? (isOfClient(step.awaiting) ? turn.at : null) : ticket.askedAt,
    trace: step.changes ? withTurn(ticket.trace, step.awaiting, turn.at) : ticket.trace,
  };
}

/** A turn that arrived late changes the meaning of those after it: all pauses are drawn again. */
function redrawn(ticket: Waits, turns: readonly Turn[]): Waits {
  const scheduled = ticket.trace.pauses.filter((pause) => pause.reason === "scheduled");
  let trace: Trace = { ...ticket.trace, pauses: [] };
  let awaiting: Awaited | null = null;
  let askedAt: number | null = null;
  for (const turn of turns) {
    const step = stepped(awaiting, turn);
    if (!step.changes) continue;
    awaiting = step.awaiting;
    askedAt = isOfClient(awaiting) ? turn.at : null;
    trace = withTurn(trace, awaiting, turn.at);
  }
  const pauses = [...trace.pauses, ...scheduled].sort((a, b) => a.from - b.from);
  return { turns, awaiting, askedAt, trace: { ...trace, pauses } };
}

function stepped(
  awaiting: Awaited | null,
  turn: Turn,
): { awaiting: Awaited | null; changes: boolean } {
  if (turn.turn === "awaits") return { awaiting: turn.awaits, changes: true };
  if (turn.turn === "client-said" && !isOfClient(awaiting)) return { awaiting, changes: false };
  return { awaiting: null, changes: awaiting !== null };
}

function withTurn(trace: Trace, awaiting: Awaited | null, at: number): Trace {
  const pauses = withoutOpen(trace.pauses, at);
  if (awaiting === null) return { ...trace, pauses };
  return { ...trace, pauses: pauses.concat({ reason: REASON[awaiting], from: at, to: null }) };
}

/** The open wait ends here; one that would last no time never was. There is one at most. */
function withoutOpen(pauses: readonly Pause[], at: number): readonly Pause[] {
  const place = pauses.findLastIndex(({ to, reason }) => to === null && reason !== "scheduled");
  const open = pauses[place];
  if (open === undefined) return pauses;
  return open.from >= at ? pauses.toSpliced(place, 1) : pauses.with(place, { ...open, to: at });
}
