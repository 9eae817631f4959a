import { isRefusal } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { insertException, lockExceptions } from "../../store/policy-versions.ts";
import { askRecount } from "../../store/recounts.ts";
import { wakeFollowers } from "../../store/tracker-followers.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { policyInForce } from "./bound-policy.ts";
import { cannotPublish } from "./exception-of.ts";
import type { ExceptionRefusal, WishedException } from "./exception-of.ts";

/**
 * Publishes a dated exception of one of the desk's calendars (a new holiday, a short day): it holds
 * from this moment on, time already used stays as it was. The worker then looks at every open ticket
 * anew, a batch at a time, for deadlines have moved. Refuses `no-such-desk`, `no-such-calendar`,
 * `no-such-date`, `hours-impossible`, `date-over`. Gives the instant of publication and its number.
 */
export function publishException(
  plazo: Plazo,
  desk: string,
  { exception, by }: { readonly exception: WishedException; readonly by: string },
): Promise<
  | { readonly published: number; readonly exception: number }
  | Refusal<"no-such-desk">
  | ExceptionRefusal
> {
  return inDesk(plazo.db, desk, async (tx) => {
    await lockExceptions(tx);
    const bound = await policyInForce(plazo, tx);
    if (isRefusal(bound)) return bound;
    const published = await tx.now();
    const no = cannotPublish(exception, bound, published);
    if (no !== null) return no;
    const number = await insertException(tx, { ...exception, published }, by);
    await askRecount(tx, number, published);
    await wakeFollowers(tx, published);
    return { published, exception: number };
  });
}
