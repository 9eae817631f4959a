import type { Instant, Period } from "../time/instant.ts";
import { civilDate, dayNumberOf } from "../time/civil.ts";
import { breaksOn, ordinaryOn, partsOf, scheduled, startOfDay } from "./day.ts";
import type { DayContext, DayPart } from "./day.ts";
import { merged } from "./periods.ts";
import { holidayOn } from "./rules.ts";
import type { Why } from "./why.ts";

/** A calendar year cut into stretches, each with the one reason why it counts or not; `edges` is one longer than `whys`. */
export interface Partition {
  readonly edges: Float64Array;
  readonly whys: readonly Why[];
  readonly counted: Uint8Array;
}

const OPEN: Why = { code: "open" };
const OUTSIDE: Why = { code: "outside-hours" };

const holds = (periods: readonly Period[], at: Instant): boolean =>
  periods.some((period) => period.from <= at && at < period.to);

interface Stretch {
  readonly from: Instant;
  readonly why: Why;
  readonly counted: boolean;
}

interface Facts {
  readonly open: readonly Period[];
  /** What would be open without any exception. */
  readonly plain: readonly Period[];
  readonly breaks: readonly Period[];
  readonly breakWhy: Why;
  readonly holiday: Why | undefined;
  readonly exception: Why | undefined;
  readonly isClosedByException: boolean;
}

function reasonAt(facts: Facts, at: Instant): Omit<Stretch, "from"> {
  const { exception, holiday } = facts;
  const isOpen = holds(facts.open, at);
  if (isOpen && holds(facts.breaks, at)) return { why: facts.breakWhy, counted: false };
  const isPlain = exception === undefined ? isOpen : holds(facts.plain, at);
  if (isOpen) return { why: isPlain ? OPEN : (exception ?? OPEN), counted: true };
  if (exception !== undefined && (isPlain || facts.isClosedByException)) {
    return { why: exception, counted: false };
  }
  return { why: holiday ?? OUTSIDE, counted: false };
}

function factsOf(context: DayContext, part: DayPart, breakWhy: Why): Facts {
  const { day, exception, exceptionBefore } = part;
  const { own, tail } = scheduled(context, part);
  const open = merged([...tail, ...own]);
  const changed = exception !== undefined || exceptionBefore !== undefined;
  const usual = { day, exception: undefined, exceptionBefore: undefined };
  const plain = changed ? scheduled(context, usual) : { own: [], tail: [] };
  return {
    open,
    plain: changed ? merged([...plain.tail, ...plain.own]) : open,
    breaks: breaksOn(context, day),
    breakWhy,
    holiday: holidayOn(context.rules, day),
    exception: exception?.why ?? exceptionBefore?.why,
    isClosedByException: exception !== undefined && exception.open.length === 0,
  };
}

function ordinaryStretches(open: readonly Period[], from: Instant, to: Instant): Stretch[] {
  const stretches: Stretch[] = [];
  let at = from;
  for (const period of open) {
    if (period.from > at) stretches.push({ from: at, why: OUTSIDE, counted: false });
    stretches.push({ from: period.from, why: OPEN, counted: true });
    at = period.to;
  }
  if (at < to) stretches.push({ from: at, why: OUTSIDE, counted: false });
  return stretches;
}

function stretchesOf(context: DayContext, day: number): Stretch[] {
  const ordinary = ordinaryOn(context, day);
  if (ordinary !== null) {
    const { zone } = context;
    return ordinaryStretches(ordinary, startOfDay(zone, day), startOfDay(zone, day + 1));
  }
  const breakWhy: Why = { code: "break", date: civilDate(day) };
  return partsOf(context, day).flatMap((part) => {
    const facts = factsOf(context, part, breakWhy);
    const edges = new Set<Instant>([part.from]);
    for (const period of [...facts.open, ...facts.plain, ...facts.breaks]) {
      if (period.from > part.from && period.from < part.to) edges.add(period.from);
      if (period.to > part.from && period.to < part.to) edges.add(period.to);
    }
    const sorted = part.to > part.from ? [...edges].sort((a, b) => a - b) : [];
    return sorted.map((from) => ({ from, ...reasonAt(facts, from) }));
  });
}

/** Cuts one calendar year by reason. The zone table must cover it. Neighbours with the same reason are joined. */
export function partitionYear(context: DayContext, year: number): Partition {
  const stretches: Stretch[] = [];
  const end = dayNumberOf(year + 1, 1, 1);
  for (let day = dayNumberOf(year, 1, 1); day < end; day++) {
    for (const stretch of stretchesOf(context, day)) {
      const last = stretches.at(-1);
      const isSame = last?.why === stretch.why && last.counted === stretch.counted;
      if (!isSame) stretches.push(stretch);
    }
  }
  return {
    edges: Float64Array.from([...stretches.map((s) => s.from), startOfDay(context.zone, end)]),
    whys: stretches.map((s) => s.why),
    counted: Uint8Array.from(stretches, (s) => (s.counted ? 1 : 0)),
  };
}
