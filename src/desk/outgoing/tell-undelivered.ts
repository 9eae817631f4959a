import { inLanguage } from "../../core/policy/text.ts";
import type { Instant } from "../../core/time/instant.ts";
import { enqueue } from "../../store/outbox.ts";
import type { OutboxMail } from "../../store/outbox.ts";
import type { OutboxRecord } from "../../store/ticket-records.ts";
import { markUnreachable } from "../../store/returned.ts";
import { readTicketByNumber } from "../../store/tickets.ts";
import type { Transaction } from "../../store/transaction.ts";
import { cleaned } from "../../words/mail/fill.ts";
import { frameWords } from "../../words/mail/frame-words.ts";
import { undeliveredWords } from "../../words/mail/staff-words.ts";
import { isNoSuchAddress, whyUndelivered } from "../../words/mail/why-undelivered.ts";
import { workspaceAddress } from "../follow.ts";
import { keptOf, newMessageId } from "../mail/compose.ts";
import type { Plazo } from "../plazo.ts";
import { boundPolicy } from "../policies/bound-policy.ts";
import { addressKey } from "../register/address-key.ts";

/** A mail that did not arrive, and what the server said. */
export interface Undelivered {
  readonly desk: string;
  readonly mail: OutboxMail;
  readonly why: string;
  /** Whether that was said of our recipient, and not of an address that the mail was sent on to. */
  readonly isOurs: boolean;
  readonly now: Instant;
}

/**
 * What follows when a mail did not arrive for good: an address that is not there is told nothing more
 * of itself, and whoever has the ticket is told once, by mail. What was meant for the desk's own
 * people is told to nobody: it stands among the outgoing mail.
 */
export async function tellUndelivered(
  plazo: Plazo,
  tx: Transaction,
  undelivered: Undelivered,
): Promise<void> {
  const { desk, mail, why, isOurs, now } = undelivered;
  if (mail.recipient.startsWith("staff:")) return;
  if (isOurs && isNoSuchAddress(why))
    await markUnreachable(tx, addressKey(mail.recipient), { at: now, why, message: mail.id });
  if (mail.ticket === null || mail.folio === null) return;
  const found = await readTicketByNumber(tx, mail.ticket);
  if (found === undefined || found.ticket.assignee === null) return;
  const { policy } = (await boundPolicy(plazo, tx, { number: found.ticket.policy })).policy;
  const name = inLanguage(policy.desk.name, "es");
  const staff = found.ticket.assignee.id;
  const about = { number: mail.ticket, folio: mail.folio, at: now };
  await enqueue(
    tx,
    about,
    noticeOf(plazo, { ...undelivered, folio: mail.folio, name, staff, desk }),
  );
}

interface Notice extends Undelivered {
  readonly folio: string;
  /** The desk's name. */
  readonly name: string;
  /** The member of staff who has the ticket. */
  readonly staff: string;
}

function noticeOf(plazo: Plazo, notice: Notice): OutboxRecord {
  const { desk, mail, why, now, folio, name, staff } = notice;
  const language = "es";
  const words = undeliveredWords(language);
  const said = {
    folio,
    recipient: cleaned(mail.recipient),
    mail: cleaned(mail.subject),
    why: whyUndelivered(why, language) ?? "",
    server: cleaned(why).slice(0, 500),
  };
  const content = {
    language,
    subject: words.subject(said).replace(/\s+/gu, " ").slice(0, 200),
    body: words.body(said),
    open: frameWords(language).open,
    facts: [],
    desk: name,
    footer: name,
  } as const;
  return {
    key: `staff/undelivered/${mail.id}`,
    moment: "undelivered",
    state: "pending",
    recipient: `staff:${staff}`,
    subject: content.subject,
    payload: {
      content: keptOf(content),
      link: workspaceAddress(plazo, desk, folio),
      language,
      automatic: true,
      references: mail.payload.references,
      clock: null,
    },
    messageId: newMessageId(plazo),
    due: now,
  };
}
