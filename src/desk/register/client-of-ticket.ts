import { readRfc } from "../../core/intake/rfc.ts";
import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { authorisedOf } from "../../core/register/authorised.ts";
import type { Authorised } from "../../core/register/authorised.ts";
import type { Ticket } from "../../core/ticket/ticket.ts";
import { accountOfTicket, pendingLike } from "../../store/accounts.ts";
import { ticketsOfContact, ticketsOfOrganisation } from "../../store/client-tickets.ts";
import type { ClientTicket } from "../../store/client-tickets.ts";
import { contactPersonAt, contactPersonsAfter } from "../../store/contacts.ts";
import type { ContactPersonRecord } from "../../store/contacts.ts";
import {
  organisationOfPortal,
  organisationsNamed,
  organisationsOfRfc,
  readOrganisation,
} from "../../store/organisations.ts";
import type { OrganisationRecord } from "../../store/organisations.ts";
import { readTicket } from "../../store/tickets.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Transaction } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { boundPolicy } from "../policies/bound-policy.ts";
import type { Place } from "../tickets/act.ts";
import { addressKey } from "./address-key.ts";
import { isSupportValid, withWarnings } from "./organisations.ts";
import type { OrganisationSeen } from "./organisations.ts";
import { portalKey } from "./portal-key.ts";

/** Somebody or something that the register knows already of an account that is asked for. */
export interface Namesake {
  readonly kind: "organisation" | "contact" | "account";
  /** Its id in the register; the folio of the other ticket where it is an account. */
  readonly id: string;
  readonly name: string;
  readonly by: "rfc" | "name" | "address";
}

/** Whose a ticket is, as the register knows it. */
export interface TicketClient {
  readonly organisation: OrganisationSeen | null;
  readonly contact: ContactPersonRecord | null;
  /** Other open tickets of the client; of the contact where no organisation is known. */
  readonly open: readonly ClientTicket[];
  readonly authorised: readonly Authorised<ContactPersonRecord>[];
  readonly namesakes: readonly Namesake[];
}

/** Other open tickets and contacts that are shown at most. */
const MOST = 20;
const PEOPLE = 200;

/**
 * Whose a ticket is: the organisation that owns its portal, or that of the contact who asks, or the
 * only one with the RFC that was given; its support, its other open tickets, and who of it may ask
 * for what. Of a ticket that asks for an account: what the register knows already. Refuses
 * `no-such-ticket`.
 */
export function clientOfTicket(
  plazo: Plazo,
  { desk, folio }: Place,
): Promise<TicketClient | Refusal<"no-such-ticket">> {
  return inDesk(plazo.db, desk, async (tx): Promise<TicketClient | Refusal<"no-such-ticket">> => {
    const found = await readTicket(tx, folio);
    if (found === undefined) return refuse("no-such-ticket", { facts: { folio } });
    const { ticket, number } = found;
    const { address } = ticket.requester;
    const contact =
      address === null ? null : ((await contactPersonAt(tx, addressKey(address))) ?? null);
    const client = await organisationOf(tx, ticket, contact);
    const { policy } = (await boundPolicy(plazo, tx, { number: ticket.policy })).policy;
    const people = client === null ? [] : await peopleOf(tx, client.id);
    const known = contact === null ? [] : [contact];
    const active = (people.length > 0 ? people : known).filter((one) => one.active);
    const now = await tx.now();
    const [view] = client === null ? [] : await withWarnings(tx, [client]);
    return {
      organisation:
        view === undefined ? null : { ...view, supportValid: isSupportValid(view, now) },
      contact,
      open: (await openOf(tx, client, contact)).filter((one) => one.number !== number),
      authorised: authorisedOf(policy, active),
      namesakes: ticket.account === "pending" ? await namesakesOf(tx, number) : [],
    };
  });
}

async function organisationOf(
  tx: Transaction,
  { portal, requester }: Ticket,
  contact: ContactPersonRecord | null,
): Promise<OrganisationRecord | null> {
  const owner = portal === null ? undefined : await organisationOfPortal(tx, portalKey(portal));
  if (owner !== undefined) return owner;
  const own = contact?.organisation ?? null;
  if (own !== null) return (await readOrganisation(tx, own)) ?? null;
  const read = readRfc(requester.identity ?? "");
  if (read.is === "shape" || read.generic) return null;
  const [one, another] = await organisationsOfRfc(tx, read.rfc);
  return another === undefined ? (one ?? null) : null;
}

function peopleOf(tx: Transaction, organisation: string): Promise<ContactPersonRecord[]> {
  return contactPersonsAfter(tx, { organisation, after: null, within: "", limit: PEOPLE });
}

async function openOf(
  tx: Transaction,
  client: OrganisationRecord | null,
  contact: ContactPersonRecord | null,
): Promise<ClientTicket[]> {
  const page = { before: null, closedToo: false, limit: MOST + 1 };
  if (client !== null) return ticketsOfOrganisation(tx, client.id, page);
  return contact === null ? [] : ticketsOfContact(tx, contact.id, page);
}

async function namesakesOf(tx: Transaction, number: number): Promise<readonly Namesake[]> {
  const account = await accountOfTicket(tx, number);
  if (account === undefined) return [];
  const ofRfc = await organisationsOfRfc(tx, account.rfc);
  const named = await organisationsNamed(tx, account.organisation);
  const contact = await contactPersonAt(tx, account.address);
  const others = await pendingLike(tx, account);
  const found: Namesake[] = [
    ...ofRfc.map(({ id, name }) => ({ kind: "organisation", id, name, by: "rfc" }) as const),
    ...named
      .filter(({ id }) => ofRfc.every((one) => one.id !== id))
      .map(({ id, name }) => ({ kind: "organisation", id, name, by: "name" }) as const),
    ...(contact === undefined
      ? []
      : [{ kind: "contact", id: contact.id, name: contact.name, by: "address" } as const]),
    ...others.map(({ folio, organisation, rfc }) => {
      const by = rfc === account.rfc ? "rfc" : "address";
      return { kind: "account", id: folio, name: organisation, by } as const;
    }),
  ];
  return found.slice(0, MOST);
}
