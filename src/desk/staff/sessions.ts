import { endSession, endSessions, sessionsOf } from "../../store/staff/sessions.ts";
import type { SessionRow } from "../../store/staff/sessions.ts";
import { acrossDesks } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";

/** Somebody's open sessions, the last used first. */
export function listSessions(plazo: Plazo, userId: string): Promise<readonly SessionRow[]> {
  return acrossDesks(plazo.db, (tx) => sessionsOf(tx, userId, tx.began));
}

/** Ends one of somebody's sessions, at once; gives whether they had it. */
export function closeSession(plazo: Plazo, userId: string, id: string): Promise<boolean> {
  return acrossDesks(plazo.db, (tx) => endSession(tx, userId, id));
}

/** Ends all of somebody's sessions, at once, but for the one named; gives how many. */
export function closeSessions(plazo: Plazo, userId: string, but: string | null): Promise<number> {
  return acrossDesks(plazo.db, (tx) => endSessions(tx, userId, but));
}
