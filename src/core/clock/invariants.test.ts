import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { situation } from "../../../test/kit/calendars.ts";
import { asOf, calendarsFor, instantsOf, life } from "../../../test/kit/lives.ts";
import type { Life } from "../../../test/kit/lives.ts";
import { clock, NOTHING, PLAIN_VIEW, record } from "../../../test/kit/rules.ts";
import { livesOf, RUNS_TIMEOUT } from "../../../test/kit/runs.ts";
import { calendarOf } from "../calendar/calendar.ts";
import type { CalendarSource } from "../calendar/source.ts";
import type { Amount, ClockRule } from "../policy/clock-rule.ts";
import { addDays } from "../time/civil.ts";
import type { Instant, Span } from "../time/instant.ts";
import type { Due } from "./clock.ts";
import { dueUpTo, nextDue, nextWake } from "./due.ts";
import { readClocks } from "./readings.ts";
import { reviseAfter } from "./revise.ts";
import type { Trace } from "./trace.ts";
import type { Recorded, Watched } from "./watched.ts";

/** Each case compiles calendars of its own, and lives with many clocks take longer than one sum. */
const SUMS = livesOf(2_000);
const LIVES = livesOf(1_500);

function property<T>(arbitrary: fc.Arbitrary<T>, check: (value: T) => void, runs = SUMS): void {
  fc.assert(fc.property(arbitrary, check), { numRuns: runs });
}

/** Clocks of every kind, for every life. */
function rulesFor({ within }: Life): ClockRule[] {
  const warn = [
    { share: 0.5 },
    { before: { unit: "hours", ms: 1_800_000, calendar: "one" } as const },
  ];
  const pauses = ["waiting-for-client", "waiting-for-third-party"] as const;
  const plain = { calendar: "one", pauses, within };
  const every: Amount = { unit: "hours", ms: 7_200_000, calendar: "one" };
  const same = { "*": { limit: { unit: "hours", ms: 10_800_000, calendar: "one" } } } as const;
  const dates = { unit: "dates", n: 2, calendar: "one", ends: "same-wall-time" } as const;
  return [
    clock({ ...plain, id: "once", to: ["contacted"], warn: [{ share: 0.5 }] }),
    clock({ ...plain, id: "solution", to: ["solved"], warn: [{ share: 0.75 }] }),
    clock({
      ...plain,
      id: "each",
      rounds: "each",
      from: ["client-said"],
      to: ["told"],
      within: same,
      warn,
    }),
    clock({
      ...plain,
      id: "dates",
      to: ["solved"],
      within: { "*": { limit: dates } },
      warn: [{ before: { unit: "elapsed", ms: 36_000_000 } }, { share: 0.5 }],
    }),
    clock({
      ...plain,
      id: "silence",
      rounds: "last",
      from: ["asked"],
      to: ["client-said"],
      pauses: [],
      within: same,
      warn,
      then: [{ do: "tell", message: "silencio" }],
      against: "client",
    }),
    clock({
      ...plain,
      id: "rhythm",
      rounds: "rhythm",
      to: ["solved"],
      within: {},
      keptBy: "told.progress",
      every: {
        a: [{ every, until: 14_400_000 }, { every: { ...every, ms: 14_400_000 } }],
        b: [{ every }],
      },
    }),
  ];
}

function watchedBy(lived: Life): Watched {
  const view = PLAIN_VIEW;
  return { rules: rulesFor(lived), trace: lived.trace, calendars: calendarsFor(lived), view };
}

const byTime = (a: Due, b: Due): number =>
  a.at - b.at || JSON.stringify(keyOf(a)).localeCompare(JSON.stringify(keyOf(b)));

/** What was recorded, without the deadline as it stood, which later pauses move. */
function keyOf(due: Due): unknown[] {
  const index = due.due === "warning" ? due.index : null;
  return [due.at, due.clock, due.due, due.round, index, due.due === "breach" ? due.how : null];
}

/** Lives through a life as the desk does: time's facts first, at each wake-up, then each happening. */
function liveThrough(lived: Life, onWake: (wake: Instant, last: Instant) => void): Due[] {
  const watched = watchedBy(lived);
  let recorded: Recorded = NOTHING;
  const all: Due[] = [];
  const pass = (trace: Trace, now: Instant): void => {
    const list = dueUpTo({ ...watched, trace }, recorded, { now, readUpTo: null });
    recorded = record(recorded, list);
    all.push(...list);
  };
  const instants = [...instantsOf(lived.trace), lived.now];
  for (const [i, at] of instants.entries()) {
    const trace = asOf(lived.trace, at);
    const until = instants[i + 1] ?? at;
    for (let now = at; ;) {
      pass(trace, now);
      const wake = nextWake({ ...watched, trace }, recorded, { now, readUpTo: null });
      if (wake !== null) onWake(wake, now);
      if (wake === null || wake >= until) break;
      now = wake;
    }
  }
  return all;
}

describe("invariant: elapsed(start, deadline(start, d)) = d", () => {
  it(
    "the time used at the deadline is exactly the promise, and one millisecond before it is less",
    () => {
      property(fc.tuple(situation, fc.integer({ min: 1, max: 200_000_000 })), ([given, ms]) => {
        const { watched, limit } = filed(given, ms);
        if (limit === null) return;
        expect(readClocks(watched, limit)[0]?.used).toBe(ms);
        expect(readClocks(watched, limit - 1)[0]?.used).toBe(ms - 1);
      });
    },
    RUNS_TIMEOUT,
  );
});

/** A clock of `ms` open time, filed in a situation, and its deadline. */
function filed(
  { source, at }: { readonly source: CalendarSource; readonly at: Instant },
  ms: number,
): { readonly watched: Watched; readonly limit: Instant | null } {
  const calendar = calendarOf({ ...source, id: "one" });
  const rule = clock({
    calendar: "one",
    within: { "*": { limit: { unit: "hours", ms, calendar: "one" } } },
  });
  const trace: Trace = {
    moments: [{ mark: "received", at, seq: 1 }],
    severities: [],
    pauses: [],
    ended: null,
    incomplete: false,
  };
  const watched = { rules: [rule], trace, calendars: () => calendar, view: PLAIN_VIEW };
  return { watched, limit: readClocks(watched, at)[0]?.limit ?? null };
}

describe("invariant: a deadline is monotone in start and in duration", () => {
  it(
    "a later start or a longer promise never ends earlier",
    () => {
      const shift = fc.nat(400_000_000);
      property(
        fc.tuple(situation, fc.integer({ min: 1, max: 200_000_000 }), shift),
        ([given, ms, more]) => {
          const { limit } = filed(given, ms);
          const later = filed({ ...given, at: given.at + more }, ms).limit;
          const longer = filed(given, ms + more).limit;
          if (limit === null || later === null || longer === null) return;
          expect(later).toBeGreaterThanOrEqual(limit);
          expect(longer).toBeGreaterThanOrEqual(limit);
        },
      );
    },
    RUNS_TIMEOUT,
  );
});

describe("invariant: adding a closed day never makes a computed deadline earlier", () => {
  it(
    "wherever the day is",
    () => {
      const ms = fc.integer({ min: 1, max: 200_000_000 });
      property(
        fc.tuple(situation, ms, fc.integer({ min: -2, max: 12 })),
        ([given, length, days]) => {
          const { limit } = filed(given, length);
          const today = Temporal.Instant.fromEpochMilliseconds(given.at);
          const date = today.toZonedDateTimeISO(given.source.zone).toPlainDate().toString();
          const closed = { date: addDays(date, days) };
          const exceptions = given.source.exceptions.filter((e) => e.date !== closed.date);
          const open = filed({ ...given, source: { ...given.source, exceptions } }, length).limit;
          const closedDates = [...given.source.closedDates, closed];
          const source = { ...given.source, exceptions, closedDates };
          const shut = filed({ ...given, source }, length).limit;
          if (limit === null || open === null || shut === null) return;
          expect(shut).toBeGreaterThanOrEqual(open);
        },
      );
    },
    RUNS_TIMEOUT,
  );
});

describe("invariant: paused never breaches", () => {
  it(
    "no breach lies within a pause of its clock, or while it is solved",
    () => {
      property(
        life(),
        (lived) => {
          const { trace, now } = lived;
          for (const reading of readClocks(watchedBy(lived), now)) {
            const { breach, rule } = reading;
            if (breach === null) continue;
            const paused = trace.pauses.filter((p) => rule.pauses.includes(p.reason));
            const solved = rule.to.includes("solved") ? solvedOf(trace, rule) : [];
            expect(
              [...paused, ...solved].filter(
                (p) => p.from <= breach.at && (p.to ?? Infinity) > breach.at,
              ),
            ).toEqual([]);
            expect(breach.at).toBeLessThanOrEqual(now);
          }
        },
        LIVES,
      );
    },
    RUNS_TIMEOUT,
  );
});

/** From each solution after the clock's start to the "not solved" that undid it, read off the marks one by one. */
function solvedOf({ moments }: Trace, rule: ClockRule): Span[] {
  const start = moments.findIndex(({ mark }) => rule.from.includes(mark));
  const spans: Span[] = [];
  for (const { mark, at } of moments.slice(start)) {
    const last = spans.at(-1);
    const isSolved = last !== undefined && last.to === null;
    if (mark === "solved" && !isSolved) spans.push({ from: at, to: null });
    if (mark === "reopened" && isSolved) spans[spans.length - 1] = { from: last.from, to: at };
  }
  return spans;
}

describe("invariant: folding events one by one equals folding them at once", () => {
  it(
    "waking at every due instant records what one look at the end records",
    () => {
      property(
        life(),
        (lived) => {
          const living = liveThrough(lived, () => {});
          const atOnce = dueUpTo(watchedBy(lived), NOTHING, { now: lived.now, readUpTo: null });
          expect(living.toSorted(byTime).map(keyOf)).toEqual(atOnce.toSorted(byTime).map(keyOf));
        },
        LIVES,
      );
    },
    RUNS_TIMEOUT,
  );

  it(
    "a reading looks at nothing later than now",
    () => {
      property(
        fc.tuple(life(), fc.double({ min: 0, max: 1, noNaN: true })),
        ([lived, share]) => {
          const now = Math.round(lived.start + (lived.now - lived.start) * share);
          const watched = watchedBy(lived);
          const prefix = { ...watched, trace: asOf(lived.trace, now) };
          const whole = {
            ...watched,
            trace: { ...asOf(lived.trace, lived.now), pauses: prefix.trace.pauses },
          };
          expect(readClocks(whole, now)).toEqual(readClocks(prefix, now));
        },
        LIVES,
      );
    },
    RUNS_TIMEOUT,
  );
});

describe("invariant: replaying is idempotent", () => {
  it(
    "what is recorded is not due again, and revising with nothing new changes nothing",
    () => {
      property(
        life(),
        (lived) => {
          const watched = watchedBy(lived);
          const until = { now: lived.now, readUpTo: null };
          const recorded = record(NOTHING, dueUpTo(watched, NOTHING, until));
          expect(dueUpTo(watched, recorded, until)).toEqual([]);
          expect(reviseAfter(lived.trace, watched, { recorded, now: lived.now })).toEqual([]);
          expect(readClocks(watched, lived.now)).toEqual(readClocks(watched, lived.now));
        },
        LIVES,
      );
    },
    RUNS_TIMEOUT,
  );
});

describe("invariant: severity up then down equals never changed, but for the recorded facts", () => {
  it(
    "used time, deadline and warnings are those of the severity that it came back to",
    () => {
      property(fc.tuple(life(), fc.nat(1000), fc.nat(1000)), ([lived, a, b]) => {
        const { start, now, trace } = lived;
        const severities = [{ severity: "a", from: start }];
        const unit = (name: string): string =>
          JSON.stringify({ ...lived.within[name]?.limit, ms: 0 });
        if (unit("a") !== unit("b")) return;
        const [up, down] = [Math.min(a, b), Math.max(a, b)];
        const stops = trace.moments.filter(({ mark }) => mark === "contacted" || mark === "solved");
        const end = Math.min(now, trace.ended?.at ?? now, stops[0]?.at ?? now);
        const at = (share: number): Instant => start + Math.round(((end - start) * share) / 1000);
        const moved = [
          ...severities,
          { severity: "b", from: at(up) },
          { severity: "a", from: at(down) },
        ];
        const rules = rulesFor(lived).filter((rule) => rule.rounds !== "rhythm");
        const watched = { ...watchedBy(lived), rules };
        const never = readClocks({ ...watched, trace: { ...trace, severities } }, now);
        const back = readClocks({ ...watched, trace: { ...trace, severities: moved } }, now);
        const facts = (list: typeof back): unknown[] =>
          list.map(({ used, limit, target, warnings, from, stopped }) => ({
            used,
            limit,
            target,
            warnings,
            from,
            stopped,
          }));
        expect(facts(back)).toEqual(facts(never));
        // What was late stays late, and at its instant, unless the other severity was late before it.
        for (const [i, { breach }] of never.entries()) {
          if (breach !== null && breach.at < at(up)) expect(back[i]?.breach).toEqual(breach);
        }
      });
    },
    RUNS_TIMEOUT,
  );
});

describe("invariant: the next wake-up is always later than the last", () => {
  it(
    "and is that of the next due instant",
    () => {
      property(
        life(),
        (lived) => {
          liveThrough(lived, (wake, now) => expect(wake).toBeGreaterThan(now));
          const watched = watchedBy(lived);
          const until = { now: lived.now, readUpTo: null };
          const next = nextDue(watched, NOTHING, until);
          expect(nextWake(watched, NOTHING, until)).toBe(next?.at ?? null);
          if (next === null) return;
          const later = dueUpTo(watched, NOTHING, { now: next.at, readUpTo: null });
          const before = dueUpTo(watched, NOTHING, { now: next.at - 1, readUpTo: null });
          expect(later.map(keyOf)).toContainEqual(keyOf(next));
          expect(before.map(keyOf)).not.toContainEqual(keyOf(next));
        },
        LIVES,
      );
    },
    RUNS_TIMEOUT,
  );
});
