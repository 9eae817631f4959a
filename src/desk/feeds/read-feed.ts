import { may, seesOf } from "../../core/access/may.ts";
import { rolesOf } from "../../core/access/roles.ts";
import type { CalendarEvent, WrittenCalendar } from "../../core/ical/write-calendar.ts";
import { inLanguage } from "../../core/policy/text.ts";
import type { Policy } from "../../core/policy/policy.ts";
import { isRefusal } from "../../core/refusal.ts";
import { HOUR } from "../../core/time/instant.ts";
import { feedByHash, feedRead } from "../../store/calendar-feeds.ts";
import { sha256 } from "../../store/digest.ts";
import { listTickets } from "../../store/ticket-queue.ts";
import type { ListedTicket } from "../../store/ticket-queue.ts";
import { acrossDesks, inDesk } from "../../store/transaction.ts";
import { feedWords } from "../../words/feeds.ts";
import { callClock } from "../tickets/row-of.ts";
import { workspaceAddress } from "../follow.ts";
import type { Plazo } from "../plazo.ts";
import { currentPolicy } from "../policies/current-policy.ts";
import { findMember } from "../staff/members.ts";
import type { Feed } from "./feeds.ts";

/** Tickets of one calendar at most: those that fall due first. */
const most = 500;

/**
 * The calendar that a link's token opens: what falls due next in each open ticket that its owner still
 * sees. null: there is no such link, or whoever made it may no longer have it. It changes nothing but
 * the hour of its last reading.
 */
export async function readFeed(plazo: Plazo, token: string): Promise<WrittenCalendar | null> {
  if (!/^[\w-]{22}$/u.test(token)) return null;
  const found = await acrossDesks(plazo.db, (tx) => feedByHash(tx, sha256(token)));
  if (found === undefined) return null;
  const { desk, ...feed } = found;
  const bound = await currentPolicy(plazo, desk);
  if (isRefusal(bound) || !(await mayStill(plazo, desk, { feed, policy: bound.policy.policy })))
    return null;
  const { policy } = bound.policy;
  const rows = await inDesk(plazo.db, desk, async (tx) => {
    const hour = Math.floor((await tx.now()) / HOUR) * HOUR;
    if ((feed.lastRead ?? 0) < hour) await feedRead(tx, feed.id, hour);
    const filter = feed.reach === "own" ? { assignee: feed.owner } : {};
    return listTickets(tx, { ...filter, closed: false }, { after: null, limit: most });
  });
  const { language } = feed;
  const name = inLanguage(policy.desk.name, language);
  return {
    name: feedWords[language].names[feed.reach](name),
    language,
    events: rows.flatMap((row) => eventsOf(plazo, row, { desk, feed, policy })),
  };
}

/** Somebody who left, or has another role now, has no calendar any more. */
async function mayStill(
  plazo: Plazo,
  desk: string,
  { feed, policy }: { readonly feed: Feed; readonly policy: Policy },
): Promise<boolean> {
  const member = await findMember(plazo, desk, feed.owner);
  if (member === undefined) return false;
  const sees = seesOf(policy, member.party ?? null);
  return may(rolesOf(member), feed.reach === "own" ? "feed.own" : "feed.desk", sees);
}

function eventsOf(
  plazo: Plazo,
  row: ListedTicket,
  { desk, feed, policy }: { readonly desk: string; readonly feed: Feed; readonly policy: Policy },
): readonly CalendarEvent[] {
  const { folio, number, subject, dueClock, dueAt } = row;
  if (dueClock === null || dueAt === null) return [];
  const { language, subjects } = feed;
  const words = feedWords[language];
  const rule = policy.clocks.find(({ id }) => id === dueClock);
  const clock =
    dueClock === callClock
      ? words.call
      : rule === undefined
        ? dueClock
        : inLanguage(rule.label, language);
  const about = subjects && subject !== "" ? ` · ${subject}` : "";
  return [
    {
      uid: `${desk}-${number}-${dueClock}@${new URL(plazo.settings.url).hostname}`,
      at: { instant: dueAt },
      changed: row.updatedAt,
      summary: `${folio} · ${clock}${about}`,
      url: workspaceAddress(plazo, desk, folio),
    },
  ];
}
