import { unheardBy, whoMay } from "../../core/access/heard.ts";
import { likelyDuplicates } from "../../core/intake/duplicates.ts";
import type { Policy } from "../../core/policy/policy.ts";
import type { Facts } from "../../core/ticket/facts.ts";
import { openCasesOf } from "../../store/open-tickets.ts";
import type { Transaction } from "../../store/transaction.ts";
import type { Taken } from "./intake-of.ts";

/**
 * Folios of the requester's open tickets that are probably the case that was taken in, newest first
 * (FI-9, RD-6). None for an address that the policy does not hear: it learns nothing of what is open.
 */
export async function openFolios(
  tx: Transaction,
  policy: Policy,
  { taken, contact }: { readonly taken: Taken; readonly contact: Facts["contact"] },
): Promise<readonly string[]> {
  const { form, intake } = taken;
  const { address } = intake.requester;
  const rule = policy.duplicates;
  if (rule === undefined || address === null) return [];
  const who = whoMay(policy, form);
  const lacks = who === null ? [] : unheardBy(who, contact);
  if (lacks.some((lack) => lack !== "code")) return [];
  const { subject, fields } = intake;
  return likelyDuplicates(rule, { subject, fields }, await openCasesOf(tx, address));
}
