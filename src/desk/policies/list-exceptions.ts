import type { CalendarSource } from "../../core/calendar/source.ts";
import { isRefusal } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { membersOf } from "../../store/staff/memberships.ts";
import { exceptionsBefore } from "../../store/policy-versions.ts";
import type { ListedException } from "../../store/policy-versions.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { policyInForce } from "./bound-policy.ts";

/** The desk's calendars, and the dated exceptions that were published of them, the newest first. */
export interface Exceptions {
  readonly calendars: readonly CalendarSource[];
  /** `author`: by name where they work at the desk. */
  readonly exceptions: readonly ListedException[];
  readonly next: number | null;
}

const PAGE = 50;

/** A page of what was published: exceptions with numbers below `before`; none: the newest. Refuses `no-such-desk`. */
export function listExceptions(
  plazo: Plazo,
  desk: string,
  {
    before = 2_147_483_647,
    limit = PAGE,
  }: { readonly before?: number; readonly limit?: number } = {},
): Promise<Exceptions | Refusal<"no-such-desk">> {
  return inDesk(plazo.db, desk, async (tx) => {
    const bound = await policyInForce(plazo, tx);
    if (isRefusal(bound)) return bound;
    const names = new Map((await membersOf(tx, desk)).map(({ userId, name }) => [userId, name]));
    const found = await exceptionsBefore(tx, before, limit);
    const exceptions = found.map((one) => ({
      ...one,
      author: names.get(one.author) ?? one.author,
    }));
    const next = found.length < limit ? null : (found.at(-1)?.number ?? null);
    return { calendars: Object.values(bound.policy.policy.calendars), exceptions, next };
  });
}
