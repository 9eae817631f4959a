import { openBetween } from "../../core/calendar/arithmetic.ts";
import type { Calendar } from "../../core/calendar/calendar.ts";
import { addDates, civilDateOf, instantOn } from "../../core/calendar/dates.ts";
import type { Board, Named, NamedClock } from "../../core/figures/board.ts";
import type { ComplianceCell } from "../../core/figures/compliance.ts";
import { ageInstants } from "../../core/figures/ages.ts";
import { forecastOf, ratesFrom } from "../../core/figures/forecast.ts";
import type { Forecast, PastDay } from "../../core/figures/forecast.ts";
import { periodBefore, periodOf } from "../../core/figures/period.ts";
import { spreadOf } from "../../core/figures/percentile.ts";
import type { Policy } from "../../core/policy/policy.ts";
import { isRefusal } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { addDays } from "../../core/time/civil.ts";
import type { CivilDate } from "../../core/time/civil.ts";
import { HOUR } from "../../core/time/instant.ts";
import type { Instant } from "../../core/time/instant.ts";
import { measuredUpTo } from "../../store/figures/measured.ts";
import {
  arrivalsOf,
  complianceCells,
  contactTimes,
  deadlinesBetween,
  keptByDate,
  levelTimes,
  openByAge,
  reopenedOf,
  riskNow,
  satisfactionOf,
} from "../../store/figures/read.ts";
import type { FigureFilter } from "../../store/figures/read.ts";
import { readSatisfactionSetting } from "../../store/figures/satisfaction.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Transaction } from "../../store/transaction.ts";
import type { BoundPolicy } from "../caches.ts";
import type { Plazo } from "../plazo.ts";
import { policyInForce } from "../policies/bound-policy.ts";

/** Which board: how many weeks, the last of them that of a date (left out: today's), and for whom. */
export interface BoardQuestion {
  readonly weeks: number;
  readonly until?: CivilDate;
  readonly severity?: string;
  readonly level?: string;
}

/** Every figure of a desk, for a period and for now. Refuses `no-such-desk`. */
export function readBoard(
  plazo: Pick<Plazo, "db" | "caches">,
  desk: string,
  question: BoardQuestion,
): Promise<Board | Refusal<"no-such-desk">> {
  return inDesk(plazo.db, desk, async (tx) => {
    const bound = await policyInForce(plazo, tx);
    if (isRefusal(bound)) return bound;
    return boardIn(tx, bound, question);
  });
}

/** What of a board stands for now. */
export type BoardNow = Pick<Board, "now" | "atRisk" | "forecast">;

/** What is at risk now, and the forecast for today: asked again as the desk changes. Refuses `no-such-desk`. */
export function readNow(
  plazo: Plazo,
  desk: string,
  question: Pick<BoardQuestion, "severity" | "level">,
): Promise<BoardNow | Refusal<"no-such-desk">> {
  return inDesk(plazo.db, desk, async (tx) => {
    const bound = await policyInForce(plazo, tx);
    if (isRefusal(bound)) return bound;
    const { policy } = bound.policy;
    const calendar = bound.calendars(policy.hours);
    return nowIn(tx, { calendar, now: await tx.now(), filter: filterOf(question) });
  });
}

function filterOf({ severity, level }: Pick<BoardQuestion, "severity" | "level">): FigureFilter {
  return { severity: severity ?? null, level: level ?? null };
}

/** What is read for now: when, by which hours, and narrowed by what. */
interface NowScene {
  readonly calendar: Calendar;
  readonly now: Instant;
  readonly filter: FigureFilter;
}

async function nowIn(tx: Transaction, scene: NowScene): Promise<BoardNow> {
  const { calendar, now, filter } = scene;
  const endOfToday = instantOn(calendar, civilDateOf(calendar, now), 24 * HOUR);
  return {
    now,
    atRisk: await riskNow(tx, { now, soon: now + HOUR, endOfToday }, filter),
    forecast: await forecastNow(tx, scene, endOfToday),
  };
}

/** The same inside a transaction. */
export async function boardIn(
  tx: Transaction,
  { policy: { policy }, calendars }: BoundPolicy,
  question: BoardQuestion,
): Promise<Board> {
  const calendar = calendars(policy.hours);
  return boardAt(tx, { policy, calendar, now: await tx.now(), question });
}

/** What a board is read by. */
interface BoardScene {
  readonly policy: Policy;
  readonly calendar: Calendar;
  readonly now: Instant;
  readonly question: BoardQuestion;
}

async function boardAt(tx: Transaction, scene: BoardScene): Promise<Board> {
  const { policy, calendar, now, question } = scene;
  const period = periodOf(question.weeks, question.until ?? civilDateOf(calendar, now));
  const before = periodBefore(period);
  const filter = filterOf(question);
  const cells = await complianceCells(tx, period, { ...filter, now });
  const earlier = await complianceCells(tx, before, { ...filter, now });
  const contacts = await contactTimes(tx, period, filter);
  const times = await levelTimes(tx, period, filter);
  return {
    ...namesOf(policy, { cells, contacts, times }),
    measuredUpTo: await measuredUpTo(tx, now),
    period,
    before,
    filter,
    ...(await nowIn(tx, { calendar, now, filter })),
    compliance: { cells, before: { kept: sum(earlier, "kept"), missed: sum(earlier, "missed") } },
    contact: {
      all: spreadOf(contacts),
      before: spreadOf(await contactTimes(tx, before, filter)),
      bySeverity: grouped(contacts, "severity").map(([severity, own]) => ({
        severity,
        spread: spreadOf(own),
      })),
    },
    ages: await openByAge(tx, ageInstants(calendar, now), filter),
    arrivals: {
      cells: await arrivalsOf(tx, period, filter),
      before: sum(await arrivalsOf(tx, before, filter), "n"),
    },
    levelTimes: grouped(times, "level")
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([level, own]) => ({ level, spread: spreadOf(own) })),
    reopened: {
      ...(await reopenedOf(tx, period, filter)),
      before: await reopenedOf(tx, before, filter),
    },
    satisfaction: {
      ...(await satisfactionOf(tx, period, filter)),
      on: (await readSatisfactionSetting(tx)).since !== null,
      before: await satisfactionOf(tx, before, filter),
    },
  };
}

interface Met {
  readonly cells: readonly ComplianceCell[];
  readonly contacts: readonly { readonly severity: string }[];
  readonly times: readonly { readonly level: string }[];
}

/** The words of the manual in force, and what else the figures met. */
function namesOf(policy: Policy, { cells, contacts, times }: Met) {
  const first = policy.clocks.find(
    ({ from, to }) => from.includes("received") && to.includes("contacted"),
  );
  const severities = [...cells, ...contacts].map(({ severity }) => severity);
  const levels = [...cells, ...times].map(({ level }) => level);
  const clocks = cells.map(({ clock }) => clock);
  return {
    desk: { id: policy.desk.id, label: policy.desk.name },
    zone: policy.desk.zone,
    clocks: clocksOf(policy, clocks),
    contactClock: first?.id ?? null,
    severities: named(policy.severities, severities),
    levels: named(policy.levels, levels),
  };
}

/** The forecast for the rest of today, at the rates of the last dates with service. */
async function forecastNow(
  tx: Transaction,
  { calendar, now, filter }: NowScene,
  endOfToday: Instant,
): Promise<Forecast> {
  const deadlines = await deadlinesBetween(tx, { from: now, to: endOfToday }, filter);
  const today = civilDateOf(calendar, now);
  const first = addDates(calendar, today, -ratesFrom);
  if (typeof first !== "string") return { due: deadlines.length, days: 0, known: false };
  const kept = await keptByDate(tx, { from: first, to: addDays(today, -1) }, filter);
  return forecastOf({ deadlines, past: pastDays(calendar, { first, today, kept }), calendar, now });
}

interface Past {
  readonly first: CivilDate;
  readonly today: CivilDate;
  readonly kept: readonly { readonly date: CivilDate; readonly kept: number }[];
}

/** The dates with service, from the first on which a promise was kept: before that there was no desk to have a rate. */
function pastDays(calendar: Calendar, { first, today, kept }: Past): PastDay[] {
  const counts = new Map(kept.map((one) => [one.date, one.kept]));
  const days: PastDay[] = [];
  for (let date = kept[0]?.date ?? today; date < today; date = addDays(date, 1)) {
    if (date < first) continue;
    const open = openBetween(
      calendar,
      instantOn(calendar, date, 0),
      instantOn(calendar, date, 24 * HOUR),
    );
    if (open > 0) days.push({ kept: counts.get(date) ?? 0, open });
  }
  return days;
}

function sum<Key extends string>(rows: readonly Readonly<Record<Key, number>>[], key: Key): number {
  return rows.reduce((all, row) => all + row[key], 0);
}

function grouped<Key extends string, Row extends Readonly<Record<Key, string>>>(
  rows: readonly Row[],
  key: Key,
): [string, Row[]][] {
  return [...Map.groupBy(rows, (row) => row[key] as string)];
}

/** The manual's own, and after them what figures still know and the manual in force does not. */
function named(own: readonly Named[], met: readonly string[]): Named[] {
  const known = own.map(({ id, label }) => ({ id, label }));
  const others = new Set(met.filter((id) => own.every((one) => one.id !== id)));
  return [...known, ...[...others].map((id) => ({ id, label: { es: id } }))];
}

function clocksOf({ clocks }: Policy, met: readonly string[]): NamedClock[] {
  const own = clocks.filter(({ against, breach }) => against === "desk" && breach !== false);
  return named(own, met).map(({ id, label }) => ({
    id,
    label,
    within: own.find((rule) => rule.id === id)?.within ?? {},
  }));
}
