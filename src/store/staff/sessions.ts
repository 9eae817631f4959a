import type { Instant } from "../../core/time/instant.ts";
import { execute, query, statement } from "../query.ts";
import { instantParameter } from "../time.ts";
import type { Transaction } from "../transaction.ts";

/** How far a session has proved who opened it. */
export type Assurance = "one" | "two";

/** In which way a session was opened. */
export type Method = "password" | "link" | "passkey" | "sign-on";

/** A session as its owner sees it. */
export interface SessionRow {
  readonly id: string;
  readonly created: Instant;
  /** Exact to the hour: a session in use is written at most that often. */
  readonly used: Instant;
  readonly method: Method;
  readonly assurance: Assurance;
  readonly source: string | null;
  readonly agent: string | null;
}

const ofUser = statement(
  "session.ofUser",
  `select id, "createdAt" as created, "updatedAt" as used, method, assurance, "ipAddress" as source, "userAgent" as agent
     from plazo_auth.session where "userId" = $1 and "expiresAt" > $2 order by "updatedAt" desc, id limit 200`,
);
const end = statement(
  "session.end",
  `delete from plazo_auth.session where "userId" = $1 and id = $2`,
);
const endAll = statement(
  "session.endAll",
  `delete from plazo_auth.session where "userId" = $1 and ($2::text is null or id <> $2)`,
);

/** The sessions of somebody that have not run out, the last used first; across desks. */
export function sessionsOf(tx: Transaction, userId: string, now: Instant): Promise<SessionRow[]> {
  return query<SessionRow>(tx, ofUser, [userId, instantParameter(now)]);
}

/** Ends one session of somebody; gives whether there was one; across desks. */
export async function endSession(tx: Transaction, userId: string, id: string): Promise<boolean> {
  return (await execute(tx, end, [userId, id])) === 1;
}

/** Ends every session of somebody, but for the one named; gives how many; across desks. */
export function endSessions(tx: Transaction, userId: string, but: string | null): Promise<number> {
  return execute(tx, endAll, [userId, but]);
}
