import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { lockDesk } from "../../store/desks.ts";
import { insertWithdrawal, newestStanding, readPolicyChange } from "../../store/policy-history.ts";
import type { PolicyChange } from "../../store/policy-history.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";

/** Who takes a scheduled version back, and why. */
export interface Withdrawal {
  readonly number: number;
  readonly by: string;
  readonly reason: string;
}

/**
 * Takes a version back before it takes effect: what holds until then goes on. The version stays in the
 * history, with who took it back and why. The last scheduled one goes first: those after it were written
 * over it. Refuses `reason-missing`, `no-such-policy`, `policy-withdrawn` (already), `policy-in-effect`
 * and `version-scheduled` (another is scheduled after it).
 */
export function withdrawPolicy(
  plazo: Plazo,
  desk: string,
  { number, by, reason }: Withdrawal,
): Promise<PolicyChange | Refusal> {
  return inDesk(plazo.db, desk, async (tx): Promise<PolicyChange | Refusal> => {
    if (reason.trim() === "") return refuse("reason-missing", { field: "reason" });
    await lockDesk(tx);
    const change = await readPolicyChange(tx, number);
    const facts = { policy: number };
    if (change === undefined) return refuse("no-such-policy", { facts });
    if (change.withdrawn !== null) return refuse("policy-withdrawn", { facts });
    const at = await tx.now();
    if (change.effective <= at) return refuse("policy-in-effect", { facts });
    const last = await newestStanding(tx);
    if (last !== undefined && last.number !== number) {
      const effective = new Date(last.effective).toISOString();
      return refuse("version-scheduled", { facts: { number: last.number, effective } });
    }
    const said = { at, author: by, reason: reason.trim() };
    await insertWithdrawal(tx, number, said);
    return { ...change, withdrawn: said };
  });
}
