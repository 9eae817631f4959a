import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY, HOUR } from "../time/instant.ts";
import { mostLate, receptionOf } from "./reception.ts";

const now = Date.UTC(2026, 10, 23, 16);

describe("when a message was received (HB-4)", () => {
  it("is what the server of its mailbox says, and unsaid where it says nothing", () => {
    expect(receptionOf(now - 2 * DAY, { now, answers: null })).toBe(now - 2 * DAY);
    expect(receptionOf(null, { now, answers: now - DAY })).toBeNull();
  });

  it("is never before the mail that it answers, for the clocks of two servers differ", () => {
    expect(receptionOf(now - 2 * HOUR, { now, answers: now - HOUR })).toBe(now - HOUR);
  });

  it("is within bounds, whatever is said", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -8.64e15, max: 8.64e15 }),
        fc.option(fc.integer({ min: now - 90 * DAY, max: now + DAY })),
        (said, answers) => {
          const received = receptionOf(said, { now, answers });
          expect(received).toBeLessThanOrEqual(now);
          expect(received).toBeGreaterThanOrEqual(now - mostLate);
          const isPlain = said <= now && said >= now - mostLate && (answers ?? -Infinity) <= said;
          if (isPlain) expect(received).toBe(said);
        },
      ),
    );
  });
});

it("a mail may have lain for 31 days, to the millisecond, and no longer (HB-4)", () => {
  const bounds = { now, answers: null };
  expect(mostLate).toBe(31 * 86_400_000);
  expect(receptionOf(now - mostLate, bounds)).toBe(now - mostLate);
  expect(receptionOf(now - mostLate - 1, bounds)).toBe(now - mostLate);
  expect(receptionOf(now + 1, bounds)).toBe(now);
  expect(receptionOf(now - DAY, { now, answers: now + HOUR })).toBe(now);
});
