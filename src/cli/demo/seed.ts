import { addOpen } from "../../core/calendar/arithmetic.ts";
import type { Calendar } from "../../core/calendar/calendar.ts";
import type { Policy } from "../../core/policy/policy.ts";
import { isRefusal } from "../../core/refusal.ts";
import { DAY, HOUR } from "../../core/time/instant.ts";
import type { Instant, Millis } from "../../core/time/instant.ts";
import type { Plazo } from "../../desk/plazo.ts";
import { currentPolicy } from "../../desk/policies/current-policy.ts";
import { setPortalOwner } from "../../desk/register/portal-owners.ts";
import { followTracker } from "../../desk/tracker/follow-tracker.ts";
import type { Following } from "../../desk/tracker/follow-tracker.ts";
import type { Member } from "../../desk/staff/members.ts";
import type { Staff } from "../../desk/tickets/act.ts";
import { foundWork, runOnce } from "../../jobs/run.ts";
import { emptyAgenda } from "./agenda.ts";
import type { Agenda } from "./agenda.ts";
import { chanceFrom } from "./chance.ts";
import type { Chance } from "./chance.ts";
import { planLife } from "./life.ts";
import type { DemoScript } from "./script.ts";

/** How long ago the demonstration's first ticket was filed. */
const reach = 91 * DAY;

/** What the lives of a demonstration's tickets are lived with. */
export interface Stage {
  readonly plazo: Plazo;
  readonly desk: string;
  readonly script: DemoScript;
  readonly folder: string;
  readonly chance: Chance;
  readonly agenda: Agenda;
  readonly agents: readonly Staff[];
  /** The instant after `length` of the desk's open time, in milliseconds. */
  readonly inHours: (from: Instant, length: Millis) => Instant;
  /** What the policy allows for solving a severity, in milliseconds of open time. */
  readonly promised: (severity: string) => Millis;
  filed: number;
}

interface Seeding {
  readonly plazo: Plazo;
  readonly desk: string;
  readonly script: DemoScript;
  readonly folder: string;
  readonly members: readonly Member[];
  /** Moves the desk's clock. */
  readonly moveTo: (at: Instant) => void;
  readonly until: Instant;
}

/**
 * Lives three months of a desk through its real commands at their instants, the worker's rounds
 * included, up to `until`. The same script and instant give the same three months. Gives how many
 * tickets were filed.
 */
export async function seedDesk(seeding: Seeding): Promise<number> {
  const { plazo, desk, script, folder, members, moveTo, until } = seeding;
  const start = until - reach;
  moveTo(start);
  await registerPortals(plazo, desk, { script, until });
  const bound = await currentPolicy(plazo, desk);
  if (isRefusal(bound)) throw new Error(`there is no desk ${desk}`);
  const calendar = bound.calendars(bound.policy.policy.hours);
  const stage: Stage = {
    plazo,
    desk,
    script,
    folder,
    chance: chanceFrom(20_260_101),
    agenda: emptyAgenda(),
    agents: members
      .filter(({ role }) => role === "agent")
      .map(({ userId, name, level }) => ({ id: userId, name, level })),
    promised: (severity) => promisedBy(bound.policy.policy, severity),
    inHours: (from, length) => openAfter(calendar, from, length),
    filed: 0,
  };
  planArrivals(stage, calendar, { start, until });
  if ((bound.policy.policy.tracker?.digest ?? null) !== null)
    stage.agenda.plan(until - 7 * DAY, () => beginFollowing(seeding));
  for (
    let entry = stage.agenda.next();
    entry !== undefined && entry.at <= until;
    entry = stage.agenda.next()
  ) {
    moveTo(Math.floor(entry.at));
    await work(plazo);
    await entry.happen();
  }
  moveTo(until);
  await work(plazo);
  return stage.filed;
}

/** Everything that is due at the driven instant is done, as the worker would have. */
async function work(plazo: Plazo): Promise<void> {
  while (foundWork(await runOnce(plazo)));
}

async function registerPortals(
  plazo: Plazo,
  desk: string,
  { script, until }: { readonly script: DemoScript; readonly until: Instant },
): Promise<void> {
  for (const { months, weight: _weight, ...owner } of script.portals) {
    await setPortalOwner(plazo, desk, { ...owner, paidUntil: until + months * 30 * DAY });
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
  for (let day = start; day < until; day += DAY) {
    const opening = openAfter(calendar, day, 0);
    const working = opening - day < DAY;
    const arrivals = Math.floor(working ? chance.between(2, 6) : chance.between(0, 1.7));
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

/** The limit of the clock that ends with a solution; a working day where the policy counts otherwise. */
function promisedBy(policy: Policy, severity: string): Millis {
  const clock = policy.clocks.find(({ to }) => to.includes("solved") || to.includes("told.solved"));
  const limit = (clock?.within[severity] ?? clock?.within["*"])?.limit;
  return limit?.unit === "hours" ? limit.ms : 8 * HOUR;
}
