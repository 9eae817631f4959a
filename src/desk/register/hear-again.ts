import { isRefusal } from "../../core/refusal.ts";
import { theDesk } from "../../core/ticket/actor.ts";
import { cannotProve } from "../../core/ticket/acts/held.ts";
import { heldOf } from "../../store/open-tickets.ts";
import { enqueue } from "../../store/outbox.ts";
import { heldTickets, readTicket } from "../../store/tickets.ts";
import { ownMail } from "../mail/own-mail.ts";
import { boundPolicy } from "../policies/bound-policy.ts";
import { actInside } from "../tickets/act-inside.ts";
import type { Inside } from "../tickets/file-inside.ts";

/**
 * Looks again at the held tickets of addresses that were just registered or changed (FI-2, FI-6):
 * those that lack nothing any more are admitted, those that lack only a code are sent it. Gives the
 * folios that were admitted.
 */
export async function hearAgain(
  inside: Inside,
  addresses: readonly string[],
): Promise<readonly string[]> {
  const admitted: string[] = [];
  for (const address of addresses)
    for (const folio of await heldOf(inside.tx, address))
      if (await isHeard(inside, folio)) admitted.push(folio);
  return admitted;
}

async function isHeard(inside: Inside, folio: string): Promise<boolean> {
  const { plazo, tx, desk } = inside;
  const done = await actInside(inside, folio, { command: { by: theDesk, act: { do: "hear" } } });
  if (isRefusal(done) || done.events.length === 0) return false;
  const { ticket } = done;
  const { address } = ticket.requester;
  if (cannotProve(ticket) === null && address !== null) {
    const at = await tx.now();
    const found = await readTicket(tx, folio);
    if (found === undefined) throw new Error(`ticket ${folio} was there a moment ago`);
    const { number } = found;
    const binding = await boundPolicy(plazo, tx, { number: ticket.policy });
    const about = { desk, number, ticket, binding, address, at };
    await enqueue(tx, { number, folio, at }, ownMail(plazo, "code", about));
  }
  return ticket.held === null;
}

/**
 * Admits what was held for the support of portals whose owner's support is valid now (HB-1): nobody
 * has to write anything again. Gives the folios.
 */
export async function admitHeld(
  inside: Inside,
  portals: readonly string[],
): Promise<readonly string[]> {
  const admitted: string[] = [];
  for (const portal of portals)
    for (const folio of await heldTickets(inside.tx, portal)) {
      const done = await actInside(inside, folio, {
        command: { by: theDesk, act: { do: "admit" } },
      });
      if (!isRefusal(done)) admitted.push(folio);
    }
  return admitted;
}
