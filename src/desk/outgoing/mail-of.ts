import type { OutboxMail } from "../../store/outbox.ts";
import type { OutgoingMail } from "../effects.ts";
import type { Settings } from "../plazo.ts";

/** An outgoing row as the mail that it is. */
export function mailOf(settings: Settings, row: OutboxMail): OutgoingMail {
  const { payload } = row;
  return {
    to: row.recipient,
    from: settings.mailFrom,
    replyTo: settings.mailReplyTo,
    subject: row.subject,
    text: payload.text,
    html: payload.html,
    messageId: row.messageId,
    references: payload.references,
    automatic: payload.automatic,
    language: payload.language,
    at: row.at,
  };
}
