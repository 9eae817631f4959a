import fc from "fast-check";
import { calendarOf } from "../../src/core/calendar/calendar.ts";
import type { CalendarSource } from "../../src/core/calendar/source.ts";
import type { Calendars } from "../../src/core/clock/clock.ts";
import type { Moment, Pause, SeverityStretch, Trace } from "../../src/core/clock/trace.ts";
import type { Amount, Mark, PauseReason, Term } from "../../src/core/policy/clock-rule.ts";
import type { Instant, Millis } from "../../src/core/time/instant.ts";
import { situation } from "./calendars.ts";
import { slowCalendar } from "./slow-calendar.ts";

const MINUTE = 60_000;

/** A ticket's life on random calendars, seen at a random `now`. */
export interface Life {
  readonly trace: Trace;
  readonly start: Instant;
  readonly now: Instant;
  readonly sources: { readonly one: CalendarSource; readonly two: CalendarSource };
  /** What each severity promises. */
  readonly within: Readonly<Record<string, Term>>;
}

type Happening =
  | { readonly mark: Mark }
  | { readonly severity: string }
  | { readonly wait: PauseReason }
  | { readonly resume: PauseReason };

const SEVERITIES = ["a", "b", "c", "d"] as const;
const REASONS: readonly PauseReason[] = [
  "waiting-for-client",
  "waiting-for-third-party",
  "waiting-for-authorisation",
  "scheduled",
];
const MARKS: readonly Mark[] = [
  "client-said",
  "told",
  "asked",
  "contacted",
  "told.progress",
  "solved",
  "reopened",
  "classified",
];

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ mark: fc.constantFrom(...MARKS) }) },
  { weight: 2, arbitrary: fc.record({ severity: fc.constantFrom(...SEVERITIES) }) },
  { weight: 2, arbitrary: fc.record({ wait: fc.constantFrom(...REASONS) }) },
  { weight: 2, arbitrary: fc.record({ resume: fc.constantFrom(...REASONS) }) },
);

/** Steps between happenings: at one instant, by a millisecond, by minutes, by hours. */
const step = (whole: boolean): fc.Arbitrary<Millis> =>
  fc.oneof(
    fc.constant(0),
    fc.nat(600).map((n) => n * MINUTE),
    fc.nat(40).map((n) => n * 60 * MINUTE),
    ...(whole ? [] : [fc.constant(1), fc.nat(36_000_000)]),
  );

const length = (whole: boolean): fc.Arbitrary<Millis> =>
  fc.oneof(
    fc.integer({ min: 1, max: 12 }).map((n) => n * 60 * MINUTE),
    fc.integer({ min: 1, max: 900 }).map((n) => n * MINUTE),
    ...(whole ? [] : [fc.integer({ min: 1, max: 40_000_000 })]),
  );

const amount = (whole: boolean): fc.Arbitrary<Amount> =>
  fc
    .tuple(fc.constantFrom("one", "two", null), length(whole))
    .map(([calendar, ms]) =>
      calendar === null ? { unit: "elapsed", ms } : { unit: "hours", ms, calendar },
    );

/** What lives are made of: `whole` ones happen at whole minutes only. */
export function life({ whole = false }: { readonly whole?: boolean } = {}): fc.Arbitrary<Life> {
  const term = amount(whole).map((limit): Term => ({ limit }));
  return fc
    .record({
      one: situation,
      two: situation,
      happenings: fc.array(fc.tuple(step(whole), happening), { maxLength: 12 }),
      after: step(whole),
      terms: fc.array(term, { minLength: 3, maxLength: 3 }),
      end: fc.option(fc.constantFrom("closed", "cancelled", "merged"), { nil: null, freq: 3 }),
    })
    .map(({ one, two, happenings, after, terms, end }) => {
      const start = whole ? Math.floor(one.at / MINUTE) * MINUTE : one.at;
      const lived = traceOf(start, happenings);
      const now = lived.last + after;
      const ended = end === null ? null : { at: lived.last, how: end };
      return {
        trace: { ...lived.trace, ended },
        start,
        now,
        sources: { one: { ...one.source, id: "one" }, two: { ...two.source, id: "two" } },
        within: Object.fromEntries(terms.map((t, i) => [SEVERITIES[i] as string, t])),
      };
    });
}

function traceOf(
  start: Instant,
  happenings: readonly (readonly [Millis, Happening])[],
): { readonly trace: Trace; readonly last: Instant } {
  const moments: Moment[] = [{ mark: "received", at: start, seq: 1 }];
  const severities: SeverityStretch[] = [{ severity: "a", from: start }];
  const pauses: Pause[] = [];
  let at = start;
  for (const [i, [wait, what]] of happenings.entries()) {
    at += wait;
    if ("mark" in what) moments.push({ mark: what.mark, at, seq: i + 2 });
    else if ("severity" in what) severities.push({ severity: what.severity, from: at });
    else if ("wait" in what) pauses.push({ reason: what.wait, from: at, to: null });
    else {
      const open = pauses.findLastIndex(({ reason, to }) => reason === what.resume && to === null);
      const pause = pauses[open];
      if (pause !== undefined) pauses[open] = { ...pause, to: at };
    }
  }
  return { trace: { moments, severities, pauses, ended: null, incomplete: false }, last: at };
}

/** The trace as it was at an instant: nobody knew yet when a pause would end. */
export function asOf(trace: Trace, now: Instant): Trace {
  return {
    ...trace,
    moments: trace.moments.filter(({ at }) => at <= now),
    severities: trace.severities.filter(({ from }) => from <= now),
    pauses: trace.pauses
      .filter(({ from }) => from <= now)
      .map((pause) => (pause.to !== null && pause.to > now ? { ...pause, to: null } : pause)),
    ended: trace.ended !== null && trace.ended.at <= now ? trace.ended : null,
  };
}

/** The life's calendars, compiled. */
export function calendarsFor({ sources }: Life): Calendars {
  const compiled = { one: calendarOf(sources.one), two: calendarOf(sources.two) };
  return (id) => (id === "one" ? compiled.one : compiled.two);
}

/** The life's calendars, the slow way. */
export function slowCalendarsFor({ sources }: Life): (id: string, at: Instant) => boolean {
  const slow = { one: slowCalendar(sources.one, 0), two: slowCalendar(sources.two, 0) };
  return (id, at) => (id === "one" ? slow.one : slow.two).isOpen(at);
}

/** Every instant at which something happens in a trace, in order, each once. */
export function instantsOf({ moments, severities, pauses, ended }: Trace): Instant[] {
  const all = [
    ...moments.map(({ at }) => at),
    ...severities.map(({ from }) => from),
    ...pauses.flatMap(({ from, to }) => (to === null ? [from] : [from, to])),
    ...(ended === null ? [] : [ended.at]),
  ];
  return [...new Set(all)].toSorted((a, b) => a - b);
}
