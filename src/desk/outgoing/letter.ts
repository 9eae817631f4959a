import { isRefusal } from "../../core/refusal.ts";
import type { OutboxMail } from "../../store/outbox.ts";
import { readTicketByNumber } from "../../store/tickets.ts";
import type { Transaction } from "../../store/transaction.ts";
import { canReceive } from "../mail/can-receive.ts";
import type { Plazo } from "../plazo.ts";
import { policyInForce } from "../policies/bound-policy.ts";
import { asksByMail } from "../satisfaction/answer.ts";
import { senderOf } from "./sender.ts";
import type { Sender } from "./sender.ts";
import { threadFor } from "./thread.ts";
import type { Thread } from "./thread.ts";

/** What surrounds the words of a mail: whom it is from, and the thread that it belongs to. */
export interface Letter {
  readonly sender: Sender;
  readonly thread: Thread;
  /** Whether its reader may answer by mail and the program reads it. */
  readonly answered: boolean;
  /** Whether it asks its reader if they are content; left out: it does not. */
  readonly asks?: boolean;
}

/** Mails of which no answer is expected: whoever answers a code sends it about. */
const silent: ReadonlySet<string> = new Set(["link", "code"]);

/** What surrounds an outgoing message, as the desk and its ticket stand. */
export async function letterOf(plazo: Plazo, tx: Transaction, mail: OutboxMail): Promise<Letter> {
  const bound = await policyInForce(plazo, tx);
  const channels = isRefusal(bound) ? [] : bound.policy.policy.channels;
  const published = channels.find(({ id }) => id === "mail")?.at ?? null;
  const mailbox = await canReceive(plazo, tx);
  const isAnswered = mail.ticket !== null || mail.moment === "returned";
  const isClient = isAnswered && !mail.recipient.startsWith("staff:");
  const sender = senderOf(plazo.settings, { name: mail.payload.content.desk, published, mailbox });
  const answered = isClient && mailbox !== null && !silent.has(mail.moment);
  return {
    // Answers of the desk's own people are no client's: they are told nowhere to answer.
    sender: isClient ? sender : { ...sender, replyTo: null },
    thread: await threadFor(tx, mail),
    answered,
    asks: isClient && mail.moment === "closed" && (await asksIn(tx, mail)),
  };
}

/** The mail that tells of a closing asks, where the desk does; whoever is in copy has no link to answer by. */
async function asksIn(tx: Transaction, { ticket, recipient }: OutboxMail): Promise<boolean> {
  const found = ticket === null ? undefined : await readTicketByNumber(tx, ticket);
  if (found === undefined || found.ticket.requester.address !== recipient) return false;
  return asksByMail(tx, found.ticket);
}
