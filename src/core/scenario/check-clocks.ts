import type { ClockReading } from "../clock/clock.ts";
import { readClocks } from "../clock/readings.ts";
import { watched } from "../ticket/view.ts";
import type { Instant } from "../time/instant.ts";
import {
  compared,
  type Found,
  instantsValue,
  instantValue,
  nothing,
  wordsValue,
} from "./difference.ts";
import { allAmong, type Check, instantOf, type Look, several } from "./look.ts";

type Moments = Readonly<Record<string, string>>;
type ManyMoments = Readonly<Record<string, string | readonly string[]>>;

/** The last round of a clock as it stands; null where the policy has none of that name for this ticket. */
function readingOf(clock: string, { world, life, step }: Look): ClockReading | null {
  if (life === null) return null;
  const readings = readClocks(watched(life.ticket, world.binding, step.at), step.at);
  return readings.findLast(({ rule }) => rule.id === clock) ?? null;
}

function instants(read: (reading: ClockReading) => Instant | null): Check<Moments> {
  return (expected, look) =>
    Object.entries(expected).flatMap(([clock, moment]) => {
      const reading = readingOf(clock, look);
      return compared({
        name: clock,
        at: [clock],
        expected: moment === "none" ? nothing : instantValue(instantOf(look, moment)),
        actual: instantValue(reading === null || reading.status === "idle" ? null : read(reading)),
      });
    });
}

/** When the limit of a clock is reached, as things stand. */
export const due: Check<Moments> = instants(({ limit }) => limit);

/** When its target is reached. */
export const target: Check<Moments> = instants((reading) => reading.target);

/** How a clock stands. */
export const clocks: Check<Moments> = (expected, look) =>
  Object.entries(expected).flatMap(([clock, status]) => {
    const reading = readingOf(clock, look);
    const actual = reading === null ? nothing : wordsValue(reading.status);
    return compared({ name: clock, at: [clock], expected: wordsValue(status), actual });
  });

/** The calendar whose open time a clock counts; "elapsed": the wall's. */
export const on: Check<Moments> = (expected, { world }) =>
  Object.entries(expected).flatMap(([clock, calendar]) => {
    const rule = world.binding.policy.policy.clocks.find(({ id }) => id === clock);
    const actual = rule === undefined ? nothing : wordsValue(rule.calendar ?? "elapsed");
    return compared({ name: clock, at: [clock], expected: wordsValue(calendar), actual });
  });

/** The clauses that a clock keeps. */
export const keeps: Check<ManyMoments> = (expected, { world }) =>
  Object.entries(expected).flatMap(([clock, clauses]) => {
    const rule = world.binding.policy.policy.clocks.find(({ id }) => id === clock);
    return allAmong(several(clauses), rule?.clause ?? [], { name: clock, at: [clock] });
  });

interface Recorded {
  readonly clock: string;
  readonly at: Instant;
}

function recorded(list: (look: Look) => readonly Recorded[]): Check<string | ManyMoments> {
  return (expected, look) => {
    const all = list(look);
    if (typeof expected === "string") {
      const actual = wordsValue(...new Set(all.map(({ clock }) => clock)));
      return compared({ name: null, at: [], expected: nothing, actual });
    }
    return Object.entries(expected).flatMap(([clock, moments]): readonly Found[] =>
      compared({
        name: clock,
        at: [clock],
        expected: instantsValue(several(moments).map((moment) => instantOf(look, moment))),
        actual: instantsValue(all.filter((one) => one.clock === clock).map(({ at }) => at)),
      }),
    );
  };
}

/** Promises that were broken, each at its instant; what was withdrawn does not count. */
export const breached: Check<string | ManyMoments> = recorded(({ life }) =>
  (life?.ticket.recordedBreaches ?? []).filter(({ withdrawn }) => !withdrawn),
);

/** Warnings, each at the instant at which it fell due. */
export const warned: Check<string | ManyMoments> = recorded(({ life }) =>
  timed(life?.events ?? [], "warned"),
);

/** Clocks whose limit passed and had a consequence. */
export const passed: Check<string | ManyMoments> = recorded(({ life }) =>
  timed(life?.events ?? [], "passed"),
);

function timed(
  events: NonNullable<Look["life"]>["events"],
  type: "warned" | "passed",
): readonly Recorded[] {
  return events.flatMap(({ at, fact }) => (fact.type === type ? [{ clock: fact.clock, at }] : []));
}
