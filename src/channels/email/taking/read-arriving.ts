import type { Policy } from "../../../core/policy/policy.ts";
import { isRefusal } from "../../../core/refusal.ts";
import { receptionOf } from "../../../core/intake/reception.ts";
import type { Ticket } from "../../../core/ticket/ticket.ts";
import type { Instant } from "../../../core/time/instant.ts";
import type { Plazo } from "../../../desk/plazo.ts";
import { policyHint } from "../../../desk/policies/current-policy.ts";
import { returnedBy } from "../../../desk/received/send-back.ts";
import { addressKey } from "../../../desk/register/address-key.ts";
import { contactAt } from "../../../desk/register/contact-at.ts";
import { listMailboxes } from "../../../store/mailboxes.ts";
import { memberAtAddress, sentAs } from "../../../store/received-mail.ts";
import { readTicket, readTicketByNumber } from "../../../store/tickets.ts";
import { inDesk } from "../../../store/transaction.ts";
import type { Arriving, Outside } from "../take-in.ts";
import type { Facts, KnownTicket, Register } from "../in/facts.ts";
import { readMail } from "../in/read-mail.ts";
import type { MailReading } from "../in/reading.ts";

/** What was read of a message, and by which rules. */
export interface Read {
  readonly reading: MailReading;
  readonly policy: Policy;
  readonly now: Instant;
  /** When it was received, where that was before now; null: it is received now. */
  readonly received: Instant | null;
  /** The mail that was sent back and that this one answers, by id; null: none. */
  readonly answers: string | null;
}

/** Reads a message with what its desk knows: its people, its clients, its tickets, what it sent. */
export async function readArriving(
  plazo: Plazo,
  arriving: Pick<Arriving, "desk" | "mailbox" | "origin" | "raw">,
  { resolver }: Outside,
): Promise<Read> {
  const { desk, origin, raw } = arriving;
  const hint = await policyHint(plazo, desk);
  if (isRefusal(hint)) throw new Error(`there is no desk ${desk}`);
  const { policy } = hint;
  const { now, all } = await inDesk(plazo.db, desk, async (tx) => ({
    now: tx.began,
    all: await listMailboxes(tx),
  }));
  const asked: Asked = { answers: null, after: null };
  const facts: Facts = {
    now,
    desk,
    mailboxes: mailboxesOf(plazo, arriving, all),
    mailDomain: /@([^<>\s@]+)>?$/u.exec(plazo.settings.mailFrom)?.[1] ?? null,
    folios: [policy.desk.folio],
    secret: plazo.settings.secret,
    register: registerOf(plazo, desk, asked),
    resolver,
    arrival: origin.by === "smtp" ? origin.arrival : null,
  };
  const reading = await readMail(raw, facts);
  const { answers, after } = asked;
  return {
    reading,
    policy,
    now,
    received: receptionOf(statedBy(origin), { now, answers: after }),
    answers,
  };
}

/** What was learnt of the desk's own mail that a message names. */
interface Asked {
  /** The mail that was sent back and that it answers. */
  answers: string | null;
  /** When the latest of them was sent. */
  after: Instant | null;
}

/** When the server of its mailbox says that it received it; null: it was handed over as it came. */
function statedBy(origin: Arriving["origin"]): Instant | null {
  return origin.by === "smtp" ? null : (origin.received ?? null);
}

/** Where this desk's mail comes in, and what it sends from: mail from there is its own. */
function mailboxesOf(
  { settings }: Plazo,
  { mailbox }: Pick<Arriving, "mailbox">,
  others: readonly { readonly address: string }[],
): readonly string[] {
  const own = /<([^<>]+)>\s*$/u.exec(settings.mailFrom)?.[1] ?? settings.mailFrom.trim();
  const theirs = others.map(({ address }) => address);
  const all = [mailbox.address, ...theirs, own, settings.mailReplyTo ?? own];
  return [...new Set(all.map((address) => address.toLowerCase()))];
}

/** The desk's register; what is learnt of the mail that a message answers is noted in `asked`. */
function registerOf(plazo: Plazo, desk: string, asked: Asked): Register {
  return {
    standing: (address) =>
      inDesk(plazo.db, desk, async (tx) => {
        const key = addressKey(address);
        if ((await memberAtAddress(tx, key)) !== undefined) return "agent";
        return (await contactAt(tx, address)) === null ? "unknown" : "contact";
      }),
    sent: (messageId) =>
      inDesk(plazo.db, desk, async (tx): Promise<KnownTicket | null> => {
        const sent = await sentAs(tx, messageId);
        if (sent === undefined) return null;
        const back = returnedBy(sent.key);
        if (back !== null) asked.answers = back;
        asked.after = Math.max(sent.at, asked.after ?? sent.at);
        if (sent.ticket === null) return null;
        const found = await readTicketByNumber(tx, sent.ticket);
        return found === undefined ? null : knownTicket(found.ticket);
      }),
    ticket: (folio) =>
      inDesk(plazo.db, desk, async (tx) => {
        const found = await readTicket(tx, folio);
        return found === undefined ? null : knownTicket(found.ticket);
      }),
  };
}

function knownTicket({ folio, requester, participants = [] }: Ticket): KnownTicket {
  const { address } = requester;
  return { folio, participants: address === null ? participants : [address, ...participants] };
}
