import { theDesk } from "../../core/ticket/actor.ts";
import type { Ticket } from "../../core/ticket/ticket.ts";
import { readTicket } from "../../store/tickets.ts";
import { addressKey } from "../register/address-key.ts";
import { actInside } from "./act-inside.ts";
import type { Inside } from "./file-inside.ts";

/**
 * Links the cited ticket back to the one that cites it, where both are of one requester: a stranger
 * who knows a folio writes nothing into another's ticket.
 */
export async function citeBack(inside: Inside, ticket: Ticket, cited: string): Promise<void> {
  const found = await readTicket(inside.tx, cited);
  const own = ticket.requester.address;
  const theirs = found?.ticket.requester.address ?? null;
  if (
    found === undefined ||
    own === null ||
    theirs === null ||
    addressKey(own) !== addressKey(theirs)
  )
    return;
  await actInside(inside, found.ticket.folio, {
    command: { by: theDesk, act: { do: "link", to: ticket.folio, as: "cited-by" } },
  });
}
