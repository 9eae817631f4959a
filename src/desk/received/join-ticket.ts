import { mayCiteAnew } from "../../core/ticket/acts/may.ts";
import type { Actor } from "../../core/ticket/actor.ts";
import { isRefusal } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { Instant } from "../../core/time/instant.ts";
import type { ArrivedMail, MailOutcome } from "../../store/received-mail.ts";
import type { LockedTicket } from "../../store/tickets.ts";
import { addressKey } from "../register/address-key.ts";
import { contactAt } from "../register/contact-at.ts";
import { boundPolicy } from "../policies/bound-policy.ts";
import { actOnLocked } from "../tickets/act-inside.ts";
import { requesterActor } from "../tickets/as-client.ts";
import type { Inside } from "../tickets/file-inside.ts";
import { explainEnded } from "./explain-ended.ts";
import { lockSurvivor } from "./locked-ticket.ts";
import type { MailWords, NewRequest, Plan } from "./plan.ts";

type Join = Extract<Plan, { readonly do: "join" }>;
type Joined = MailOutcome | Refusal | "anew" | { readonly request: NewRequest };

/**
 * Adds a mail to its ticket as the client's words, as the page does: what was awaited of them is
 * awaited no longer, and whether it is solved is for a person to read. A merged ticket leads to the one
 * that goes on. After the end a new request cites the old one, where the policy files one so; where it
 * asks for a form anew (RD-14) or for nothing, the words are kept and the sender is told. `anew`: there
 * is no such ticket.
 */
export async function joinTicket(
  inside: Inside,
  { mail, plan }: { readonly mail: ArrivedMail; readonly plan: Join },
): Promise<Joined> {
  const locked = await lockSurvivor(inside.tx, plan.folio);
  if (locked === undefined) return "anew";
  const { words } = plan;
  if (locked.ticket.closed !== null && !cameInTime(locked, words))
    return afterTheEnd(inside, locked, { mail, plan });
  const id = inside.plazo.effects.random.id();
  const done = await actOnLocked(inside, locked, {
    command: {
      by: await speaker(inside, locked, words.sender),
      ...receivedAt(words),
      act: { do: "add", message: { id, channel: "mail", files: words.uploads.ids } },
    },
    message: messageOf(id, words, true),
  });
  if (isRefusal(done) && done.refused === "ticket-closed")
    return afterTheEnd(inside, locked, { mail, plan });
  if (isRefusal(done)) return done;
  return { state: "joined", ticket: locked.number, folio: done.folio, message: id };
}

/** Words that reached the desk before silence closed the ticket, and were read after: they open it again. */
function cameInTime({ ticket: { closed } }: LockedTicket, { received }: MailWords): boolean {
  return closed?.reason === "silence" && received !== null && received <= closed.at;
}

/** When the words of a mail were said: as its mailbox received them (HB-4). */
export function receivedAt({ received }: MailWords): { readonly at?: Instant } {
  return received === null ? {} : { at: received };
}

/** Words as a ticket keeps them. */
export function messageOf(id: string, words: MailWords, isPublic: boolean) {
  const { text, language, uploads } = words;
  return { id, text, public: isPublic, channel: "mail", language, uploads };
}

/** Whoever wrote: the requester, where it is their address; else themselves. */
export async function speaker(
  { tx }: Inside,
  { ticket }: Pick<LockedTicket, "ticket">,
  { address, name }: MailWords["sender"],
): Promise<Actor> {
  const { requester } = ticket;
  const isTheirs =
    requester.address !== null && addressKey(requester.address) === addressKey(address);
  if (isTheirs) return requesterActor(requester);
  const contact = await contactAt(tx, address);
  return {
    kind: "client",
    name: name === "" ? address : name,
    address,
    contact: contact?.id ?? null,
  };
}

async function afterTheEnd(
  inside: Inside,
  locked: LockedTicket,
  { mail, plan }: { readonly mail: ArrivedMail; readonly plan: Join },
): Promise<Joined> {
  const { ticket } = locked;
  const binding = await boundPolicy(inside.plazo, inside.tx, { number: ticket.policy });
  const { reopen } = binding.policy.policy;
  if (mayCiteAnew(ticket, binding.policy) && reopen.form === undefined) {
    const { anew } = plan;
    return { request: { ...anew, filing: { ...anew.filing, cites: ticket.folio } } };
  }
  return explainEnded(inside, locked, { mail, words: plan.words, binding });
}
