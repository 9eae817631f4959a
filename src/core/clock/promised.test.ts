import { describe, expect, it } from "vitest";
import { traceOf, read, clock, wall } from "../../../test/kit/rules.ts";
import { promisedFor, withPromised } from "./promised.ts";

const told = [
  { clock: "resolucion", round: 1, limit: 500, at: 100 },
  { clock: "siguiente", round: 1, limit: 600, at: 110 },
  { clock: "siguiente", round: 2, limit: 700, at: 120 },
] as const;

describe("rule 10: the date already promised to the client is kept beside the computed one", () => {
  it("of the same clock and the same round, and no other", () => {
    const standing = { clock: "siguiente", round: 2, limit: 900 };
    expect(promisedFor(standing, told, 200)).toBe(700);
    expect(promisedFor({ ...standing, round: 1 }, told, 200)).toBe(600);
    expect(promisedFor({ ...standing, round: 3 }, told, 200)).toBeNull();
    expect(promisedFor({ ...standing, clock: "atencion" }, told, 200)).toBeNull();
  });

  it("from the instant of the publication on, and only where it is another than the computed one", () => {
    const standing = { clock: "resolucion", round: 1, limit: 900 };
    expect(promisedFor(standing, told, 100)).toBe(500);
    expect(promisedFor(standing, told, 99)).toBeNull();
    expect(promisedFor({ ...standing, limit: 500 }, told, 200)).toBeNull();
    expect(promisedFor({ ...standing, limit: null }, told, 200)).toBe(500);
  });

  it("is the first that was told: a second move makes no new promise, another round does", () => {
    const again = withPromised(told, { clock: "siguiente", round: 2, limit: 999, at: 130 });
    expect(again).toBe(told);
    expect(withPromised(told, { clock: "resolucion", round: 2, limit: 999, at: 130 })).toEqual([
      ...told,
      { clock: "resolucion", round: 2, limit: 999, at: 130 },
    ]);
    expect(withPromised(told, { clock: "silencio", round: 1, limit: 9, at: 130 })).toHaveLength(4);
  });

  it("shows beside the limit and decides nothing: what is missed is missed at the computed limit", () => {
    const earlier = wall("2026-11-23 11:00");
    const promised = [
      { clock: "reloj", round: 1, limit: earlier, at: wall("2026-11-20 17:30") },
    ] as const;
    const trace = { ...traceOf([["received", "2026-11-20 17:00"]]), promised };
    const reading = read(clock(), trace, "2026-11-23 11:30");
    expect(reading).toMatchObject({
      status: "running",
      limit: wall("2026-11-23 12:00"),
      promised: earlier,
      breach: null,
    });
    expect(read(clock(), trace, "2026-11-23 12:00").breach?.at).toBe(wall("2026-11-23 12:00"));
  });
});
