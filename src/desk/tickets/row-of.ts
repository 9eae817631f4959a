import type { ClockReading } from "../../core/clock/clock.ts";
import { readClocks } from "../../core/clock/readings.ts";
import { categoryOf } from "../../core/tracker/row.ts";
import { progressOf, stateOf } from "../../core/ticket/progress.ts";
import type { Binding } from "../../core/ticket/scene.ts";
import type { Ticket } from "../../core/ticket/ticket.ts";
import { watched } from "../../core/ticket/view.ts";
import type { Instant } from "../../core/time/instant.ts";
import type { NextDue, TicketRow } from "../../store/tickets.ts";
import { portalKey } from "../register/portal-key.ts";

/** What a row is made from, besides the ticket. */
export interface RowScene {
  readonly binding: Binding;
  readonly now: Instant;
  readonly number: number;
  readonly head: Uint8Array;
  readonly wakesAt: Instant | null;
  /** The newest exception of the calendars that it was decided with. */
  readonly exceptions: number;
}

interface Reading {
  readonly binding: Binding;
  readonly now: Instant;
  readonly promises: readonly ClockReading[];
}

/** The last reading of each ticket: its row, its mails and its page ask for the same one. */
const readings = new WeakMap<Ticket, Reading>();

/** Every promise of a ticket as it stands at `now`. */
export function promisesOf(
  ticket: Ticket,
  binding: Binding,
  now: Instant,
): readonly ClockReading[] {
  const known = readings.get(ticket);
  if (known?.binding === binding && known.now === now) return known.promises;
  const promises = readClocks(watched(ticket, binding, now), now);
  readings.set(ticket, { binding, now, promises });
  return promises;
}

/** The row of a ticket: its fold, and what the lists sort and filter by. */
export function rowOf(ticket: Ticket, scene: RowScene): TicketRow {
  const { binding, now, number, head, wakesAt, exceptions } = scene;
  const { policy } = binding.policy;
  return {
    number,
    ticket,
    severityRank: policy.severities.findIndex(({ id }) => id === ticket.severity),
    state: stateOf(ticket, binding, now)?.id ?? "",
    progress: progressOf(ticket, policy, now),
    due: ticket.closed === null ? dueOf(ticket, promisesOf(ticket, binding, now)) : null,
    breached: ticket.recordedBreaches.some(({ withdrawn }) => !withdrawn),
    callDue: callDueOf(ticket),
    wakesAt,
    exceptions,
    portal: ticket.portal === null ? null : portalKey(ticket.portal),
    category: categoryOf(ticket, policy),
    head,
  };
}

/** The clock's name under which a call to be made stands in the queue. */
export const callClock = "call-back";

/** When the client is to be called, while the ticket is open (CC-11). */
function callDueOf({ turn = null, closed }: Ticket): Instant | null {
  return turn?.channel === "phone" && closed === null ? turn.due : null;
}

/** What falls due next; a call that the client is waiting for is one of the things that do (CC-11). */
function dueOf({ turn = null }: Ticket, readings: readonly ClockReading[]): NextDue | null {
  const next = nextDueOf(readings);
  if (turn === null || turn.channel !== "phone") return next;
  const isFirst = next === null || next.at === null || turn.due <= next.at;
  return isFirst ? { clock: callClock, kind: "limit", at: turn.due } : next;
}

/**
 * What falls due next: the earliest limit among the desk's promises that are running or late and not
 * met yet; where there is none and one is paused, that one.
 */
export function nextDueOf(readings: readonly ClockReading[]): NextDue | null {
  const own = readings.filter(
    ({ rule, stopped }) => rule.against === "desk" && rule.breach !== false && stopped === null,
  );
  let next: NextDue | null = null;
  for (const { rule, status, limit } of own) {
    if (limit === null || (status !== "running" && status !== "missed")) continue;
    if (next === null || next.at === null || limit < next.at)
      next = { clock: rule.id, kind: "limit", at: limit };
  }
  const paused = own.find(({ status }) => status === "paused");
  return (
    next ?? (paused === undefined ? null : { clock: paused.rule.id, kind: "paused", at: null })
  );
}
