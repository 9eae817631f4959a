import { forgetClientCodes } from "../../store/client-codes.ts";
import { forgetClientDrafts } from "../../store/client-drafts.ts";
import { forgetClientSessions } from "../../store/client-sessions.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { draftFor } from "./draft.ts";
import { idleFor } from "./session.ts";

/** Forgets codes, sessions and drafts that are over. */
export function forgetEntries(plazo: Plazo, desk: string): Promise<void> {
  return inDesk(plazo.db, desk, async (tx) => {
    const now = await tx.now();
    await forgetClientCodes(tx, now);
    await forgetClientSessions(tx, { now, seen: now - idleFor });
    await forgetClientDrafts(tx, now - draftFor);
  });
}
