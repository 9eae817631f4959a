import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { policySource } from "../../store/policy-history.ts";
import { policyNumberInForce } from "../../store/policy-versions.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { isDeskId } from "./current-policy.ts";

/** A version's pack as it was written. */
export interface VersionSource {
  readonly number: number;
  /** Empty where it was published without its text. */
  readonly source: string;
}

/** The pack of a version, or of the one in force, as it was written. Refuses `no-such-desk` and `no-such-policy`. */
export function sourceOf(
  plazo: Pick<Plazo, "db">,
  desk: string,
  number?: number,
): Promise<VersionSource | Refusal<"no-such-desk" | "no-such-policy">> {
  if (!isDeskId(desk)) return Promise.resolve(refuse("no-such-desk", { facts: { desk } }));
  return inDesk(plazo.db, desk, async (tx) => {
    const wanted = number ?? (await policyNumberInForce(tx))?.number;
    if (wanted === undefined) return refuse("no-such-desk", { facts: { desk } });
    const source = await policySource(tx, wanted);
    return source === undefined
      ? refuse("no-such-policy", { facts: { policy: wanted } })
      : { number: wanted, source };
  });
}
