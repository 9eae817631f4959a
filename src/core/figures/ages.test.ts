import fc from "fast-check";
import { expect, test } from "vitest";
import { calendars, wall } from "../../../test/kit/rules.ts";
import { openBetween } from "../calendar/arithmetic.ts";
import { HOUR, MINUTE } from "../time/instant.ts";
import { ageBounds, ageInstants } from "./ages.ts";

const oficina = calendars("oficina");
const start = wall("2026-11-09 09:00");

test("a ticket is older than a bound exactly where it was received at its instant or before", () => {
  const minutes = fc.integer({ min: 0, max: 20_000 });
  fc.assert(
    fc.property(minutes, minutes, (a, b) => {
      const received = start + Math.min(a, b) * MINUTE;
      const now = start + Math.max(a, b) * MINUTE;
      const open = openBetween(oficina, received, now);
      ageInstants(oficina, now).forEach((instant, i) => {
        const bound = (ageBounds[i] ?? 0) * HOUR;
        // At the bound itself any instant of the closed time before it has the same age.
        if (open !== bound) expect(received <= instant).toBe(open > bound);
      });
    }),
  );
});
