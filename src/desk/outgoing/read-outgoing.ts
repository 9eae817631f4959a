import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { readMessage } from "../../store/outbox.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { idOf, outgoingRow } from "./list-outgoing.ts";
import type { OutgoingRow } from "./list-outgoing.ts";
import { letterOf } from "./letter.ts";
import type { Letter } from "./letter.ts";
import { mailOf } from "./mail-of.ts";
import { stopHeaders, withoutStop, withStop } from "../tracker/with-stop.ts";
import { withLink, withoutLink } from "./with-link.ts";

export interface OutgoingDetail {
  readonly row: OutgoingRow;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * One outgoing message whole, as it was or would be sent. Its recipient's link is in it only where
 * there is no mail server and this is the one place to read it; refuses `no-such-message`.
 */
export function readOutgoing(
  plazo: Plazo,
  desk: string,
  id: string,
): Promise<OutgoingDetail | Refusal<"no-such-message">> {
  const number = idOf(id);
  if (number === undefined) return Promise.resolve(refuse("no-such-message"));
  return inDesk(plazo.db, desk, async (tx) => {
    const found = await readMessage(tx, number);
    if (found === undefined) return refuse("no-such-message");
    const { follower } = found.payload;
    const letter = await letterOf(plazo, tx, found);
    const laidOut = mailOf(found, letter);
    const isKept = found.state === "kept";
    const written = (isKept ? withStop : withoutStop)(plazo, desk, { mail: laidOut, follower });
    const mail = isKept
      ? withLink(plazo, desk, {
          mail: written,
          number: found.ticket,
          entry: found.payload.entry,
        })
      : withoutLink(plazo, desk, written);
    const headers: Record<string, string> = {
      From: mail.from,
      To: mail.to,
      Subject: mail.subject,
      "Message-ID": mail.messageId,
      "Content-Language": mail.language,
    };
    const replyTo = shownReplyTo(letter);
    if (replyTo !== null) headers["Reply-To"] = replyTo;
    if (mail.inReplyTo !== null) headers["In-Reply-To"] = mail.inReplyTo;
    if (mail.references.length > 0) headers["References"] = mail.references.join(" ");
    if (mail.automatic) headers["Auto-Submitted"] = "auto-generated";
    Object.assign(headers, stopHeaders(mail));
    return { row: outgoingRow(found), text: mail.text, html: mail.html, headers };
  });
}

/** Where answers go, without what lets them answer as the client. */
function shownReplyTo({ answered, sender }: Letter): string | null {
  return answered && sender.mailbox !== null
    ? sender.mailbox.replace(/@(?=[^@]*$)/u, "+…@")
    : sender.replyTo;
}
