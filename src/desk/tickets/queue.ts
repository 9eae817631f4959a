import type { Instant } from "../../core/time/instant.ts";
import type { Progress } from "../../core/ticket/ticket.ts";
import type { Plazo } from "../plazo.ts";

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
  readonly due:
    | { readonly clock: string; readonly kind: "limit"; readonly at: Instant }
    | { readonly clock: string; readonly kind: "paused"; readonly at: null }
    | null;
  readonly breached: boolean;
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
  /** The beginning of a folio, a subject or an address. */
  readonly search?: string;
}

export interface QueuePage {
  readonly rows: readonly QueueRow[];
  readonly next: string | null;
  readonly now: Instant;
}

/** A page of the queue, what falls due next first (closed ones: closed last first). A cursor of another list is ignored. */
export function queue(_plazo: Plazo, _desk: string, _page: { readonly filter: QueueFilter; readonly cursor?: string; readonly limit?: number }): Promise<QueuePage> {
  throw new Error("being written");
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

/** How many tickets each list holds for a member of staff. */
export function queueCounts(_plazo: Plazo, _desk: string, _staff: string): Promise<QueueCounts> {
  throw new Error("being written");
}
