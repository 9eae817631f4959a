import { progressOf, stateOf } from "../../core/ticket/progress.ts";
import type { Progress } from "../../core/ticket/ticket.ts";
import type { Instant } from "../../core/time/instant.ts";
import { countTickets, listTickets } from "../../store/ticket-queue.ts";
import type { ListedTicket, ListFilter, ListPlace, ListSort } from "../../store/ticket-queue.ts";
import type { NextDue, ReadTicket } from "../../store/tickets.ts";
import { inDesk } from "../../store/transaction.ts";
import type { BoundPolicy } from "../caches.ts";
import type { Plazo } from "../plazo.ts";
import { nextDueOf, promisesOf } from "./row-of.ts";

/** A ticket in a list. */
export interface QueueRow {
  readonly folio: string;
  readonly number: number;
  readonly seq: number;
  readonly subject: string;
  readonly requester: { readonly name: string | null; readonly address: string | null };
  readonly channel: string;
  readonly severity: string;
  readonly provisional: boolean;
  readonly level: string;
  readonly state: string;
  readonly progress: Progress;
  readonly assignee: { readonly id: string; readonly name: string } | null;
  readonly filedAt: Instant;
  readonly updatedAt: Instant;
  readonly closedAt: Instant | null;
  /**
   * What falls due next: the earliest limit of the desk's running clocks (in the past: late and not
   * met yet); `paused`: nothing runs because the ticket waits, `at` is none.
   */
  readonly due: NextDue | null;
  readonly breached: boolean;
  /** What the requester last said about being there; null: nothing (RD-2). */
  readonly present: boolean | null;
  readonly urgency: "claimed" | "confirmed" | "refused" | null;
  readonly troubled: boolean;
}

export interface QueueFilter {
  readonly closed?: boolean;
  /** A member of staff's id; `null` for tickets of nobody. */
  readonly assignee?: string | null;
  readonly level?: string;
  readonly severity?: string;
  readonly progress?: readonly Progress[];
  readonly breached?: boolean;
  readonly state?: string;
  readonly category?: string;
  readonly organisation?: string;
  readonly dueBy?: Instant;
  readonly urgency?: "claimed" | "confirmed" | "refused";
  readonly text?: string;
  readonly sort?: ListSort;
  /** Whoever sees only what is assigned to them (FI-1): nothing else is in the list, nor found. */
  readonly seenBy?: string;
}

export interface QueuePage {
  readonly rows: readonly QueueRow[];
  readonly next: string | null;
  readonly now: Instant;
}

/** A page of the queue, what falls due next first (closed ones: closed last first). A cursor that is none begins anew. */
export function queue(
  plazo: Plazo,
  desk: string,
  page: { readonly filter: QueueFilter; readonly cursor?: string; readonly limit?: number },
): Promise<QueuePage> {
  const limit = Math.max(1, Math.min(page.limit ?? 50, 200));
  const { closed = false, ...rest } = page.filter;
  return inDesk(plazo.db, desk, async (tx) => {
    const filter: ListFilter = { ...rest, closed };
    const rows = await listTickets(tx, filter, { after: placeOf(page.cursor), limit: limit + 1 });
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      rows: shown.map(listedRow),
      next: last === undefined ? null : cursorOf(last, filter),
      now: tx.began,
    };
  });
}

/** Numbers of tickets in each list, counted up to 1,000. */
export interface QueueCounts {
  readonly open: number;
  readonly mine: number;
  readonly unassigned: number;
  readonly breached: number;
  readonly waiting: number;
  readonly solved: number;
}

/** Progress of tickets that wait for somebody outside the desk. */
export const waitingProgress: readonly Progress[] = [
  "waiting-for-client",
  "waiting-for-authorisation",
  "waiting-for-third-party",
  "scheduled",
];

/** How many tickets each list holds for a member of staff; with `seenBy`, of those assigned to them. */
export function queueCounts(
  plazo: Plazo,
  desk: string,
  { staff, seenBy }: { readonly staff: string; readonly seenBy?: string },
): Promise<QueueCounts> {
  return inDesk(plazo.db, desk, async (tx) => {
    const count = (filter: Omit<ListFilter, "closed">): Promise<number> =>
      countTickets(tx, { ...filter, ...(seenBy === undefined ? {} : { seenBy }), closed: false });
    return {
      open: await count({}),
      mine: await count({ assignee: staff }),
      unassigned: await count({ assignee: null }),
      breached: await count({ breached: true }),
      waiting: await count({ progress: waitingProgress }),
      solved: await count({ progress: ["solved"] }),
    };
  });
}

/** A ticket read whole, as a list would show it. */
export function queueRowOf(
  { number, ticket, troubled }: ReadTicket,
  policy: BoundPolicy,
  now: Instant,
): QueueRow {
  const { requester, closed } = ticket;
  return {
    folio: ticket.folio,
    number,
    seq: ticket.seq,
    subject: ticket.subject,
    requester: { name: requester.name ?? requester.identity, address: requester.address },
    channel: ticket.channel,
    severity: ticket.severity,
    provisional: ticket.provisional,
    level: ticket.level,
    state: stateOf(ticket, policy, now)?.id ?? "",
    progress: progressOf(ticket, policy.policy.policy, now),
    assignee: ticket.assignee,
    filedAt: ticket.filedAt,
    updatedAt: ticket.lastRecorded,
    closedAt: closed?.at ?? null,
    due: closed === null ? nextDueOf(promisesOf(ticket, policy, now)) : null,
    breached: ticket.recordedBreaches.some(({ withdrawn }) => !withdrawn),
    present: ticket.present,
    urgency: ticket.urgency?.state ?? null,
    troubled: troubled !== null,
  };
}

/** A listed ticket as a row of the queue. */
export function listedRow(row: ListedTicket): QueueRow {
  const {
    assigneeId,
    assigneeName,
    requesterName,
    requesterAddress,
    dueClock,
    dueAt,
    dueKind,
    sortsAt: _,
    troubled,
    ...rest
  } = row;
  return {
    ...rest,
    requester: { name: requesterName, address: requesterAddress },
    assignee: assigneeId === null ? null : { id: assigneeId, name: assigneeName ?? assigneeId },
    due: dueOf(dueClock, dueAt, dueKind),
    troubled: troubled > 0,
  };
}

function dueOf(
  clock: string | null,
  at: Instant | null,
  kind: NextDue["kind"] | null,
): NextDue | null {
  if (clock === null) return null;
  if (kind === "paused") return { clock, kind, at: null };
  return at === null ? null : { clock, kind: "limit", at };
}

function cursorOf(
  { closedAt, sortsAt, updatedAt, number }: ListedTicket,
  { sort }: ListFilter,
): string {
  return `${closedAt ?? (sort === "changed" ? updatedAt : sortsAt)}.${number}`;
}

function placeOf(cursor: string | undefined): ListPlace | null {
  const parts = /^(\d{1,15})\.(\d{1,15})$/u.exec(cursor ?? "");
  return parts === null ? null : { at: Number(parts[1]), number: Number(parts[2]) };
}
