import { readEmail } from "../../../core/intake/email.ts";
import { mailboxesOf } from "./mail.ts";
import type { Mail } from "./mail.ts";
import { headersOf } from "./mime/read-headers.ts";
import type { Sender, Why } from "./reading.ts";

/**
 * Who a message says it is from: the one mailbox of its one From (RFC 5322 §3.6.2). Several From
 * headers, or several mailboxes in it, are refused: each reader would believe another one, which is
 * how mail gets past DMARC (RFC 9989 §11.5). So is what is no address. Never the Reply-To, which proves nothing.
 */
export function readSender(mail: Mail): {
  readonly sender: Sender | null;
  readonly refused: Why | null;
} {
  const fields = headersOf(mail.headers, "from");
  const mailboxes = mailboxesOf(mail, ["from"]);
  const [first] = mailboxes;
  const addresses = new Set(mailboxes.map((mailbox) => mailbox.address.toLowerCase()));
  if (fields.length > 1 || addresses.size > 1)
    return {
      sender: null,
      refused: { code: "several-senders", about: [...addresses].slice(0, 5).join(", ") },
    };
  const address = first === undefined ? null : readEmail(first.address);
  if (first === undefined || address === null)
    return { sender: null, refused: { code: "no-sender" } };
  return { sender: { address, name: first.name, standing: null }, refused: null };
}
