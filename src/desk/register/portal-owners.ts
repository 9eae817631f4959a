import type { Instant } from "../../core/time/instant.ts";
import type { Plazo } from "../plazo.ts";

/** The organisation that owns a portal: the client whose support is paid or not (HB-1, HB-2). */
export interface PortalOwner {
  readonly portal: string;
  readonly organisation: string;
  readonly rfc: string | null;
  readonly plan: string | null;
  /** Support is valid before this instant; none: without end. */
  readonly paidUntil: Instant | null;
}

/** Writes down who owns a portal and until when their support is paid. */
export function setPortalOwner(_plazo: Plazo, _desk: string, _owner: PortalOwner): Promise<void> {
  throw new Error("being written");
}

/** The owner of a portal, or `undefined`. */
export function portalOwner(_plazo: Plazo, _desk: string, _portal: string): Promise<PortalOwner | undefined> {
  throw new Error("being written");
}

/** The owners of the desk's portals, by portal, a page at a time. */
export function listPortalOwners(_plazo: Plazo, _desk: string, _page: { readonly after?: string; readonly limit?: number }): Promise<PortalOwner[]> {
  throw new Error("being written");
}
