import type { Instant } from "../../../core/time/instant.ts";
import type { Standing } from "./reading.ts";

/** Answers questions to the DNS as `dns.promises.resolve` does: rejects with its codes. */
export type Resolver = (name: string, type: string) => Promise<string[] | string[][]>;

/** What the server that a message came through saw of its sender (RFC 7208 §2.4). */
export interface Arrival {
  readonly ip: string;
  readonly helo: string;
  /** MAIL FROM; "" for a bounce. */
  readonly sender: string;
  /** RCPT TO. */
  readonly recipients: readonly string[];
}

/** A ticket that a message may belong to. */
export interface KnownTicket {
  readonly folio: string;
  /** Addresses that take part in it. */
  readonly participants: readonly string[];
}

/** What a desk knows, asked while a message is read. */
export interface Register {
  standing(address: string): Promise<Standing>;
  /** The ticket about which we sent the mail with this Message-ID. */
  sent(messageId: string): Promise<KnownTicket | null>;
  ticket(folio: string): Promise<KnownTicket | null>;
}

/** Everything outside a message that decides what is made of it. */
export interface Facts {
  readonly now: Instant;
  /** The desk's id; null where it is not said whose mail this is. */
  readonly desk: string | null;
  /** The desk's own mailboxes. */
  readonly mailboxes: readonly string[];
  /** The domain of the Message-IDs that we make. */
  readonly mailDomain: string | null;
  /** Patterns of folios: "HD-{n}". */
  readonly folios: readonly string[];
  /** The installation's secret; null: signed addresses cannot be verified. */
  readonly secret: Uint8Array | null;
  /** Null: nobody is asked who is known, and no claim joins by that. */
  readonly register: Register | null;
  /** Null: nothing is asked, and nothing about the sender is proven. */
  readonly resolver: Resolver | null;
  /** Null where it is not known how the message came: then SPF says nothing. */
  readonly arrival: Arrival | null;
}
