import type { Bucket, ClockReading, Explanation } from "../../core/clock/clock.ts";
import type { FileKind } from "../../core/policy/form-rule.ts";
import type { Language } from "../../core/policy/text.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { TicketEvent } from "../../core/ticket/event.ts";
import type { Ticket } from "../../core/ticket/ticket.ts";
import type { Instant, Millis } from "../../core/time/instant.ts";
import type { BoundPolicy } from "../caches.ts";
import type { OutgoingRow } from "../outgoing/list-outgoing.ts";
import type { Plazo } from "../plazo.ts";
import type { Place } from "./act.ts";
import type { QueueRow } from "./queue.ts";

export interface MessageRow {
  readonly id: string;
  readonly seq: number;
  readonly at: Instant;
  readonly author: { readonly kind: "client" | "staff" | "desk"; readonly name: string | null };
  readonly public: boolean;
  readonly channel: string;
  readonly text: string;
  readonly html: string | null;
  readonly language: Language;
}

export interface FileRow {
  readonly id: string;
  readonly message: string;
  readonly name: string;
  readonly mediaType: string;
  readonly kind: FileKind;
  readonly size: number;
}

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
  readonly troubled: { readonly failures: number; readonly retryAt: Instant; readonly error: string } | null;
}

/** A ticket with its timeline, promises and what left for it. */
export function ticketForStaff(_plazo: Plazo, _place: Place): Promise<StaffView | Refusal<"no-such-ticket">> {
  throw new Error("being written");
}

/** A clock's deadline with every stretch that makes it. */
export function explainForStaff(_plazo: Plazo, _place: Place, _clock: { readonly clock: string; readonly round: number }): Promise<Explanation | Refusal<"no-such-ticket" | "no-such-clock">> {
  throw new Error("being written");
}
