import { readRfc } from "../../core/intake/rfc.ts";
import { isRefusal } from "../../core/refusal.ts";
import { bareLine } from "../../core/text/bare.ts";
import {
  lockRegister,
  organisationOfPortal,
  organisationsNamed,
} from "../../store/organisations.ts";
import type { OrganisationRecord } from "../../store/organisations.ts";
import { portalOwnersAfter } from "../../store/register.ts";
import type { PortalOwnerRecord } from "../../store/register.ts";
import { inDesk, rollbackWith } from "../../store/transaction.ts";
import type { Rollback } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { byItself } from "./by.ts";
import type { By } from "./by.ts";
import { plainOrganisation, putOrganisation } from "./organisations.ts";
import type { OrganisationRefusal, OrganisationWish } from "./organisations.ts";
import { keyOfPortal, portalPattern } from "./portal-address.ts";

/** The organisation that owns a portal: the client whose support is paid or not (HB-1, HB-2). */
export type PortalOwner = PortalOwnerRecord;

/**
 * Writes down who owns a portal and until when their support is paid: the organisation that owns it
 * already, or else the one of that name, or else a new one. Where that makes it valid, the tickets
 * that were held for it are admitted at this moment, and nobody has to write anything again (HB-1).
 * Gives the folios that were admitted; refuses what `putOrganisation` refuses.
 */
export function setPortalOwner(
  plazo: Plazo,
  desk: string,
  { by = byItself, ...owner }: PortalOwner & { readonly by?: By },
): Promise<readonly string[] | OrganisationRefusal> {
  type Given = readonly string[] | OrganisationRefusal;
  return inDesk(plazo.db, desk, async (tx): Promise<Given | Rollback<Given>> => {
    await lockRegister(tx);
    const inside = { plazo, tx, desk };
    const portal = keyOfPortal(owner.portal, await portalPattern(inside));
    const current = await organisationOfPortal(tx, portal);
    const isKept = current !== undefined && (isTheSame(current, owner) || hasRfcOf(current, owner));
    const named = (await organisationsNamed(tx, owner.organisation)).find((one) =>
      isTheSame(one, owner),
    );
    const one = isKept ? current : named;
    if (current !== undefined && current.id !== one?.id) {
      const portals = current.portals.filter((other) => other !== portal);
      const left = { ...plainOrganisation(current), portals };
      await putOrganisation(inside, left, { by, id: current.id });
    }
    const written = await putOrganisation(inside, wishOf(owner, { one, portal }), {
      by,
      ...(one === undefined ? {} : { id: one.id }),
    });
    return isRefusal(written) ? rollbackWith<Given>(written) : written.admitted;
  });
}

const rfcOf = (text: string | null): string | null => {
  const read = text === null ? null : readRfc(text);
  return read?.is === "rfc" ? read.rfc : null;
};

function hasRfcOf(one: OrganisationRecord, { rfc }: PortalOwner): boolean {
  return one.rfc !== null && one.rfc === rfcOf(rfc);
}

/** The same name, and no other RFC. */
function isTheSame(one: OrganisationRecord, owner: PortalOwner): boolean {
  const rfc = rfcOf(owner.rfc);
  const isNamesake = bareLine(one.name) === bareLine(owner.organisation);
  return isNamesake && (one.rfc === null || rfc === null || one.rfc === rfc);
}

function wishOf(
  { organisation, rfc, plan, paidUntil }: PortalOwner,
  { one, portal }: { readonly one: OrganisationRecord | undefined; readonly portal: string },
): OrganisationWish {
  const support = { name: organisation, plan, paidUntil };
  const given = rfc === null || rfc.trim() === "" ? null : rfc;
  if (one === undefined) {
    const unknown = { taxRegime: null, postalCode: null, taxAddress: null, notes: null };
    return { ...unknown, ...support, rfc: given, portals: [portal] };
  }
  return { ...one, ...support, rfc: given ?? one.rfc, portals: [...one.portals, portal] };
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
