import type { PublishedException } from "../../core/policy/bind.ts";
import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { isCivilDate } from "../../core/time/civil.ts";
import { insertException, newestPolicy } from "../../store/policy-versions.ts";
import { wakeTickets } from "../../store/tickets.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { boundPolicy } from "./bound-policy.ts";

/**
 * Publishes a dated exception of one of the desk's calendars (a new holiday, a short day): it holds
 * from this moment on, time already used stays as it was. The worker then looks at every open ticket
 * anew, for deadlines have moved. Refuses `no-such-calendar`, `no-such-date`.
 */
export function publishException(
  plazo: Plazo,
  desk: string,
  {
    exception,
    by,
  }: { readonly exception: Omit<PublishedException, "published">; readonly by: string },
): Promise<
  { readonly published: number } | Refusal<"no-such-desk" | "no-such-calendar" | "no-such-date">
> {
  return inDesk(plazo.db, desk, async (tx) => {
    if (!isCivilDate(exception.date))
      return refuse("no-such-date", { facts: { date: exception.date } });
    const newest = await newestPolicy(tx);
    if (newest === undefined) return refuse("no-such-desk");
    const { policy } = await boundPolicy(plazo, tx, newest);
    if (!Object.hasOwn(policy.policy.calendars, exception.calendar)) {
      return refuse("no-such-calendar", { facts: { calendar: exception.calendar } });
    }
    const published = await tx.now();
    await insertException(tx, { ...exception, published }, by);
    await wakeTickets(tx, published);
    return { published };
  });
}
