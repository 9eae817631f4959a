import { bucketsOf } from "../../core/clock/buckets.ts";
import type { Bucket, ClockReading, Explanation } from "../../core/clock/clock.ts";
import { explainClock } from "../../core/clock/explain.ts";
import type { Calendar } from "../../core/calendar/calendar.ts";
import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { TicketEvent } from "../../core/ticket/event.ts";
import type { Ticket } from "../../core/ticket/ticket.ts";
import { watched } from "../../core/ticket/view.ts";
import type { Instant, Millis } from "../../core/time/instant.ts";
import { messagesFor } from "../../store/outbox.ts";
import type { FileRecord, MessageRecord } from "../../store/ticket-records.ts";
import { readTicket } from "../../store/tickets.ts";
import type { ReadTicket } from "../../store/tickets.ts";
import { eventsAfter, filesOf, messagesOf } from "../../store/timeline.ts";
import { inDesk } from "../../store/transaction.ts";
import type { BoundPolicy } from "../caches.ts";
import { outgoingRow } from "../outgoing/list-outgoing.ts";
import type { OutgoingRow } from "../outgoing/list-outgoing.ts";
import type { Plazo } from "../plazo.ts";
import { boundPolicy } from "../policies/bound-policy.ts";
import type { Place } from "./act.ts";
import { asTold } from "./as-told.ts";
import { queueRowOf } from "./queue.ts";
import type { QueueRow } from "./queue.ts";
import { promisesOf } from "./row-of.ts";

/** A message of a ticket; `seq` is the event that it came with. */
export type MessageRow = MessageRecord;

/** A file of a message; its bytes come from `readFile`. */
export type FileRow = FileRecord;

/** A ticket whole, as staff see it. */
export interface StaffView {
  readonly row: QueueRow;
  readonly ticket: Ticket;
  readonly policy: BoundPolicy;
  readonly now: Instant;
  readonly promises: readonly ClockReading[];
  readonly buckets: Readonly<Record<Bucket, Millis>>;
  readonly events: readonly TicketEvent[];
  readonly messages: readonly MessageRow[];
  readonly files: readonly FileRow[];
  readonly deliveries: readonly OutgoingRow[];
  /** The worker could not record what fell due: how often, why, and when it tries again. */
  readonly troubled: ReadTicket["troubled"];
}

/** A ticket with its timeline, promises and what left for it. Refuses `no-such-ticket`. */
export function ticketForStaff(
  plazo: Plazo,
  place: Place,
): Promise<StaffView | Refusal<"no-such-ticket">> {
  const { desk, folio } = place;
  return inDesk(plazo.db, desk, async (tx): Promise<StaffView | Refusal<"no-such-ticket">> => {
    const found = await readTicket(tx, folio);
    if (found === undefined) return refuse("no-such-ticket", { facts: { folio } });
    const { number, troubled } = found;
    const policy = await boundPolicy(plazo, tx, { number: found.ticket.policy });
    const now = await tx.now(found.ticket.lastRecorded);
    const ticket = await asTold(plazo, tx, { found, policy, now });
    const promises = promisesOf(ticket, policy, now);
    return {
      row: queueRowOf(found, policy, now),
      ticket,
      policy,
      now,
      promises,
      buckets: bucketsOf(ticket.trace, resolutionCalendar(promises, policy), now),
      events: await eventsAfter(tx, number, 0),
      messages: await messagesOf(tx, number, "all"),
      files: await filesOf(tx, number),
      deliveries: (await messagesFor(tx, number)).map(outgoingRow),
      troubled,
    };
  });
}

/** Whose a ticket is; `undefined` where there is none of that folio. */
export function assigneeOf(
  plazo: Plazo,
  { desk, folio }: Place,
): Promise<Ticket["assignee"] | undefined> {
  return inDesk(plazo.db, desk, async (tx) => (await readTicket(tx, folio))?.ticket.assignee);
}

/** A clock's deadline with every stretch that makes it; round 0 is the current one. Refuses `no-such-ticket`, `no-such-clock`. */
export function explainForStaff(
  plazo: Plazo,
  place: Place,
  wanted: { readonly clock: string; readonly round: number },
): Promise<Explanation | Refusal<"no-such-ticket" | "no-such-clock">> {
  const { desk, folio } = place;
  return inDesk(
    plazo.db,
    desk,
    async (tx): Promise<Explanation | Refusal<"no-such-ticket" | "no-such-clock">> => {
      const found = await readTicket(tx, folio);
      if (found === undefined) return refuse("no-such-ticket", { facts: { folio } });
      const policy = await boundPolicy(plazo, tx, { number: found.ticket.policy });
      const now = await tx.now(found.ticket.lastRecorded);
      const ticket = await asTold(plazo, tx, { found, policy, now });
      const { clock, round } = wanted;
      const asked = { clock, policy: ticket.policy, ...(round === 0 ? {} : { round }) };
      return (
        explainClock(watched(ticket, policy, now), asked, now) ??
        refuse("no-such-clock", { facts: { clock } })
      );
    },
  );
}

/** Time outside hours is counted on the calendar of the clock that ends with the solution; none: always open. */
function resolutionCalendar(
  promises: readonly ClockReading[],
  { policy, calendars }: BoundPolicy,
): Calendar | null {
  const solving = promises.find(
    ({ rule }) => rule.to.includes("solved") || rule.to.includes("told.solved"),
  );
  const id = solving === undefined ? policy.policy.hours : solving.rule.calendar;
  return id === null ? null : calendars(id);
}
