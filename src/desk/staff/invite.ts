import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { memberByAddress } from "../../store/staff/memberships.ts";
import { recordStaffChange } from "../../store/staff/staff-changes.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { checkPlace } from "./change-member.ts";
import type { Changer, Place } from "./change-member.ts";
import { makeEntry } from "./entry.ts";
import type { EntryLink } from "./entry.ts";

/** Who is invited, and as what. */
export interface Invited extends Place {
  readonly name: string;
  readonly email: string;
}

/**
 * Makes the one-time link that gives somebody a place at the desk, and writes down who was invited and
 * as what. Refuses a place that cannot be had, and `already-member` whoever works there: what they
 * are is changed, not invited anew.
 */
export async function inviteMember(
  plazo: Plazo,
  { desk, by }: { readonly desk: string; readonly by: Changer },
  { name, email, ...place }: Invited,
): Promise<EntryLink | Refusal> {
  const wrong = await checkPlace(plazo, desk, place);
  if (wrong !== null) return wrong;
  const known = await inDesk(plazo.db, desk, (tx) => memberByAddress(tx, desk, email));
  if (known !== undefined)
    return refuse("already-member", { field: "email", facts: { name: known.name } });
  const grants = [{ desk, ...place }];
  const made = await makeEntry(plazo, { purpose: "invitation", userId: null, name, email, grants });
  await inDesk(plazo.db, desk, (tx) =>
    recordStaffChange(tx, {
      at: tx.began,
      by: by.id,
      byName: by.name,
      act: "invited",
      subject: null,
      subjectName: name,
      before: null,
      after: { email, ...place },
    }),
  );
  return made;
}
