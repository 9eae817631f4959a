import { deeds } from "../scene.ts";
import type { Ticket } from "../ticket.ts";
import type { ActRule } from "./rule.ts";

/** Somebody in copy is told what the client is told; said again, or of the requester, nothing happens. */
export const addParticipant: ActRule<"add-participant"> = (ticket, { address }, { by }) =>
  takesPart(ticket, address) ? [] : deeds(by, { type: "participant-added", address });

/** Whether an address is the requester's, or of somebody who was added. Addresses are compared without case. */
export function takesPart({ requester, participants = [] }: Ticket, address: string): boolean {
  const sought = address.toLowerCase();
  return [requester.address, ...participants].some((known) => known?.toLowerCase() === sought);
}
