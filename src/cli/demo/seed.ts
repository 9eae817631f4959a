import { addOpen } from "../../core/calendar/arithmetic.ts";
import type { Calendar } from "../../core/calendar/calendar.ts";
import { isRefusal } from "../../core/refusal.ts";
import { DAY, HOUR } from "../../core/time/instant.ts";
import type { Instant, Millis } from "../../core/time/instant.ts";
import type { Plazo } from "../../desk/plazo.ts";
import { currentPolicy } from "../../desk/policies/current-policy.ts";
import { announce } from "../../desk/announcements/announce.ts";
import { byItself } from "../../desk/register/by.ts";
import { setContact } from "../../desk/register/contacts.ts";
import { setPortalOwner } from "../../desk/register/portal-owners.ts";
import { setSatisfaction } from "../../desk/satisfaction/settings.ts";
import { followTracker } from "../../desk/tracker/follow-tracker.ts";
import type { Following } from "../../desk/tracker/follow-tracker.ts";
import type { Member } from "../../desk/staff/members.ts";
import { foundWork, runOnce } from "../../jobs/run.ts";
import { readBacklog } from "../../store/backlog.ts";
import { acrossDesks } from "../../store/transaction.ts";
import { prepareAnswers } from "./canned.ts";
import { emptyAgenda } from "./agenda.ts";
import { chanceFrom } from "./chance.ts";
import { planLife } from "./life.ts";
import type { DemoScript } from "./script.ts";
import type { Stage } from "./stage.ts";

const threeMonths = 91 * DAY;

/** A desk whose past is lived, and what it is lived by. */
export interface Seeding {
  readonly plazo: Plazo;
  readonly desk: string;
  readonly script: DemoScript;
  readonly folder: string;
  readonly members: readonly Member[];
  /** Moves the desk's clock. */
  readonly moveTo: (at: Instant) => void;
  readonly until: Instant;
  /** Whether to leave off, with what is not lived yet; never where it is left out. */
  readonly isStopped?: () => boolean;
  /** How long ago the first ticket was filed; three months where it is left out. */
  readonly reach?: Millis;
}

/**
 * Lives three months of a desk through its real commands at their instants, the worker's rounds
 * included, up to `until`. The same script and instant give the same three months. Gives how many
 * tickets were filed.
 */
export async function seedDesk(seeding: Seeding): Promise<number> {
  const { plazo, desk, script, folder, members, moveTo, until, reach = threeMonths } = seeding;
  const start = until - reach;
  moveTo(start);
  await register(seeding);
  await prepareAnswers(seeding);
  await setSatisfaction(plazo, desk, { on: true, by: byItself });
  const bound = await currentPolicy(plazo, desk);
  if (isRefusal(bound)) throw new Error(`there is no desk ${desk}`);
  const calendar = bound.calendars(bound.policy.policy.hours);
  const stage: Stage = {
    plazo,
    desk,
    policy: bound.policy.policy,
    script,
    folder,
    chance: chanceFrom(20_260_101),
    agenda: emptyAgenda(),
    agents: members
      .filter(({ role }) => role === "agent")
      .map(({ userId, name, level }) => ({ id: userId, name, level })),
    inHours: (from, length) => openAfter(calendar, from, length),
    filed: 0,
  };
  planArrivals(stage, calendar, { start, until });
  planAnnouncements(stage, seeding);
  if ((bound.policy.policy.tracker?.digest ?? null) !== null)
    stage.agenda.plan(until - 7 * DAY, () => beginFollowing(seeding));
  for (
    let entry = stage.agenda.next();
    entry !== undefined && entry.at <= until;
    entry = stage.agenda.next()
  ) {
    if (seeding.isStopped?.() === true) return stage.filed;
    moveTo(Math.floor(entry.at));
    await work(plazo);
    await entry.happen();
  }
  moveTo(until);
  await work(plazo);
  return stage.filed;
}

/** Everything that is due at the driven instant is done, as the worker would have; where nothing is, one look tells. */
async function work(plazo: Plazo): Promise<void> {
  const { outbox, late } = await acrossDesks(plazo.db, async (tx) =>
    readBacklog(tx, await tx.now()),
  );
  if (outbox + late > 0) while (foundWork(await runOnce(plazo)));
}

/** The clients that the desk knows from the beginning: owners of portals, and registered contacts. */
async function register({ plazo, desk, script, until }: Seeding): Promise<void> {
  for (const { months, weight: _weight, ...owner } of script.portals) {
    await setPortalOwner(plazo, desk, { ...owner, paidUntil: until + months * 30 * DAY });
  }
  for (const contact of script.contacts) await setContact(plazo, desk, contact);
}

/** A supervisor announces each process the day before it begins. */
function planAnnouncements(stage: Stage, { members, until, reach = threeMonths }: Seeding): void {
  const start = until - reach;
  const supervisor = members.find(({ role }) => role === "supervisor");
  if (supervisor === undefined) return;
  for (const { process, type, ago, hours } of stage.script.announcements) {
    const starts = Math.floor(until - ago * DAY);
    // The past before the beginning is over.
    if (starts - DAY < start) continue;
    stage.agenda.plan(starts - DAY, async () => {
      const announced = await announce(stage.plazo, stage.desk, {
        ...{ process, type, starts, ends: starts + hours * HOUR, address: null },
        by: { kind: "agent", name: supervisor.name },
      });
      if (isRefusal(announced)) throw new Error(`not announced: ${announced.refused}`);
    });
  }
}

/** A supervisor follows the whole tracker, and the script's people from outside their portals. */
async function beginFollowing({ plazo, desk, script, members }: Seeding): Promise<void> {
  const supervisor = members.find(({ role }) => role === "supervisor");
  const own: Following[] =
    supervisor === undefined
      ? []
      : [
          {
            recipient: `staff:${supervisor.userId}`,
            name: supervisor.name,
            language: "es",
            portal: null,
            by: "follower",
          },
        ];
  const outside = script.followers.map(({ address, ...follower }): Following => ({
    ...follower,
    recipient: address,
    by: "desk",
  }));
  for (const following of [...own, ...outside]) await followTracker(plazo, desk, following);
}

/** More arrive while the desk is open, fewer in the evening, few on closed days. */
function planArrivals(
  stage: Stage,
  calendar: Calendar,
  { start, until }: { readonly start: Instant; readonly until: Instant },
): void {
  const { chance, agenda } = stage;
  const { lately } = stage.script.arrivals;
  for (let day = start; day < until; day += DAY) {
    const opening = openAfter(calendar, day, 0);
    const working = opening - day < DAY;
    const [least, most] = working ? stage.script.arrivals.open : stage.script.arrivals.closed;
    const times = until - day <= 5 * DAY ? lately : 1;
    const arrivals = Math.floor(times * chance.between(least, most));
    for (let n = 0; n < arrivals; n += 1) {
      const at =
        working && chance.happens(0.85)
          ? openAfter(calendar, opening, chance.between(0, 8.8) * HOUR)
          : day + chance.between(0, DAY);
      agenda.plan(Math.floor(at), () => planLife(stage, Math.floor(at)));
    }
  }
}

function openAfter(calendar: Calendar, from: Instant, length: Millis): Instant {
  const at = addOpen(calendar, from, Math.floor(length));
  if (typeof at !== "number") throw new Error(`calendar ${calendar.id} never opens`);
  return at;
}
