import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarsFor, life, slowCalendarsFor } from "../../../test/kit/lives.ts";
import { clock, PLAIN_VIEW } from "../../../test/kit/rules.ts";
import { RUNS, RUNS_TIMEOUT } from "../../../test/kit/runs.ts";
import { slowBuckets, SlowClock } from "../../../test/kit/slow-clock.ts";
import { bucketsOf } from "./buckets.ts";
import { readClocks } from "./readings.ts";
import { explainClock } from "./explain.ts";

/** Every case walks through some days minute by minute, on calendars of its own. */
const CASES = Math.min(Math.ceil(RUNS / 2), 5_000);
const HORIZON = 6 * 86_400_000;

describe("a clock against one that lives through every minute", () => {
  it(
    "uses the same time, breaches at the same instant for the same cause, and stands at the same deadline",
    () => {
      fc.assert(
        fc.property(life(), fc.boolean(), (lived, undoable) => {
          const calendars = calendarsFor(lived);
          const rule = clock({
            to: [undoable ? "solved" : "contacted"],
            calendar: "one",
            pauses: ["waiting-for-client", "waiting-for-third-party"],
            within: lived.within,
          });
          const { trace, now } = lived;
          const marks = undoable
            ? trace.moments
            : trace.moments.filter((m) => m.mark !== "reopened");
          const seen = { ...trace, moments: marks };
          const walk = { isOpen: slowCalendarsFor(lived), now, horizon: HORIZON };
          const slow = new SlowClock(rule, seen, walk).read();
          const watched = { rules: [rule], trace: seen, calendars, view: PLAIN_VIEW };
          const fast = readClocks(watched, now)[0];
          expect(fast?.breach ?? null).toEqual(slow.breach);
          expect(fast?.stopped ?? null).toBe(slow.stopped);
          expect(fast?.used).toBe(slow.used);
          if (slow.limit !== null) expect(fast?.limit).toBe(slow.limit);
          if (slow.breach === null) {
            const status = { idle: "idle", running: "running", paused: "paused", stopped: "met" };
            const over = trace.ended?.how === "merged" ? "merged" : "cancelled";
            expect(fast?.status).toBe(slow.state === "over" ? over : status[slow.state]);
          }
          const explained = explainClock(watched, { clock: rule.id, policy: 1 }, now);
          const counted = explained?.segments.at(-1)?.total ?? 0;
          if (
            typeof fast?.limit === "number" &&
            fast.breach === null &&
            fast.stopped === null &&
            !trace.ended
          ) {
            const term = watched.rules[0]?.within[explained?.severity ?? ""];
            const promised = term?.limit.unit === "dates" ? null : term?.limit.ms;
            if (fast.limit >= now) expect(counted).toBe(promised);
          }
        }),
        { numRuns: CASES },
      );
    },
    RUNS_TIMEOUT,
  );
});

describe("rule 18: buckets against minutes", () => {
  it(
    "every minute is in the same bucket, and the buckets add up to the wall time",
    () => {
      fc.assert(
        fc.property(life({ whole: true }), fc.constantFrom("one", null), (lived, id) => {
          const { trace, now, start } = lived;
          const calendar = id === null ? null : calendarsFor(lived)(id);
          const walk = { isOpen: slowCalendarsFor(lived), now, horizon: 0 };
          const buckets = bucketsOf(trace, calendar, now);
          expect(buckets).toEqual(slowBuckets(trace, id, walk));
          const total = Object.values(buckets).reduce((sum, ms) => sum + ms, 0);
          expect(total).toBe(Math.min(trace.ended?.at ?? now, now) - start);
        }),
        { numRuns: CASES },
      );
    },
    RUNS_TIMEOUT,
  );
});
