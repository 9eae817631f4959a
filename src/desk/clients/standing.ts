import type { Ticket } from "../../core/ticket/ticket.ts";
import { contactPersonAt } from "../../store/contacts.ts";
import { organisationOfPortal } from "../../store/organisations.ts";
import type { Transaction } from "../../store/transaction.ts";
import { addressKey } from "../register/address-key.ts";
import { portalKey } from "../register/portal-key.ts";
import type { Client } from "./session.ts";

/**
 * What a ticket is to whoever is signed in: their own, asked for from an address of theirs; of their
 * organisation, whose tickets the register lets them read; null: nothing, and they are told no more.
 */
export async function standingAt(
  tx: Transaction,
  { person }: Pick<Client, "person">,
  { requester, portal }: Pick<Ticket, "requester" | "portal">,
): Promise<"own" | "organisation" | null> {
  const address = requester.address === null ? null : addressKey(requester.address);
  if (address !== null && person.addresses.includes(address)) return "own";
  const { organisation } = person;
  if (!person.seesOrganisation || organisation === null) return null;
  const owner = portal === null ? undefined : await organisationOfPortal(tx, portalKey(portal));
  if (owner?.id === organisation) return "organisation";
  const other = address === null ? undefined : await contactPersonAt(tx, address);
  return other?.organisation === organisation ? "organisation" : null;
}
