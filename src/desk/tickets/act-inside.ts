import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { Act } from "../../core/ticket/command.ts";
import { decide } from "../../core/ticket/decide.ts";
import type { Decided } from "../../core/ticket/decide.ts";
import { noFacts } from "../../core/ticket/facts.ts";
import type { Facts } from "../../core/ticket/facts.ts";
import type { Ticket } from "../../core/ticket/ticket.ts";
import type { Instant } from "../../core/time/instant.ts";
import { processesAt } from "../../store/announcements.ts";
import { appendToTicket } from "../../store/append.ts";
import { chained } from "../../store/chain.ts";
import { sha256 } from "../../store/digest.ts";
import { submissionKey } from "../../store/filing.ts";
import { readContactPerson } from "../../store/contacts.ts";
import { readPortalOwner } from "../../store/register.ts";
import type { CapabilityRecord, FileRecord, MessageRecord } from "../../store/ticket-records.ts";
import type { Transaction } from "../../store/transaction.ts";
import { lockTicket } from "../../store/tickets.ts";
import type { LockedTicket } from "../../store/tickets.ts";
import { eventsAfter, messagesOf } from "../../store/timeline.ts";
import { uploadsOf } from "../../store/uploads.ts";
import type { BoundPolicy } from "../caches.ts";
import { followFor, followToken } from "../follow.ts";
import { composeMails, tellsHistory } from "../mail/compose.ts";
import { chatStanding } from "../chat/presence.ts";
import { boundPolicy, changesSince, policyInEffect } from "../policies/bound-policy.ts";
import { addressKey } from "../register/address-key.ts";
import { contactAt } from "../register/contact-at.ts";
import { portalKey } from "../register/portal-key.ts";
import type { Done, Wish } from "./act.ts";
import { changedMeanwhile } from "./changed-meanwhile.ts";
import type { Inside } from "./file-inside.ts";
import { rowOf } from "./row-of.ts";

/** Does one command to one ticket inside a transaction under way; a refusal has written nothing. */
export async function actInside(
  inside: Inside,
  folio: string,
  wish: Wish,
): Promise<Done | Refusal> {
  const locked = await lockTicket(inside.tx, folio);
  if (locked === undefined) return refuse("no-such-ticket", { facts: { folio } });
  return actOnLocked(inside, locked, wish);
}

/** The same to a ticket that is locked already, at the time read after its lock. */
export async function actOnLocked(
  inside: Inside,
  locked: LockedTicket,
  wish: Wish,
): Promise<Done | Refusal> {
  const { plazo, tx } = inside;
  const { ticket, now } = locked;
  const changed = await changedMeanwhile(tx, locked, wish);
  if (changed !== null) return changed;
  const { act } = wish.command;
  const binding = await boundPolicy(plazo, tx, { number: ticket.policy });
  const next = act.do === "rebind" ? await policyInEffect(plazo, tx, act.policy) : undefined;
  const decided = decide(ticket, wish.command, {
    policy: binding.policy,
    calendars: binding.calendars,
    facts: await factsOf(inside, { ticket, act, now }),
    now,
    readUpTo: null,
    changes: await changesSince(plazo, tx, { binding, since: locked.exceptions }),
    ...(next === undefined ? {} : { next }),
  });
  if (isRefusal(decided)) return decided;
  const files = await filesOf(inside, wish);
  if (isRefusal(files)) return files;
  await write(inside, wish, { locked, decided, binding: next ?? binding, files });
  const { events } = decided;
  return { folio: ticket.folio, seq: decided.ticket.seq, ticket: decided.ticket, events };
}

interface Outcome {
  readonly locked: LockedTicket;
  readonly decided: Decided;
  readonly binding: BoundPolicy;
  readonly files: readonly FileRecord[];
}

async function write(
  inside: Inside,
  wish: Wish,
  { locked, decided, binding, files }: Outcome,
): Promise<void> {
  const { plazo, tx, desk } = inside;
  const { ticket, told, wakesAt } = decided;
  const { number, now } = locked;
  const history = tellsHistory(told, { binding }) ? await eventsAfter(tx, number, 0) : [];
  const events = [...history, ...decided.events];
  const messages = messageRecords(wish, decided);
  const texts = new Map(messages.map(({ id, text }) => [id, text]));
  const chat = ticket.channel === "chat" ? await chatStanding(tx, { number, ticket, now }) : null;
  const outbox = composeMails(plazo, told, {
    ...{ desk, number, ticket, binding, now, events, texts },
    ...(chat === null ? {} : { chat }),
  });
  const links = chained(locked.head, decided.events);
  const head = links.at(-1)?.hash ?? locked.head;
  const uploads = wish.message?.uploads;
  const exceptions = decided.recounted ? binding.exceptions : locked.exceptions;
  const row = rowOf(ticket, { binding, now, number, head, wakesAt, exceptions });
  await appendToTicket(tx, row, {
    before: locked.ticket.seq,
    added: {
      folio: ticket.folio,
      events: links,
      messages,
      files,
      outbox,
      session: uploads === undefined || files.length === 0 ? null : submissionKey(uploads.session),
      capability: outbox.length === 0 ? null : capabilityOf(inside, locked, ticket),
      at: now,
    },
  });
}

/** The link in a mail must open the ticket, whenever it was first made. */
function capabilityOf(
  { plazo, desk }: Inside,
  { number, now }: LockedTicket,
  ticket: Ticket,
): CapabilityRecord {
  const recipient = ticket.requester.address;
  const token = followToken(plazo, { desk, number, recipient });
  return { hash: sha256(token), recipient, expires: now + followFor };
}

async function factsOf(
  { tx }: Inside,
  { ticket, act, now }: { readonly ticket: Ticket; readonly act: Act; readonly now: Instant },
): Promise<Facts> {
  const owner =
    ticket.portal === null ? undefined : await readPortalOwner(tx, portalKey(ticket.portal));
  const support = owner === undefined ? null : { validUntil: owner.paidUntil, plan: owner.plan };
  const { address } = ticket.requester;
  const announcements =
    act.do === "claim-urgency"
      ? await processesAt(tx, now, address === null ? null : addressKey(address))
      : [];
  const contact = await contactFor(tx, { act, address });
  return { ...noFacts, support, announcements, contact };
}

/** The contact that an act is decided by: whose address it is, or who was called. */
async function contactFor(
  tx: Transaction,
  { act, address }: { readonly act: Act; readonly address: string | null },
): Promise<Facts["contact"]> {
  if (act.do === "hear") return address === null ? null : contactAt(tx, address);
  if (act.do !== "verify") return null;
  const person = await readContactPerson(tx, act.contact.id);
  if (person === undefined) return null;
  const { id, role, trained } = person;
  return { id, role: role ?? "", registered: true, trained };
}

/** The words beside the event that refers to them; words that no event refers to are not kept. */
function messageRecords({ message, command }: Wish, { events }: Decided): MessageRecord[] {
  if (message === undefined) return [];
  const event = events.find(
    ({ fact }) =>
      "message" in fact && typeof fact.message === "object" && fact.message?.id === message.id,
  );
  if (event === undefined) return [];
  const { by } = command;
  const { id, text, channel, language } = message;
  const name = by.kind === "desk" ? null : by.name;
  return [
    {
      id,
      seq: event.seq,
      at: event.at,
      author: { kind: by.kind, name },
      public: message.public,
      channel,
      language,
      text,
      html: null,
    },
  ];
}

async function filesOf(
  { tx }: Inside,
  { message }: Wish,
): Promise<readonly FileRecord[] | Refusal> {
  if (message?.uploads === undefined || message.uploads.ids.length === 0) return [];
  const { ids, session } = message.uploads;
  const kept = await uploadsOf(tx, submissionKey(session));
  const wanted = kept.filter(({ id }) => ids.includes(id));
  if (wanted.length < new Set(ids).size) return refuse("file-missing", { field: "uploads" });
  return wanted.map((upload) => ({ ...upload, message: message.id }));
}

/** The texts of a ticket's messages, by id: for those who act on words that are there already. */
export async function textsOf(
  { tx }: Inside,
  number: number,
): Promise<ReadonlyMap<string, MessageRecord>> {
  const messages = await messagesOf(tx, number, "all");
  return new Map(messages.map((message) => [message.id, message]));
}
