import { isDeepStrictEqual } from "node:util";
import { readRfc } from "../../core/intake/rfc.ts";
import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { Organisation } from "../../core/register/client.ts";
import { isTaxRegime, taxWarnings } from "../../core/register/taxpayer.ts";
import type { TaxWarning } from "../../core/register/taxpayer.ts";
import type { Instant } from "../../core/time/instant.ts";
import { appendAudit } from "../../store/audit.ts";
import {
  lockRegister,
  ownersOfPortals,
  readOrganisation,
  sharedRfcs,
  writeOrganisations,
} from "../../store/organisations.ts";
import type { OrganisationRecord } from "../../store/organisations.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Transaction } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import type { Inside } from "../tickets/file-inside.ts";
import type { By } from "./by.ts";
import { admitHeld } from "./hear-again.ts";
import { keyOfPortal, portalPattern } from "./portal-address.ts";

/** An organisation as somebody writes it down; everything but its name may be unknown. */
export type OrganisationWish = Omit<Organisation, "id">;

/** An organisation as it is kept, with what looks wrong about its tax data. */
export interface OrganisationView extends OrganisationRecord {
  readonly warnings: readonly TaxWarning[];
}

/** An organisation with what looks wrong about it, and whether its support is paid now (HB-1). */
export interface OrganisationSeen extends OrganisationView {
  readonly supportValid: boolean;
}

/** What was written, and the folios of held tickets that were admitted by it (HB-1). */
export interface WrittenOrganisation extends OrganisationSeen {
  readonly admitted: readonly string[];
}

/** Why an organisation is not written. */
export type OrganisationRefusal = Refusal<
  "no-such-organisation" | "changed-in-register" | "rfc-shape" | "regime-unknown" | "portal-taken"
>;

/** How an organisation is written: anew, or over the version that was seen. */
export interface Writing {
  readonly by: By;
  /** None: a new one. */
  readonly id?: string;
  /** The version that whoever writes has seen; none: whatever it is now. */
  readonly seen?: number;
}

/**
 * Writes an organisation down, new or changed, with its portals and its audit. A wrong check digit
 * and the like are warnings; what does not look like an RFC at all, a regime that the catalogue does
 * not have and a portal of another organisation are refused. Where its support is valid, what was
 * held for it is admitted.
 */
export function writeOrganisation(
  plazo: Plazo,
  desk: string,
  { wish, ...writing }: Writing & { readonly wish: OrganisationWish },
): Promise<WrittenOrganisation | OrganisationRefusal> {
  return inDesk(plazo.db, desk, async (tx) => {
    await lockRegister(tx);
    return putOrganisation({ plazo, tx, desk }, wish, writing);
  });
}

/** The same inside a transaction under way that has locked the register. */
export async function putOrganisation(
  inside: Inside,
  wish: OrganisationWish,
  writing: Writing,
): Promise<WrittenOrganisation | OrganisationRefusal> {
  const { plazo, tx } = inside;
  const { by, id = plazo.effects.random.id(), seen } = writing;
  const before = writing.id === undefined ? undefined : await readOrganisation(tx, id);
  if (writing.id !== undefined && before === undefined) return refuse("no-such-organisation");
  if (seen !== undefined && before !== undefined && before.version !== seen)
    return refuse("changed-in-register");
  const pattern = await portalPattern(inside);
  const kept = keptOrganisation(wish, { id, pattern });
  if ("refused" in kept) return kept;
  const taken = await takenPortal(tx, kept);
  if (taken !== null) return taken;
  if (before === undefined || !isSame(before, kept)) {
    const at = await tx.now();
    await writeOrganisations(tx, at, [kept]);
    const action = before === undefined ? "organisation.add" : "organisation.change";
    const told = before === undefined ? null : plainOrganisation(before);
    const acted = { id: plazo.effects.random.id(), action, subject: "organisation", subjectId: id };
    await appendAudit(tx, by, { at, acts: [{ ...acted, before: told, after: kept }] });
  }
  const written = await readOrganisation(tx, id);
  if (written === undefined) throw new Error(`organisation ${id} was written a moment ago`);
  const supportValid = isSupportValid(written, await tx.now());
  const admitted = supportValid ? await admitHeld(inside, written.portals) : [];
  const [view = { ...written, warnings: [] }] = await withWarnings(tx, [written]);
  return { ...view, supportValid, admitted };
}

/** Whether support is paid for at an instant; without an end it always is (HB-1). */
export function isSupportValid(
  { paidUntil }: Pick<Organisation, "paidUntil">,
  at: Instant,
): boolean {
  return paidUntil === null || paidUntil > at;
}

/** An organisation as the register keeps it, or why it is refused. */
export function keptOrganisation(
  wish: OrganisationWish,
  { id, pattern }: { readonly id: string; readonly pattern: string | null },
): Organisation | Refusal<"rfc-shape" | "regime-unknown"> {
  const read = wish.rfc === null ? null : readRfc(wish.rfc);
  if (read?.is === "shape") return refuse("rfc-shape", { field: "rfc" });
  if (wish.taxRegime !== null && !isTaxRegime(wish.taxRegime))
    return refuse("regime-unknown", { field: "taxRegime", facts: { regime: wish.taxRegime } });
  const portals = new Set(wish.portals.map((portal) => keyOfPortal(portal, pattern)));
  return {
    id,
    name: wish.name,
    rfc: read?.rfc ?? null,
    taxRegime: wish.taxRegime,
    postalCode: wish.postalCode,
    taxAddress: wish.taxAddress,
    plan: wish.plan,
    paidUntil: wish.paidUntil,
    notes: wish.notes,
    portals: [...portals].filter((portal) => portal !== "").toSorted(),
  };
}

/** An organisation without what the register adds to it: what is compared, and kept in the audit. */
export function plainOrganisation(record: OrganisationRecord): Organisation {
  const { version: _version, created: _created, updated: _updated, ...plain } = record;
  return plain;
}

/** Whether writing it would change nothing. */
export function isSame(before: OrganisationRecord, kept: Organisation): boolean {
  return isDeepStrictEqual({ ...plainOrganisation(before) }, { ...kept });
}

async function takenPortal(
  tx: Transaction,
  { id, portals }: Organisation,
): Promise<Refusal<"portal-taken"> | null> {
  const owners = await ownersOfPortals(tx, portals);
  const other = owners.find(({ organisation }) => organisation !== null && organisation !== id);
  if (other === undefined) return null;
  return refuse("portal-taken", { field: "portals", facts: { portal: other.portal } });
}

/** What looks wrong about each, by itself and beside the others. */
export async function withWarnings(
  tx: Transaction,
  records: readonly OrganisationRecord[],
): Promise<OrganisationView[]> {
  const rfcs = records.flatMap(({ rfc }) => rfc ?? []);
  const shared: ReadonlySet<string> =
    rfcs.length === 0 ? new Set<string>() : await sharedRfcs(tx, rfcs);
  return records.map((record) => {
    const warnings = [...taxWarnings(record)];
    const isShared = record.rfc !== null && shared.has(record.rfc);
    if (isShared && !warnings.includes("rfc-generic")) warnings.push("rfc-shared");
    return { ...record, warnings };
  });
}
