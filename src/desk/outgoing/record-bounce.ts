import type { Plazo } from "../plazo.ts";

/** What a mail server says of one recipient that it did not deliver to (RFC 3464 §2.3). */
export interface ReturnedRecipient {
  readonly address: string;
  /** "failed", "delayed", "delivered", "relayed", "expanded". */
  readonly action: string;
  /** RFC 3463: "5.1.1"; null where it gives none. */
  readonly status: string | null;
  readonly diagnostic: string | null;
}

/** A report about a mail of ours, by its Message-ID ("<id@domain>"). */
export interface Returned {
  readonly about: string | null;
  readonly recipients: readonly ReturnedRecipient[];
}

/** Writes down that a mail of the desk came back. `unknown`: no mail of this desk has that Message-ID. */
export function recordBounce(
  _plazo: Plazo,
  _desk: string,
  _returned: Returned,
): Promise<"recorded" | "unknown"> {
  return Promise.resolve("unknown");
}
