import { hasShown } from "../../core/access/heard.ts";
import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { cannotProve } from "../../core/ticket/acts/held.ts";
import { decide } from "../../core/ticket/decide.ts";
import type { Decided } from "../../core/ticket/decide.ts";
import { noFacts } from "../../core/ticket/facts.ts";
import type { Facts } from "../../core/ticket/facts.ts";
import { insertAccount } from "../../store/accounts.ts";
import { insertConsents } from "../../store/consents.ts";
import type { ConsentRecord } from "../../store/consents.ts";
import type { AccountRecord } from "../../store/accounts.ts";
import type { Instant } from "../../core/time/instant.ts";
import { insertCapability } from "../../store/capabilities.ts";
import { insertChat } from "../../store/chat.ts";
import { canonicalJson } from "../../store/canonical-json.ts";
import { chained, noHead } from "../../store/chain.ts";
import { sha256 } from "../../store/digest.ts";
import { filingOf, submissionKey, writeFiling } from "../../store/filing.ts";
import type {
  AcknowledgementCounts,
  FilingAdditions,
  FilingFacts,
  FilingKeys,
  WrittenFiling,
} from "../../store/filing.ts";
import { insertReference } from "../../store/external-references.ts";
import { readContact, readPortalOwner } from "../../store/register.ts";
import type { FileRecord, MessageRecord, OutboxRecord } from "../../store/ticket-records.ts";
import type { TicketRow } from "../../store/tickets.ts";
import { commitAfter, rollbackWith } from "../../store/transaction.ts";
import type { Last, Rollback, Transaction } from "../../store/transaction.ts";
import { accountOf } from "../accounts/account-of.ts";
import { consentsOf } from "../accounts/consents-of.ts";
import type { BoundPolicy } from "../caches.ts";
import { followFor, followToken } from "../follow.ts";
import { composeMails } from "../mail/compose.ts";
import type { Occasion } from "../mail/occasion.ts";
import { ownMail } from "../mail/own-mail.ts";
import type { Plazo } from "../plazo.ts";
import { boundPolicy } from "../policies/bound-policy.ts";
import { addressKey } from "../register/address-key.ts";
import { portalKey } from "../register/portal-key.ts";
import { citeBack } from "./cite-back.ts";
import type { Filed, Filing } from "./file-ticket.ts";
import { intakeOf, wordsOf } from "./intake-of.ts";
import type { Taken } from "./intake-of.ts";
import { openFolios } from "./open-tickets.ts";
import { repeatedFiling } from "./repeated-filing.ts";
import { promisesOf, rowOf } from "./row-of.ts";

/** A transaction of the desk under way. */
export interface Inside {
  readonly plazo: Plazo;
  readonly tx: Transaction;
  readonly desk: string;
}

type Refused = Rollback<readonly Refusal[]>;

const HOUR = 3_600_000;

/** What was taken in under the policy's version `number`. */
export type Hinted = Taken & { readonly number: number };

/** What a filing is looked up by, before anything is decided. */
export function keysOf(plazo: Plazo, filing: Filing, hinted: Hinted): FilingKeys {
  return {
    submission: submissionKey(filing.submission),
    fingerprint: fingerprintOf(filing),
    portal: portalOf(hinted),
    address: addressOf(hinted),
    uploads: filing.uploads.map(({ id }) => id).filter(isUuid),
    counts: countsOf(plazo, filing, hinted),
  };
}

interface LookedUp {
  readonly hinted: Hinted;
  readonly keys: FilingKeys;
  /** What `beginFiling` gave for the keys. */
  readonly known: FilingFacts | undefined;
}

/** Files what was taken in under the version `hinted.number`; under a newer one it is taken in anew. */
export async function fileInside(
  inside: Inside,
  filing: Filing,
  { hinted, keys, known }: LookedUp,
): Promise<Filed | Last<Filed> | Refused> {
  const { plazo, tx, desk } = inside;
  if (known === undefined) throw new Error("filing.begin gave no row");
  const counts = { ...keys.counts, hour: Math.floor(tx.began / HOUR) };
  if (known.number === null) return repeatedFiling(inside, filing, keys.fingerprint);
  if (known.policy === null) return rollbackWith([refuse("no-such-desk")]);
  const binding = await boundPolicy(plazo, tx, {
    number: known.policy,
    exceptions: known.exceptions,
  });
  plazo.caches.newest.set(desk, known.policy);
  const again = known.policy === hinted.number ? hinted : intakeOf(binding.policy.policy, filing);
  if ("refusals" in again) return rollbackWith(again.refusals);
  const missing = missingUploads(filing, known);
  if (missing.length > 0) return rollbackWith(missing);
  const found = again === hinted ? known : await lookedUpAnew(tx, again, known);
  const facts = factsOf(found);
  const { contact } = facts;
  const { policy } = binding.policy;
  const duplicates = await openFolios(tx, policy, { taken: again, contact });
  return decideAndWrite(inside, filing, {
    taken: again,
    facts: { ...facts, duplicates, ...referenceOf(filing) },
    known: { ...found, number: known.number },
    binding,
    counts,
  });
}

interface Prepared {
  readonly taken: Taken;
  readonly known: FilingFacts & { readonly number: number };
  readonly facts: Facts;
  readonly binding: BoundPolicy;
  readonly counts: AcknowledgementCounts;
}

async function decideAndWrite(
  inside: Inside,
  filing: Filing,
  prepared: Prepared,
): Promise<Filed | Last<Filed> | Refused> {
  const { plazo, tx, desk } = inside;
  const { known, binding, counts } = prepared;
  const message = plazo.effects.random.id();
  const decided = decisionOf(tx, filing, { ...prepared, message });
  if (isRefusal(decided)) return rollbackWith([decided]);
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
  const shown = hasShown(binding.policy.policy, ticket, (filing.chat?.vouched ?? null) !== null);
  // The page leads to the ticket by a link of its own, which is nobody's; the mailed one is its recipient's.
  const recipient = shown ? address : null;
  const token = followToken(plazo, { desk, number, recipient });
  if (!shown) await writeMailedLink(inside, { number, address, now });
  const head = events.at(-1)?.hash ?? noHead;
  const row = rowOf(ticket, {
    binding,
    now,
    number: known.number,
    head,
    wakesAt: decided.wakesAt,
    exceptions: binding.exceptions,
  });
  const additions = {
    counts,
    count: outbox.length > 0 && !known.exhausted,
    added: {
      folio: ticket.folio,
      events,
      messages,
      files: known.uploads.map((upload): FileRecord => ({ ...upload, message })),
      outbox,
      session: known.uploads.length === 0 ? null : submissionKey(filing.submission),
      capability: { hash: sha256(token), recipient, expires: now + followFor },
      at: now,
    },
  };
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
  return write(inside, filing, { row, additions, filed, account, consents });
}

/** The code that the registered address is to prove itself with, where that is what it is held for (FI-6). */
function codeMails(plazo: Plazo, { now, ...about }: Occasion): readonly OutboxRecord[] {
  const { address } = about.ticket.requester;
  if (address === null || cannotProve(about.ticket) !== null) return [];
  return [ownMail(plazo, "code", { ...about, address, at: now })];
}

/** The link that the acknowledgement carries, where the page's is another (FI-2). */
async function writeMailedLink(
  { plazo, tx, desk }: Inside,
  of: { readonly number: number; readonly address: string | null; readonly now: Instant },
): Promise<void> {
  const { number, address: recipient, now } = of;
  const hash = sha256(followToken(plazo, { desk, number, recipient }));
  const record = { hash, recipient, expires: now + followFor };
  await insertCapability(tx, number, { record, at: now });
}

interface ToWrite {
  /** The account that is asked for; null: none is. */
  readonly account: Omit<AccountRecord, "state"> | null;
  /** What was agreed to, with the very text. */
  readonly consents: readonly ConsentRecord[];
  readonly row: TicketRow;
  readonly additions: FilingAdditions;
  readonly filed: (acknowledged: boolean) => Filed;
}

/** Written and committed in one round trip, unless another ticket is to be told of it, or an account is asked for. */
async function write(
  inside: Inside,
  { cites, externalReference: reference, chat }: Filing,
  { row, additions, filed, account, consents }: ToWrite,
): Promise<Filed | Last<Filed>> {
  const { tx } = inside;
  const isAlone = account === null && consents.length === 0;
  if ([cites, reference, chat].every((one) => one === undefined) && isAlone)
    return commitAfter(filingOf(tx, row, additions), ([written]: readonly WrittenFiling[]) =>
      filed(written?.acknowledged ?? false),
    );
  const allowed = await writeFiling(tx, row, additions);
  if (account !== null) await insertAccount(tx, account);
  await insertConsents(tx, row.number, consents);
  if (chat !== undefined) {
    const seen = chat.live ? row.ticket.lastRecorded : null;
    await insertChat(tx, row.number, { seen, vouched: chat.vouched });
  }
  if (reference !== undefined) await insertReference(tx, row.number, reference);
  if (cites !== undefined) await citeBack(inside, row.ticket, cites);
  return filed(allowed);
}

function acknowledgedBy(outbox: readonly OutboxRecord[], allowed: boolean): Filed["acknowledged"] {
  if (outbox.length === 0) return "no-mail";
  return allowed ? "mailed" : "held-back";
}

function decisionOf(
  tx: Transaction,
  filing: Filing,
  { taken, known, facts, binding, message }: Prepared & { readonly message: string },
): ReturnType<typeof decide> {
  const { intake } = taken;
  const { by, channel, form, cites, urgency, present } = filing;
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
      now: tx.began,
      readUpTo: null,
    },
  );
}

function referenceOf({ externalReference }: Filing): Pick<Facts, "externalReference"> {
  return externalReference === undefined ? {} : { externalReference };
}

function factsOf({ owner, contact, announcements }: FilingFacts): Facts {
  const paidUntil = owner?.paidUntil ?? null;
  return {
    ...noFacts,
    announcements,
    support: owner === null ? null : { validUntil: paidUntil, plan: owner.plan },
    contact:
      contact === null
        ? null
        : { id: contact.id, role: contact.role ?? "", registered: true, trained: contact.trained },
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

/** Uploads that were named and are not there any more, or answer another field. */
function missingUploads({ uploads }: Filing, known: FilingFacts): Refusal[] {
  return uploads
    .filter(
      ({ id, field }) => !known.uploads.some((kept) => kept.id === id && kept.field === field),
    )
    .map(({ field }) => refuse("file-missing", { field: `fields.${field}` }));
}

/** The form changed between the look-ups and the decision: what they were made by may have, too. */
async function lookedUpAnew(
  tx: Transaction,
  taken: Taken,
  known: FilingFacts,
): Promise<FilingFacts> {
  const portal = portalOf(taken);
  const address = addressOf(taken);
  const owner = portal === null ? undefined : await readPortalOwner(tx, portal);
  const contact = address === null ? undefined : await readContact(tx, address);
  return { ...known, owner: owner ?? null, contact: contact ?? null };
}

function portalOf({ intake }: Taken): string | null {
  return intake.portal === null ? null : portalKey(intake.portal);
}

function addressOf({ intake }: Taken): string | null {
  return intake.requester.address === null ? null : addressKey(intake.requester.address);
}

function countsOf(plazo: Plazo, filing: Filing, taken: Taken): Omit<AcknowledgementCounts, "hour"> {
  const { perAddress, perSource } = plazo.settings.acknowledgements;
  return {
    address: sha256(`address ${addressOf(taken) ?? ""}`),
    source: sha256(`source ${filing.source}`),
    perAddress,
    perSource,
  };
}

function fingerprintOf(filing: Filing): Uint8Array {
  const { form, channel, fields, uploads, portal, cites, urgency, externalReference } = filing;
  // Not the files' ids: a form that is sent again brings its files again, under new ids.
  const files = uploads.map(({ field }) => field).toSorted();
  return sha256(
    canonicalJson({
      form,
      channel,
      fields,
      files,
      portal,
      cites: cites ?? null,
      ...(urgency === undefined ? {} : { urgency }),
      ...(externalReference === undefined ? {} : { externalReference }),
    }),
  );
}

/** Whether an id from outside can be one of ours at all. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u.test(text);
}
