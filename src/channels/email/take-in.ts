import type { Plazo } from "../../desk/plazo.ts";
import type { Arrival, Resolver } from "./in/facts.ts";

/** A message that came, and by which mailbox. */
export interface Arriving {
  readonly desk: string;
  /** `form`: which kind of request it takes; null: the desk's own form for mail. */
  readonly mailbox: {
    readonly id: string;
    readonly address: string;
    readonly form: string | null;
  };
  readonly origin:
    | {
        readonly by: "imap";
        readonly folder: string;
        readonly uidValidity: string;
        readonly uid: number;
      }
    | { readonly by: "smtp"; readonly arrival: Arrival }
    | { readonly by: "file" };
  readonly raw: Buffer;
}

/** What became of a message; the folio of the ticket that it made, joined or is about. */
export interface TakenIn {
  readonly mail: string;
  readonly became: "filed" | "joined" | "kept" | "quarantined" | "bounced" | "repeated";
  readonly folio: string | null;
}

/** Who is asked about names, outside the desk. */
export interface Outside {
  readonly resolver: Resolver | null;
}

/**
 * Takes one message in, exactly once. When it returns, the message is stored as it came and
 * everything it caused is committed, in one transaction; the same origin again, or the same bytes,
 * gives `repeated`.
 */
export function takeInMail(
  _plazo: Plazo,
  _arriving: Arriving,
  _outside: Outside,
): Promise<TakenIn> {
  throw new Error("no mail is taken in yet");
}
