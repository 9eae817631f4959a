import type {
  ClientTicket,
  ContactPerson,
  Organisation,
  TicketClient,
} from "../../contract/register.ts";
import type { TicketClient as Client } from "../../desk/register/client-of-ticket.ts";
import type { ClientTicketRow, ContactPersonRow } from "../../desk/register/rows.ts";
import type { OrganisationSeen } from "../../desk/register/organisations.ts";

/** An organisation as the wire has it. */
export function presentOrganisation(one: OrganisationSeen): Organisation {
  const { id, name, rfc, taxRegime, postalCode, taxAddress, plan, paidUntil, notes } = one;
  const { portals, version, created, updated, supportValid, warnings } = one;
  const tax = { id, name, rfc, taxRegime, postalCode, taxAddress };
  const support = { plan, paidUntil, supportValid, portals: [...portals] };
  return { ...tax, ...support, notes, version, created, updated, warnings: [...warnings] };
}

/** A contact as the wire has them. */
export function presentContact(one: ContactPersonRow): ContactPerson {
  const { id, organisation, organisationName, name, role, trained, seesOrganisation } = one;
  const { language, active, addresses, telephones, version, created, updated } = one;
  const who = { id, organisation, organisationName, name, role, trained, seesOrganisation };
  const where = { addresses: [...addresses], telephones: [...telephones] };
  return { ...who, ...where, language, active, version, created, updated };
}

/** A ticket of a client as the wire has it: without its number, which is the program's own. */
export function presentClientTicket({ number: _, ...one }: ClientTicketRow): ClientTicket {
  return one;
}

/** Whose a ticket is, as the wire has it. */
export function presentClient(client: Client): TicketClient {
  const { organisation, contact, open, authorised, namesakes } = client;
  return {
    organisation: organisation === null ? null : presentOrganisation(organisation),
    contact: contact === null ? null : presentContact(contact),
    open: open.map(presentClientTicket),
    authorised: authorised.map(({ form, roles, contacts, clause }) => ({
      form: form.id,
      title: form.title,
      roles: [...roles],
      contacts: contacts.map(({ id, name, role }) => ({ id, name, role: role ?? "" })),
      clause: [...clause],
    })),
    namesakes: namesakes.map((one) => ({ ...one })),
  };
}
