import { standingsOf } from "../../core/policy/standing.ts";
import type { Standing } from "../../core/policy/standing.ts";
import type { Instant } from "../../core/time/instant.ts";
import { policyHistory } from "../../store/policy-history.ts";
import type { PolicyChange } from "../../store/policy-history.ts";
import { membersOf } from "../../store/staff/memberships.ts";
import { openByPolicy } from "../../store/tickets.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";

/** Where a version stands: yet to take effect, in force, followed by another, or taken back before. */
export type VersionState = Standing["is"] | "withdrawn";

/** A version of the policy as it is listed. `author`: by name where they work at the desk. */
export interface VersionInUse extends PolicyChange {
  readonly state: VersionState;
  /** When the next takes its place; null: none is published. */
  readonly until: Instant | null;
  /** How many open tickets it binds. */
  readonly open: number;
}

/** The desk's versions, newest first, with who published each and why, until when each holds, and how many open tickets it binds. */
export function versionsInUse(plazo: Plazo, desk: string): Promise<readonly VersionInUse[]> {
  return inDesk(plazo.db, desk, async (tx) => {
    const history = await policyHistory(tx);
    const standings = standingsOf(history, tx.began);
    const open = new Map((await openByPolicy(tx)).map((row) => [row.policy, row.open]));
    const names = new Map((await membersOf(tx, desk)).map(({ userId, name }) => [userId, name]));
    const named = (author: string): string => names.get(author) ?? author;
    return history.map((one) => {
      const { number, author, withdrawn } = one;
      const standing = standings.get(number);
      return {
        ...one,
        author: named(author),
        withdrawn: withdrawn === null ? null : { ...withdrawn, author: named(withdrawn.author) },
        state: standing?.is ?? "withdrawn",
        until: standing?.until ?? null,
        open: open.get(number) ?? 0,
      };
    });
  });
}
