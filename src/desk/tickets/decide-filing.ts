import { hasShown } from "../../core/access/heard.ts";
import { isRefusal } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { cannotProve } from "../../core/ticket/acts/held.ts";
import { decide } from "../../core/ticket/decide.ts";
import type { Decided } from "../../core/ticket/decide.ts";
import { noFacts } from "../../core/ticket/facts.ts";
import type { Facts } from "../../core/ticket/facts.ts";
import type { Instant } from "../../core/time/instant.ts";
import type { AccountRecord } from "../../store/accounts.ts";
import { chained, noHead } from "../../store/chain.ts";
import type { ConsentRecord } from "../../store/consents.ts";
import { sha256 } from "../../store/digest.ts";
import { submissionKey } from "../../store/filing.ts";
import type { AcknowledgementCounts, FilingFacts } from "../../store/filing.ts";
import type { CountedAdditions } from "../../store/filings.ts";
import type { FileRecord, MessageRecord, OutboxRecord } from "../../store/ticket-records.ts";
import type { TicketRow } from "../../store/tickets.ts";
import { accountOf } from "../accounts/account-of.ts";
import { consentsOf } from "../accounts/consents-of.ts";
import type { BoundPolicy } from "../caches.ts";
import { followFor, followToken } from "../follow.ts";
import { composeMails } from "../mail/compose.ts";
import type { Occasion } from "../mail/occasion.ts";
import { ownMail } from "../mail/own-mail.ts";
import type { Plazo } from "../plazo.ts";
import type { Filed, Filing } from "./file-ticket.ts";
import { wordsOf } from "./intake-of.ts";
import type { Taken } from "./intake-of.ts";
import { promisesOf, rowOf } from "./row-of.ts";

/** What is known of a filing when it is decided. */
export interface Prepared {
  readonly taken: Taken;
  readonly known: FilingFacts & { readonly number: number };
  readonly facts: Facts;
  readonly binding: BoundPolicy;
  readonly counts: AcknowledgementCounts;
}

/** Decides a filing at `at.now` and composes all that it writes; the core's refusal. Nothing is read or written. */
export function decideFiling(
  at: { readonly plazo: Plazo; readonly desk: string; readonly now: Instant },
  filing: Filing,
  prepared: Prepared,
): Refusal | ToWrite {
  const { plazo, desk } = at;
  const { known, binding, counts } = prepared;
  const message = plazo.effects.random.id();
  const decided = decisionOf(at.now, filing, { ...prepared, message });
  if (isRefusal(decided)) return decided;
  const { ticket } = decided;
  const now = ticket.lastRecorded;
  const messages = [firstMessage(prepared.taken, decided, message)];
  const texts = new Map(messages.map(({ id, text }) => [id, text]));
  const { number } = known;
  const occasion: Occasion = {
    ...{ desk, number, ticket, binding, now, events: decided.events, texts },
    ...(filing.chat === undefined ? {} : { chat: filing.chat.live ? "there" : "gone" }),
  };
  const outbox = [...composeMails(plazo, decided.told, occasion), ...codeMails(plazo, occasion)];
  const events = chained(noHead, decided.events);
  const { address } = ticket.requester;
  const shown = hasShown(binding.policy.policy, ticket, isKnown(filing, ticket.requester.contact));
  // The page leads to the ticket by a link of its own, which is nobody's; the mailed one is its recipient's.
  const recipient = shown ? address : null;
  const token = followToken(plazo, { desk, number, recipient });
  const row = rowOf(ticket, {
    ...{ binding, now, number, wakesAt: decided.wakesAt },
    head: events.at(-1)?.hash ?? noHead,
    exceptions: binding.exceptions,
  });
  const capability = { hash: sha256(token), recipient, expires: now + followFor };
  const files = known.uploads.map((upload): FileRecord => ({ ...upload, message }));
  const session = files.length === 0 ? null : submissionKey(filing.submission);
  const added = {
    ...{ folio: ticket.folio, events, messages, files, outbox },
    session,
    capability,
  };
  const count = outbox.length > 0 && !known.exhausted;
  const additions = { counts, count, added: { ...added, at: now } };
  const form = binding.policy.policy.forms.find(({ id }) => id === ticket.form);
  const account = accountOf(ticket, form, { number, language: filing.language });
  const { source } = filing;
  const consents = consentsOf(ticket, binding.policy, { language: filing.language, source });
  const filed = (allowed: boolean): Filed => ({
    folio: ticket.folio,
    capability: token,
    ticket,
    policy: binding,
    promises: promisesOf(ticket, binding, now),
    now,
    acknowledged: acknowledgedBy(outbox, allowed),
    repeated: false,
  });
  const mailed = shown ? null : { number, address, now };
  return { row, additions, filed, account, consents, mailed };
}

/** Whether who files has shown that the address is theirs: a host vouches for them, or they are signed in. */
export function isKnown({ chat, signedIn }: Filing, contact: string | null): boolean {
  return (
    (chat?.vouched ?? null) !== null || (signedIn !== undefined && signedIn.person === contact)
  );
}

/** The code that the registered address is to prove itself with, where that is what it is held for (FI-6). */
function codeMails(plazo: Plazo, { now, ...about }: Occasion): readonly OutboxRecord[] {
  const { address } = about.ticket.requester;
  if (address === null || cannotProve(about.ticket) !== null) return [];
  return [ownMail(plazo, "code", { ...about, address, at: now })];
}

/** A link that goes by mail to its recipient alone. */
export interface MailedLink {
  readonly number: number;
  readonly address: string | null;
  readonly now: Instant;
}

/** A ticket that was decided and is not written yet. */
export interface ToWrite {
  /** The acknowledgement's own link, where the page's is another; null: they are one. */
  readonly mailed: MailedLink | null;
  /** The account that is asked for; null: none is. */
  readonly account: Omit<AccountRecord, "state"> | null;
  /** What was agreed to, with the very text. */
  readonly consents: readonly ConsentRecord[];
  readonly row: TicketRow;
  readonly additions: CountedAdditions;
  readonly filed: (acknowledged: boolean) => Filed;
}

function acknowledgedBy(outbox: readonly OutboxRecord[], allowed: boolean): Filed["acknowledged"] {
  if (outbox.length === 0) return "no-mail";
  return allowed ? "mailed" : "held-back";
}

function decisionOf(
  now: Instant,
  filing: Filing,
  { taken, known, facts, binding, message }: Prepared & { readonly message: string },
): ReturnType<typeof decide> {
  const { intake } = taken;
  const { by, channel, form, cites, urgency, present, received } = filing;
  const { contact } = known;
  const name = contact?.name ?? intake.requester.name;
  const requester = { ...intake.requester, name, contact: contact?.id ?? null };
  const actor =
    by === undefined
      ? ({
          kind: "client",
          name: name ?? requester.identity,
          address: requester.address,
          contact: requester.contact,
        } as const)
      : ({ kind: "staff", ...by } as const);
  const folio = binding.policy.policy.desk.folio.replace("{n}", String(known.number));
  return decide(
    null,
    {
      by: actor,
      ...(received === undefined ? {} : { at: received }),
      act: {
        do: "file",
        folio,
        channel,
        form,
        requester,
        subject: intake.subject,
        fields: intake.fields,
        message: { id: message, channel, files: known.uploads.map(({ id }) => id) },
        portal: intake.portal,
        flags: intake.flags,
        ...(filing.sameProblem === undefined ? {} : { sameProblem: filing.sameProblem }),
        ...(intake.lacks.length === 0 ? {} : { lacks: intake.lacks }),
        ...(intake.missing.length === 0 ? {} : { missing: intake.missing }),
        ...(cites === undefined ? {} : { cites }),
        ...(urgency === undefined ? {} : { urgency }),
        ...(present === undefined ? {} : { present }),
      },
    },
    {
      policy: binding.policy,
      calendars: binding.calendars,
      facts,
      now,
      readUpTo: null,
    },
  );
}

/** What the register and the announcements say of a filing, for the core. */
export function factsOf(
  { owner, contact, announcements }: Pick<FilingFacts, "owner" | "contact" | "announcements">,
  filing: Filing,
): Facts {
  const { externalReference, signedIn } = filing;
  const paidUntil = owner?.paidUntil ?? null;
  return {
    ...noFacts,
    ...(externalReference === undefined ? {} : { externalReference }),
    announcements,
    support: owner === null ? null : { validUntil: paidUntil, plan: owner.plan },
    contact:
      contact === null
        ? null
        : {
            id: contact.id,
            role: contact.role ?? "",
            registered: true,
            trained: contact.trained,
            ...(signedIn?.fresh === true && signedIn.person === contact.id ? { proven: true } : {}),
          },
  };
}

function firstMessage(taken: Taken, { ticket, events }: Decided, id: string): MessageRecord {
  const { name, identity, language } = ticket.requester;
  const by = events[0]?.by;
  return {
    id,
    seq: 1,
    at: ticket.filedAt,
    author: { kind: "client", name: by?.kind === "client" ? by.name : (name ?? identity) },
    public: true,
    channel: ticket.channel,
    language,
    text: wordsOf(taken),
    html: null,
  };
}
