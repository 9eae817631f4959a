import { announcementByToken, announcementsAfter } from "../../store/announcements.ts";
import { sha256 } from "../../store/digest.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Instant } from "../../core/time/instant.ts";
import type { Plazo } from "../plazo.ts";
import type { Announcement } from "./announce.ts";

/** What is announced and not over: for everybody (`staff`: whoever it is for), those that end first first. */
export function listAnnouncements(
  plazo: Plazo,
  desk: string,
  { staff }: { readonly staff: boolean },
): Promise<readonly Announcement[]> {
  return inDesk(plazo.db, desk, async (tx) =>
    announcementsAfter(tx, await tx.now(), { all: staff, address: null }),
  );
}

/** What a client announced, by its token, and when it was cancelled; undefined: nothing. */
export function ownAnnouncement(
  plazo: Plazo,
  desk: string,
  token: string,
): Promise<(Announcement & { readonly cancelled: Instant | null }) | undefined> {
  return inDesk(plazo.db, desk, (tx) => announcementByToken(tx, sha256(token)));
}
