import type { Policy, PolicyVersion } from "../../core/policy/policy.ts";
import { allDesks } from "../../store/desks.ts";
import { acrossDesks } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { publishPolicy } from "../policies/publish-policy.ts";

/** Makes the desk of a pack where there is none, and publishes the pack where it is new or changed. */
export function openDesk(
  plazo: Plazo,
  pack: { readonly policy: Policy; readonly source: string },
): Promise<PolicyVersion> {
  const { policy, source } = pack;
  return publishPolicy(plazo, policy.desk.id, { policy, source, reason: "pack", by: "plazo" });
}

/** The desks that have a policy, by id, with the number of the one in force. */
export async function listDesks(
  plazo: Plazo,
): Promise<{ readonly id: string; readonly policy: number }[]> {
  const desks = await acrossDesks(plazo.db, (tx) => allDesks(tx));
  return desks.flatMap(({ id, policy }) => (policy === null ? [] : [{ id, policy }]));
}
