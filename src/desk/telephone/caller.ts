import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { authorisedOf } from "../../core/register/authorised.ts";
import type { Authorised } from "../../core/register/authorised.ts";
import { readSought } from "../../core/register/sought.ts";
import { telephoneNow } from "../../core/telephone/return-call.ts";
import type { ChannelNow } from "../../core/ticket/channel-now.ts";
import type { Instant } from "../../core/time/instant.ts";
import { openAmong } from "../../store/calls-due.ts";
import { ticketsOfContact, ticketsOfOrganisation } from "../../store/client-tickets.ts";
import { contactPersonAt, contactPersonsAfter } from "../../store/contacts.ts";
import type { ContactPersonRecord } from "../../store/contacts.ts";
import { organisationOfPortal, readOrganisation } from "../../store/organisations.ts";
import { readTicket } from "../../store/tickets.ts";
import { inDesk } from "../../store/transaction.ts";
import type { BoundPolicy } from "../caches.ts";
import type { Plazo } from "../plazo.ts";
import { boundPolicy, policyInForce } from "../policies/bound-policy.ts";
import { addressKey } from "../register/address-key.ts";
import { isSupportValid, withWarnings } from "../register/organisations.ts";
import type { OrganisationSeen } from "../register/organisations.ts";
import { portalKey } from "../register/portal-key.ts";
import { lookUp } from "../register/read-register.ts";
import type { Inside } from "../tickets/file-inside.ts";
import { callerOfNumber, readNumber } from "./caller-of-number.ts";
import { identifierKey } from "../../core/search/identifiers.ts";
import { ticketsOfKey } from "../../store/search/find.ts";
import type { OpenTicket } from "./caller-of-number.ts";

/** An open ticket of whoever calls, and the telephone as it is for it. */
export interface CallerTicket {
  readonly ticket: OpenTicket;
  readonly policy: BoundPolicy;
  /** Null: the manual has no telephone. */
  readonly phone: ChannelNow | null;
}

/** Who may be calling, with what whoever answers must know at once. */
export interface Caller {
  readonly contact: ContactPersonRecord | null;
  readonly organisation: OrganisationSeen | null;
  readonly tickets: readonly CallerTicket[];
  readonly authorised: readonly Authorised<ContactPersonRecord>[];
}

/** Everybody that may be calling, and the telephone as it is for somebody who has no ticket. */
export interface Callers {
  readonly callers: readonly Caller[];
  readonly phone: ChannelNow | null;
  readonly policy: BoundPolicy;
  readonly now: Instant;
}

/** Callers and their tickets that are shown at most: whoever answers chooses at a glance. */
const MOST = { callers: 5, tickets: 10, people: 200 } as const;

/** An identifier of fewer characters begins those of half the desk. */
const LEAST = 6;

interface At {
  readonly inside: Inside;
  readonly policy: BoundPolicy;
  readonly now: Instant;
}

/**
 * Who may be calling, by what whoever answers types: a telephone, an RFC, a name, an address, a
 * portal or a folio; with their support, their open tickets, whether each may be attended to by
 * telephone (HB-6, RD-13), and who of them may ask for what (FI-6). Refuses `no-such-desk`.
 */
export async function callersOf(
  plazo: Plazo,
  desk: string,
  typed: string,
): Promise<Callers | Refusal<"no-such-desk">> {
  const sought = typed.trim() === "" ? none : await lookUp(plazo, desk, typed);
  return inDesk(plazo.db, desk, async (tx): Promise<Callers | Refusal<"no-such-desk">> => {
    const policy = await policyInForce(plazo, tx);
    if (isRefusal(policy)) return refuse("no-such-desk");
    const now = await tx.now();
    const at: At = { inside: { plazo, tx, desk }, policy, now };
    const phone = telephoneNow({ at: now, context: policy, ticket: null });
    const ofFolio = await callerOfFolio(at, typed);
    const callers = ofFolio === null ? await callersSought(at, typed, sought) : [ofFolio];
    return { callers, phone, policy, now };
  });
}

type Sought = Awaited<ReturnType<typeof lookUp>>;
const none: Sought = { organisations: [], contacts: [] };

async function callersSought(
  at: At,
  typed: string,
  { organisations, contacts }: Sought,
): Promise<Caller[]> {
  const callers: Caller[] = [];
  const shown = new Set<number>();
  for (const contact of contacts.slice(0, MOST.callers)) {
    const organisation = organisations.find(({ id }) => id === contact.organisation) ?? null;
    callers.push(await callerOf(at, { contact, organisation }));
  }
  const ofContacts = new Set(contacts.map(({ organisation }) => organisation));
  for (const organisation of organisations.slice(0, MOST.callers))
    if (!ofContacts.has(organisation.id))
      callers.push(await callerOf(at, { contact: null, organisation }));
  for (const { tickets } of callers) for (const { ticket } of tickets) shown.add(ticket.number);
  const { ending } = readSought(typed).telephone === null ? { ending: null } : readNumber(typed);
  const { tickets } = await callerOfNumber(at.inside, ending);
  const named = await ticketsNaming(at.inside, typed);
  const left = [...tickets, ...named].filter(({ number }) => !shown.has(number));
  if (left.length > 0) callers.push(await unregistered(at, left));
  return callers.slice(0, MOST.callers);
}

/** Open tickets that were filed with an RFC or an address that begins so, whoever the register knows: newest first. */
async function ticketsNaming(
  { tx }: Pick<Inside, "tx">,
  typed: string,
): Promise<readonly OpenTicket[]> {
  const { rfc, address } = readSought(typed);
  const sought = identifierKey(rfc ?? address ?? "");
  if (sought.length < LEAST) return [];
  const found = await ticketsOfKey(tx, sought, MOST.tickets * 4);
  const numbers = new Set(found.map(({ number }) => number));
  return numbers.size === 0 ? [] : openAmong(tx, [...numbers]);
}

/** Whoever left their number or their RFC with a ticket, and is in no register. */
async function unregistered(at: At, tickets: readonly OpenTicket[]): Promise<Caller> {
  const own = await withPhone(at, tickets);
  return { contact: null, organisation: null, tickets: own, authorised: [] };
}

async function callerOf(
  at: At,
  { contact, organisation }: Pick<Caller, "contact" | "organisation">,
): Promise<Caller> {
  const { tx } = at.inside;
  const page = { before: null, closedToo: false, limit: MOST.tickets };
  const listed =
    organisation !== null
      ? await ticketsOfOrganisation(tx, organisation.id, page)
      : contact === null
        ? []
        : await ticketsOfContact(tx, contact.id, page);
  const numbers = listed.map(({ number }) => number);
  const open = numbers.length === 0 ? [] : await openAmong(tx, numbers);
  const people =
    organisation === null
      ? []
      : await contactPersonsAfter(tx, {
          organisation: organisation.id,
          after: null,
          within: "",
          limit: MOST.people,
        });
  const known = people.length > 0 || contact === null ? people : [contact];
  const active = known.filter((one) => one.active);
  return {
    contact,
    organisation,
    tickets: await withPhone(at, open),
    authorised: authorisedOf(at.policy.policy.policy, active),
  };
}

async function withPhone(
  { inside, now }: At,
  tickets: readonly OpenTicket[],
): Promise<CallerTicket[]> {
  const { plazo, tx } = inside;
  const found: CallerTicket[] = [];
  for (const ticket of tickets.slice(0, MOST.tickets)) {
    const policy = await boundPolicy(plazo, tx, { number: ticket.ticket.policy });
    const phone = telephoneNow({ at: now, context: policy, ticket: ticket.ticket });
    found.push({ ticket, policy, phone });
  }
  return found;
}

/** Whose the ticket of a folio is; null: it is none. The ticket stands first, also where it is closed. */
async function callerOfFolio(at: At, typed: string): Promise<Caller | null> {
  const { tx } = at.inside;
  const folio = typed.trim().slice(0, 40);
  const found = folio === "" ? undefined : await readTicket(tx, folio);
  if (found === undefined) return null;
  const { ticket, number } = found;
  const { address } = ticket.requester;
  const contact =
    address === null ? null : ((await contactPersonAt(tx, addressKey(address))) ?? null);
  const owner =
    ticket.portal === null ? undefined : await organisationOfPortal(tx, portalKey(ticket.portal));
  const own = owner ?? (await organisationOfContact(at, contact));
  const [view] = own === undefined ? [] : await withWarnings(tx, [own]);
  const organisation =
    view === undefined ? null : { ...view, supportValid: isSupportValid(view, at.now) };
  const caller = await callerOf(at, { contact, organisation });
  const [first] = await withPhone(at, [{ number, folio: ticket.folio, ticket }]);
  const others = caller.tickets.filter((one) => one.ticket.number !== number);
  return { ...caller, tickets: first === undefined ? others : [first, ...others] };
}

async function organisationOfContact({ inside }: At, contact: ContactPersonRecord | null) {
  const id = contact?.organisation ?? null;
  return id === null ? undefined : readOrganisation(inside.tx, id);
}
