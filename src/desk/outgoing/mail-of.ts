import type { Language } from "../../core/policy/text.ts";
import type { OutboxMail } from "../../store/outbox.ts";
import { linkPlace } from "../../words/mail/fill.ts";
import { frameWords } from "../../words/mail/frame-words.ts";
import { mailHtml, mailText } from "../../words/mail/html.ts";
import { opinionWords } from "../../words/site/opinion.ts";
import type { OutgoingMail } from "../effects.ts";
import type { Letter } from "./letter.ts";

/** What a mail says besides where its answers are read. */
function answerable(footer: string, language: Language): { above: string; footer: string } {
  const { above, mayAnswer } = frameWords(language);
  return { above, footer: `${footer} ${mayAnswer}` };
}

/**
 * An outgoing row as the mail that it is, laid out as plain text and as a page. The place of a link
 * that is its recipient's own is left open. What the row's subject tells stands above its words where
 * the mail itself bears the subject of its thread.
 */
export function mailOf(
  row: OutboxMail,
  { sender, thread, answered, asks = false }: Letter,
): OutgoingMail {
  const { payload, subject } = row;
  const { language, link } = payload;
  const content = {
    ...payload.content,
    subject,
    language,
    ...(thread.subject === subject ? {} : { heading: subject }),
    ...(asks ? { ask: opinionWords[language].mail } : {}),
    ...(answered ? answerable(payload.content.footer, language) : {}),
  };
  const opened = (laidOut: string): string =>
    link === null ? laidOut : laidOut.replaceAll(linkPlace, link);
  return {
    to: row.recipient,
    from: sender.from,
    replyTo: sender.replyTo,
    subject: thread.subject,
    text: opened(mailText(content)),
    html: opened(mailHtml(content)),
    messageId: row.messageId,
    inReplyTo: thread.inReplyTo,
    references: thread.references,
    automatic: payload.automatic,
    language,
    at: row.at,
  };
}
