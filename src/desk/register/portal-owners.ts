import { isRefusal } from "../../core/refusal.ts";
import { theDesk } from "../../core/ticket/actor.ts";
import { portalOwnersAfter, writePortalOwner } from "../../store/register.ts";
import type { PortalOwnerRecord } from "../../store/register.ts";
import { inDesk } from "../../store/transaction.ts";
import { heldTickets } from "../../store/tickets.ts";
import type { Plazo } from "../plazo.ts";
import { currentPolicy } from "../policies/current-policy.ts";
import { act } from "../tickets/act.ts";
import { portalKey } from "./portal-key.ts";

/** The organisation that owns a portal: the client whose support is paid or not (HB-1, HB-2). */
export type PortalOwner = PortalOwnerRecord;

/**
 * Writes down who owns a portal and until when their support is paid. Where that makes it valid, the
 * tickets that were held for it are admitted at this moment, and nobody has to write anything again
 * (HB-1). Gives the folios that were admitted.
 */
export async function setPortalOwner(
  plazo: Plazo,
  desk: string,
  owner: PortalOwner,
): Promise<readonly string[]> {
  const bound = await currentPolicy(plazo, desk);
  const pattern = isRefusal(bound) ? null : bound.policy.policy.desk.portal;
  const portal = portalKey(addressOf(owner.portal, pattern));
  const waiting = await inDesk(plazo.db, desk, async (tx) => {
    await writePortalOwner(tx, { ...owner, portal });
    const isValid = owner.paidUntil === null || owner.paidUntil > (await tx.now());
    return isValid ? heldTickets(tx, portal) : [];
  });
  const admitted: string[] = [];
  for (const folio of waiting) {
    const done = await act(
      plazo,
      { desk, folio },
      { command: { by: theDesk, act: { do: "admit" } } },
    );
    if (!isRefusal(done)) admitted.push(folio);
  }
  return admitted;
}

/** A portal by its name alone is the one that the manual's address has in that place (HB-8). */
function addressOf(portal: string, pattern: string | null): string {
  const isName = /^[a-z0-9-]+$/iu.test(portal.trim());
  return isName && pattern?.includes("{portal}") === true
    ? pattern.replace("{portal}", portal.trim())
    : portal;
}

/** The owners of the desk's portals, by portal, at most 200 a page. */
export function listPortalOwners(
  plazo: Plazo,
  desk: string,
  page: { readonly after?: string; readonly limit?: number },
): Promise<PortalOwner[]> {
  const limit = Math.min(page.limit ?? 50, 200);
  return inDesk(plazo.db, desk, (tx) => portalOwnersAfter(tx, page.after ?? "", limit));
}
