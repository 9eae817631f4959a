import type { OutboxMail } from "../../store/outbox.ts";
import { earlierMessages, receivedMessages } from "../../store/returned.ts";
import type { EarlierMessage } from "../../store/returned.ts";
import type { Transaction } from "../../store/transaction.ts";
import { addressKey } from "../register/address-key.ts";

/** What keeps the mails of a ticket together in its reader's program (RFC 5322 §3.6.4). */
export interface Thread {
  readonly subject: string;
  /** The mail that this one answers; null: it is the first. */
  readonly inReplyTo: string | null;
  /** From the ticket's own id, that all its mails share, to the newest; at most 12. */
  readonly references: readonly string[];
}

/** Identifiers in References: old ones in the middle are left out first, for lines have a bound. */
const mostReferences = 12;

/** Mails that stand for themselves, whatever else their ticket tells. */
const apart: ReadonlySet<string> = new Set(["link", "code"]);

/**
 * The thread of a message: it answers what its recipient last wrote by mail about the same ticket, else
 * the last mail to them, and bears the subject of the first, for programs that put together only what has one subject (Gmail, Outlook).
 * Notices to staff keep their own subject: each is an alarm of its own. It depends on earlier messages
 * alone, so that each attempt says the same.
 */
export async function threadFor(tx: Transaction, mail: OutboxMail): Promise<Thread> {
  const { subject, payload, ticket } = mail;
  const alone = { subject, inReplyTo: null, references: bounded(payload.references) };
  if (ticket === null || apart.has(mail.moment)) return alone;
  const sent = await earlierMessages(tx, mail);
  const sender = addressKey(mail.recipient);
  const received = mail.recipient.startsWith("staff:")
    ? []
    : await receivedMessages(tx, { ticket, at: mail.at, sender });
  return inThread(mail, [...sent, ...received]);
}

/** The same from the messages that left before and that their recipient wrote, in any order. */
export function inThread(
  { subject, payload, recipient }: Pick<OutboxMail, "subject" | "payload" | "recipient">,
  exchanged: readonly EarlierMessage[],
): Thread {
  const earlier = exchanged
    .filter(({ messageId }) => isMessageId(messageId))
    .toSorted((one, other) => one.at - other.at);
  const first = earlier.find((each) => each.subject !== null)?.subject ?? null;
  const last = earlier.findLast((each) => each.subject === null) ?? earlier.at(-1);
  const ids = [...payload.references, ...earlier.map(({ messageId }) => messageId)];
  const isOwn = first === null || recipient.startsWith("staff:");
  const answered = last === undefined ? [] : [last.messageId];
  return {
    subject: isOwn ? subject : answering(first),
    inReplyTo: last?.messageId ?? null,
    references: bounded([...ids.filter((id) => !answered.includes(id)), ...answered]),
  };
}

/** What strangers call their messages: one that would not stand in a header line is left out (RFC 5322 §2.1.1). */
function isMessageId(text: string): boolean {
  return /^<[\x21-\x3b\x3d\x3f-\x7e]{1,900}>$/u.test(text);
}

function answering(subject: string): string {
  return /^re:/iu.test(subject) ? subject : `Re: ${subject}`;
}

/** The first and the last of them. */
function bounded(ids: readonly string[]): readonly string[] {
  const each = [...new Set(ids)];
  return each.length <= mostReferences
    ? each
    : [...each.slice(0, 2), ...each.slice(2 - mostReferences)];
}
