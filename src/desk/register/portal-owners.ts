import { portalOwnersAfter, readPortalOwner, writePortalOwner } from "../../store/register.ts";
import type { PortalOwnerRecord } from "../../store/register.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";

/** The organisation that owns a portal: the client whose support is paid or not (HB-1, HB-2). */
export type PortalOwner = PortalOwnerRecord;

/** Writes down who owns a portal and until when their support is paid. */
export function setPortalOwner(plazo: Plazo, desk: string, owner: PortalOwner): Promise<void> {
  return inDesk(plazo.db, desk, (tx) => writePortalOwner(tx, { ...owner, portal: portalKey(owner.portal) }));
}

/** The owner of a portal, or `undefined`. */
export function portalOwner(plazo: Plazo, desk: string, portal: string): Promise<PortalOwner | undefined> {
  return inDesk(plazo.db, desk, (tx) => readPortalOwner(tx, portalKey(portal)));
}

/** The owners of the desk's portals, by portal, at most 200 a page. */
export function listPortalOwners(plazo: Plazo, desk: string, page: { readonly after?: string; readonly limit?: number }): Promise<PortalOwner[]> {
  const limit = Math.min(page.limit ?? 50, 200);
  return inDesk(plazo.db, desk, (tx) => portalOwnersAfter(tx, page.after ?? "", limit));
}

/** A portal as it is looked up: without its scheme, path and case, as the address of its page is written in many ways. */
export function portalKey(portal: string): string {
  const host = portal.trim().toLowerCase().replace(/^[a-z]+:\/\//u, "");
  return (host.split(/[/?#]/u, 1)[0] ?? "").slice(0, 200);
}
