import type { OutboxMail } from "../../store/outbox.ts";
import { linkPlace } from "../../words/mail/fill.ts";
import { mailHtml, mailText } from "../../words/mail/html.ts";
import type { OutgoingMail } from "../effects.ts";
import type { Settings } from "../plazo.ts";

/**
 * An outgoing row as the mail that it is, laid out as plain text and as a page. The place of a link
 * that is its recipient's own is left open.
 */
export function mailOf(settings: Settings, row: OutboxMail): OutgoingMail {
  const { payload, subject } = row;
  const { language, link } = payload;
  const content = { ...payload.content, subject, language };
  const opened = (laidOut: string): string =>
    link === null ? laidOut : laidOut.replaceAll(linkPlace, link);
  return {
    to: row.recipient,
    from: settings.mailFrom,
    replyTo: settings.mailReplyTo,
    subject,
    text: opened(mailText(content)),
    html: opened(mailHtml(content)),
    messageId: row.messageId,
    references: payload.references,
    automatic: payload.automatic,
    language,
    at: row.at,
  };
}
