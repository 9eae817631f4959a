import type { Instant } from "../../core/time/instant.ts";
import { listMessages } from "../../store/outbox.ts";
import type { OutboxRow, OutboxState } from "../../store/outbox.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { isSendableAgain } from "./sendable-again.ts";

export interface OutgoingRow {
  readonly id: string;
  readonly kind: string;
  readonly folio: string | null;
  /** The moment that it tells of: "received", "answered", "warned"… */
  readonly moment: string;
  readonly recipient: string;
  readonly subject: string;
  readonly state: OutboxState;
  readonly at: Instant;
  readonly due: Instant;
  readonly sentAt: Instant | null;
  readonly attempts: number;
  readonly error: string | null;
  /** When another server told that it came back or is late. */
  readonly toldBack: Instant | null;
  /** The message that it repeats, and the id of the member of staff who asked for that. */
  readonly againOf: string | null;
  readonly askedBy: string | null;
  /** Whether it may be sent once more: it failed, came back or was held, and no other repeats it. */
  readonly sendable: boolean;
}

export interface OutgoingList {
  readonly cursor?: string;
  /** At most 200; 50 where left out. */
  readonly limit?: number;
  readonly state?: OutboxState;
}

/** What left the desk or waits to, newest first, a page at a time; a cursor that is none begins anew. */
export function listOutgoing(
  plazo: Plazo,
  desk: string,
  page: OutgoingList,
): Promise<{ readonly messages: OutgoingRow[]; readonly next: string | null }> {
  const limit = Math.max(1, Math.min(page.limit ?? 50, 200));
  const before = idOf(page.cursor ?? "") ?? Number.MAX_SAFE_INTEGER;
  return inDesk(plazo.db, desk, async (tx) => {
    const rows = await listMessages(tx, { before, limit: limit + 1, state: page.state ?? null });
    const messages = rows.slice(0, limit).map(outgoingRow);
    return { messages, next: rows.length > limit ? (messages.at(-1)?.id ?? null) : null };
  });
}

/** An outgoing message as the desk's people see it. */
export function outgoingRow(row: OutboxRow): OutgoingRow {
  const { id, kind, folio, moment, recipient, subject, state, at, due, sentAt, attempts } = row;
  const { error, toldBack, againOf, askedBy } = row;
  return {
    id: String(id),
    kind,
    folio,
    moment,
    recipient,
    subject,
    state,
    at,
    due,
    sentAt,
    attempts,
    error,
    toldBack,
    againOf: againOf === null ? null : String(againOf),
    askedBy,
    sendable: isSendableAgain(row) && !row.sentAgain,
  };
}

/** The number in an id from outside; `undefined` where it is none. */
export function idOf(text: string): number | undefined {
  return /^\d{1,15}$/u.test(text) ? Number(text) : undefined;
}
