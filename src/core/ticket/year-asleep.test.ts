import { describe, expect, it } from "vitest";
import { filing, lifeUnder, message } from "../../../test/kit/days.ts";
import { PORTAL } from "../../../test/kit/packs.ts";
import { AVANCE, elapsed, HOUR, wall, wallOf } from "../../../test/kit/rules.ts";

describe("after a year of downtime", () => {
  const hourly = {
    ...AVANCE,
    warn: [],
    every: { "*": [{ every: elapsed(1) }] },
  };
  const yearOld = () => {
    const life = lifeUnder({ ...PORTAL, clocks: [hourly] });
    life.does("2025-11-24 09:00", filing());
    return life;
  };
  const now = wall("2026-11-24 08:30");

  it("a rhythm by the wall clock is caught up with in batches, each at once after the last", () => {
    const life = yearOld();
    const sizes: number[] = [];
    for (let at = now; ; at = life.wakesAt() ?? at) {
      sizes.push(life.does(at, { do: "pass" }).events.length);
      const wake = life.wakesAt();
      if (wake !== at + 1) break;
    }
    expect(sizes.slice(0, -1)).toEqual(Array<number>(8).fill(1_000));
    expect(sizes.at(-1)).toBe(759);
    const missed = life.events().slice(1);
    expect(missed.map(({ at }) => at)).toEqual(
      missed.map((_, i) => wall("2025-11-24 09:00") + (i + 1) * HOUR),
    );
    expect(wallOf(life.wakesAt())).toBe("2026-11-24 09:00");
  });

  it("an act of a person has everything before it recorded", () => {
    const life = yearOld();
    life.does(now, { do: "contact", message: message(), how: "reply" });
    const types = life.events().map(({ fact }) => fact.type);
    expect(types).toHaveLength(1 + 8_759 + 1);
    expect(types.at(-1)).toBe("contacted");
  });
});
