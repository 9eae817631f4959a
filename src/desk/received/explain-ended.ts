import { isRefusal } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { theDesk } from "../../core/ticket/actor.ts";
import { enqueue } from "../../store/outbox.ts";
import type { ArrivedMail, MailOutcome } from "../../store/received-mail.ts";
import type { LockedTicket } from "../../store/tickets.ts";
import { receivedWords } from "../../words/mail/received.ts";
import type { BoundPolicy } from "../caches.ts";
import { ownMail } from "../mail/own-mail.ts";
import { addressKey } from "../register/address-key.ts";
import { actOnLocked } from "../tickets/act-inside.ts";
import type { Inside } from "../tickets/file-inside.ts";
import { mayAnswer } from "./answered-by-itself.ts";
import type { MailWords } from "./plan.ts";

/**
 * Keeps words that came after the end where only the desk's people see them, and tells the requester
 * that the ticket is not reopened and how to go on (RD-14): by their own link, from which a new one is
 * filed. Others who wrote are told nothing.
 */
export async function explainEnded(
  inside: Inside,
  locked: LockedTicket,
  told: {
    readonly mail: ArrivedMail;
    readonly words: MailWords;
    readonly binding: BoundPolicy;
  },
): Promise<MailOutcome | Refusal> {
  const { plazo, tx, desk } = inside;
  const { ticket, number, now } = locked;
  const { words, binding } = told;
  const id = plazo.effects.random.id();
  const said = receivedWords("es").afterTheEnd(words.sender.address);
  const done = await actOnLocked(inside, locked, {
    command: {
      by: theDesk,
      act: { do: "note", message: { id, channel: "mail", files: words.uploads.ids } },
    },
    message: {
      id,
      text: `${said}\n\n${words.text}`,
      public: false,
      channel: "mail",
      language: words.language,
      uploads: words.uploads,
    },
  });
  if (isRefusal(done)) return done;
  const { address } = ticket.requester;
  const isTheirs = address !== null && addressKey(address) === addressKey(words.sender.address);
  if (isTheirs && (await mayAnswer(inside, address))) {
    const about = { desk, number, ticket, binding, address, at: now };
    await enqueue(tx, { number, folio: ticket.folio, at: now }, ownMail(plazo, "ended", about));
  }
  return { state: "joined", ticket: number, folio: done.folio, message: id };
}
