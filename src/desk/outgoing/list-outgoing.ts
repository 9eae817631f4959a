import type { Instant } from "../../core/time/instant.ts";
import type { Plazo } from "../plazo.ts";

export interface OutgoingRow {
  readonly id: string;
  readonly kind: string;
  readonly folio: string | null;
  readonly recipient: string | null;
  readonly subject: string;
  readonly state: "pending" | "sent" | "kept" | "failed" | "cancelled";
  readonly at: Instant;
  readonly due: Instant;
  readonly sentAt: Instant | null;
  readonly attempts: number;
  readonly error: string | null;
}

/** What left the desk or waits to, newest first, a page at a time. */
export function listOutgoing(_plazo: Plazo, _desk: string, _page: { readonly cursor?: string; readonly limit?: number; readonly state?: OutgoingRow["state"] }): Promise<{ readonly messages: OutgoingRow[]; readonly next: string | null }> {
  throw new Error("being written");
}
