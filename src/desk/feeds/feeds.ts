import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { appendAudit } from "../../store/audit.ts";
import type { Audited } from "../../store/audit.ts";
import { endFeedOf, feedsOfOwner, insertFeed } from "../../store/calendar-feeds.ts";
import type { FeedRecord } from "../../store/calendar-feeds.ts";
import { sha256 } from "../../store/digest.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";

/** A member's calendar of what falls due, without its link. */
export type Feed = FeedRecord;

/** Calendars that one person may have. */
const most = 10;

/** The calendars of a member, the newest first. */
export function feedsOf(plazo: Plazo, desk: string, owner: string): Promise<readonly Feed[]> {
  return inDesk(plazo.db, desk, (tx) => feedsOfOwner(tx, owner));
}

/** Makes a calendar for a member and gives its link, this once: only the hash of its token is kept. Refuses `feeds-too-many`. */
export function makeFeed(
  plazo: Plazo,
  desk: string,
  { by, ...wish }: Pick<Feed, "reach" | "subjects" | "language"> & { readonly by: Audited },
): Promise<{ readonly made: Feed; readonly url: string } | Refusal> {
  const { random } = plazo.effects;
  const owner = by.who;
  return inDesk(plazo.db, desk, async (tx) => {
    if ((await feedsOfOwner(tx, owner)).length >= most)
      return refuse("feeds-too-many", { facts: { most } });
    const token = random.token();
    const at = await tx.now();
    const kept = { id: random.id(), owner, made: at, ...wish };
    await insertFeed(tx, kept, sha256(token));
    const act = { action: "feed.make", subject: "feed", subjectId: kept.id, before: null };
    await appendAudit(tx, by, { at, acts: [{ id: random.id(), ...act, after: wish }] });
    const url = `${plazo.settings.url}/ical/${token}.ics`;
    return { made: { ...kept, lastRead: null }, url };
  });
}

/** Ends a member's own calendar: its link leads nowhere at once. Refuses `no-such-feed`. */
export function endFeed(
  plazo: Plazo,
  desk: string,
  { id, by }: { readonly id: string; readonly by: Audited },
): Promise<{ readonly ended: string } | Refusal> {
  return inDesk(plazo.db, desk, async (tx) => {
    const at = await tx.now();
    if (!(await endFeedOf(tx, by.who, { id, at }))) return refuse("no-such-feed");
    const act = { action: "feed.end", subject: "feed", subjectId: id, before: null, after: null };
    await appendAudit(tx, by, { at, acts: [{ id: plazo.effects.random.id(), ...act }] });
    return { ended: id };
  });
}
