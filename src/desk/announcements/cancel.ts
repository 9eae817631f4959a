import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { cancelAnnouncement, cancelOwnAnnouncement } from "../../store/announcements.ts";
import { sha256 } from "../../store/digest.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import type { Announcement } from "./announce.ts";

/**
 * Cancels what was announced: its ground of urgency closes at once; what was claimed on it stays
 * claimed. By an agent (its id), or by whoever announced it (its token). Refuses
 * `no-such-announcement`, also where it is over or was cancelled already.
 */
export function cancel(
  plazo: Plazo,
  desk: string,
  which: { readonly id: string; readonly by: string } | { readonly token: string },
): Promise<Announcement | Refusal<"no-such-announcement">> {
  return inDesk(plazo.db, desk, async (tx) => {
    const at = await tx.now();
    const cancelled =
      "token" in which
        ? await cancelOwnAnnouncement(tx, sha256(which.token), at)
        : await cancelAnnouncement(tx, which.id, { at, by: which.by });
    return cancelled ?? refuse("no-such-announcement");
  });
}
