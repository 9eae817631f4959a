import type {
  ClaimWorth,
  MailClass,
  MailReason,
  ThreadGround,
} from "../../../core/intake/mail-codes.ts";

/** Who a message says it is from. Nothing here is proven: `Authentication` tells what is. */
export interface Sender {
  readonly address: string;
  /** The name beside the address; "" where there is none. */
  readonly name: string;
  /** Who owns the address; null where nobody could be asked. */
  readonly standing: Standing | null;
}

/** Who owns an address, for a desk. */
export type Standing = "agent" | "contact" | "unknown";

/**
 * Whether the address in From is proven: `pass` and `fail` by DMARC (RFC 9989), or, where the domain
 * publishes none, `pass` by a signature or a server of that very domain; `none`: nothing proves it;
 * `temporary`: the DNS did not answer; `unchecked`: nobody was asked.
 */
export interface Authentication {
  readonly verdict: "pass" | "fail" | "none" | "temporary" | "unchecked";
  /** Results in the words of RFC 8601 §2.7. */
  readonly dkim: string;
  readonly spf: string;
  readonly dmarc: string;
  /** What the domain asks to be done with mail that fails: "none", "quarantine", "reject". */
  readonly policy: string | null;
}

/** A message's claim that it belongs to a ticket, and whether it does. */
export interface ThreadClaim {
  readonly by: ThreadGround;
  readonly folio: string | null;
  readonly joins: boolean;
  readonly worth: ClaimWorth;
}

/** What an attached part is; all are kept as they came. */
export type AttachedKind =
  | "file"
  | "image"
  | "message"
  | "invitation"
  | "winmail"
  | "signature"
  | "encrypted";

/** A file in a message. */
export interface Attachment {
  /** Normalised; made from the kind where its sender gave none. */
  readonly name: string;
  /** As its sender says: the file's own bytes are looked at when it is kept. */
  readonly mediaType: string;
  readonly kind: AttachedKind;
  /** Shown within the text: its Content-ID stands in the HTML, or it is an image among related parts. */
  readonly inline: boolean;
  readonly contentId: string | null;
  readonly sha256: string;
  readonly content: Buffer;
}

/** What a message of a mail server says of one recipient (RFC 3464 §2.3). */
export interface FailedRecipient {
  readonly address: string;
  /** "failed", "delayed", "delivered", "relayed", "expanded". */
  readonly action: string;
  /** RFC 3463: "5.1.1"; null where it gives none. */
  readonly status: string | null;
  readonly diagnostic: string | null;
}

/** What a bounce tells. */
export interface Bounce {
  readonly recipients: readonly FailedRecipient[];
  /** Message-ID of the mail that it is about; null where it does not say. */
  readonly about: string | null;
}

/** A reason with what it is about: an address, a header, a number. */
export interface Why {
  readonly code: MailReason;
  readonly about?: string;
}

/** What the intake makes of a message. */
export interface MailReading {
  readonly classification: MailClass;
  readonly why: readonly Why[];
  /** Whether a machine may send anything back: only to a request or a reply, and to nobody's machine. */
  readonly answerable: boolean;
  readonly sender: Sender | null;
  readonly authenticated: Authentication;
  /** The claim that counts; null where the message makes none. */
  readonly threadClaim: ThreadClaim | null;
  /** Other claims, which a person may find useful. */
  readonly hints: readonly ThreadClaim[];
  readonly messageId: string | null;
  readonly subject: string;
  readonly to: readonly string[];
  /** People in copy: they get nothing until somebody confirms them. */
  readonly copied: readonly string[];
  /** What was written now. */
  readonly text: string;
  /** What was quoted from earlier mail, and the signature beneath. */
  readonly quoted: string;
  readonly signature: string;
  /** All the text, as it came: nothing is lost by a wrong cut. */
  readonly whole: string;
  /** Cleaned, without anything that is fetched; null where the message has none. */
  readonly html: string | null;
  readonly attachments: readonly Attachment[];
  readonly bounce: Bounce | null;
  /** Bytes and hash of the message as it came. */
  readonly bytes: number;
  readonly sha256: string;
}
