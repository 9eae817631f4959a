import { isRefusal } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { Fact } from "../../core/ticket/event.ts";
import { messagesFor, readMessage } from "../../store/outbox.ts";
import { inPart } from "../../store/savepoint.ts";
import { readTicket } from "../../store/tickets.ts";
import { inDesk, rollbackWith } from "../../store/transaction.ts";
import { letterOf } from "../outgoing/letter.ts";
import { mailOf } from "../outgoing/mail-of.ts";
import { withoutLink } from "../outgoing/with-link.ts";
import type { Plazo } from "../plazo.ts";
import { eventsAfter } from "../../store/timeline.ts";
import type { Inside } from "../tickets/file-inside.ts";
import { sayInside } from "./say.ts";
import type { Saying } from "./say.ts";

/** A mail as it would leave; its recipient's link is left unsaid. */
export interface PreviewedMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** What would be recorded and mailed. */
export interface Preview {
  readonly facts: readonly Fact[];
  readonly mails: readonly PreviewedMail[];
}

/**
 * Does what was composed and takes it all back: what is shown is what the very program would send,
 * and nothing is kept. Refuses as sending does.
 */
export function previewSending(plazo: Plazo, saying: Saying): Promise<Preview | Refusal> {
  const { desk } = saying.place;
  return inDesk(plazo.db, desk, async (tx) =>
    rollbackWith(await inPart(tx, () => tried({ plazo, tx, desk }, saying))),
  );
}

async function tried(inside: Inside, saying: Saying): Promise<Preview | Refusal> {
  const { plazo, tx, desk } = inside;
  const { folio } = saying.place;
  const before = await readTicket(tx, folio);
  const seq = before?.ticket.seq ?? 0;
  const left = before === undefined ? [] : await messagesFor(tx, before.number);
  const known = new Set(left.map(({ id }) => id));
  const done = await sayInside(inside, saying);
  if (isRefusal(done) || before === undefined)
    return isRefusal(done) ? done : { facts: [], mails: [] };
  const mails: PreviewedMail[] = [];
  for (const { id, recipient } of await messagesFor(tx, before.number)) {
    if (known.has(id) || recipient.startsWith("staff:")) continue;
    const whole = await readMessage(tx, id);
    if (whole === undefined) continue;
    const mail = withoutLink(plazo, desk, mailOf(whole, await letterOf(plazo, tx, whole)));
    mails.push({ to: mail.to, subject: mail.subject, text: mail.text, html: mail.html });
  }
  const events = await eventsAfter(tx, before.number, seq);
  return { facts: events.map(({ fact }) => fact), mails };
}
