import { describe, expect, it } from "vitest";
import { filing, lifeUnder, message } from "../../../test/kit/days.ts";
import type { Life } from "../../../test/kit/days.ts";
import { PORTAL, versionOf } from "../../../test/kit/packs.ts";
import { calendars, clock, hours, SILENCIO, wall, wallOf } from "../../../test/kit/rules.ts";
import type { ClockRule } from "../policy/clock-rule.ts";
import { noFacts } from "./facts.ts";
import { isBehind, wakesAt } from "./pass.ts";

const filed = (clocks: readonly ClockRule[]): Life => {
  const life = lifeUnder({ ...PORTAL, clocks });
  life.does("2026-11-23 09:00", filing());
  return life;
};
const within = (n: number) => ({ "*": { limit: hours(n) } });
const contextOf = (clocks: readonly ClockRule[], now: string) => ({
  policy: versionOf({ ...PORTAL, clocks }),
  calendars,
  facts: noFacts,
  now: wall(now),
  readUpTo: null,
});

describe("rule 12: what falls due because of what fell due before it", () => {
  const first = clock({ id: "primero", within: within(1) });
  const then = clock({
    id: "luego",
    within: within(2),
    when: { is: "passed", clock: "primero" },
  });
  const last = clock({ id: "ultimo", within: within(3) });

  it("is recorded in its order, and once, as if somebody had looked at each instant", () => {
    const rules = [first, then, last];
    const asleep = filed(rules);
    asleep.does("2026-11-23 14:00", { do: "pass" });
    expect(asleep.record().slice(1)).toEqual([
      "breached primero 2026-11-23 10:00",
      "breached luego 2026-11-23 11:00",
      "breached ultimo 2026-11-23 12:00",
    ]);
    const awake = filed(rules);
    awake.sleepsUntil("2026-11-23 14:00");
    expect(awake.record()).toEqual(asleep.record());
  });

  it("a limit that closes the ticket leaves nothing due after it", () => {
    const closes = { ...SILENCIO, within: within(1), warn: [] };
    const life = filed([closes, last]);
    life.does("2026-11-23 10:00", { do: "ask", message: message(), for: "client" });
    life.does("2026-11-24 14:00", { do: "pass" });
    expect(life.record().slice(2)).toEqual([
      "passed silencio 2026-11-23 11:00",
      "closed by silence 2026-11-23 11:00",
    ]);
    expect(life.wakesAt()).toBeNull();
  });

  it("a limit with several consequences has each of them once, in the policy's order", () => {
    const many = clock({
      id: "varios",
      within: within(1),
      then: [
        { do: "open", channel: "phone" },
        { do: "open", channel: "chat" },
      ],
    });
    const life = filed([many]);
    life.sleepsUntil("2026-11-24 10:00");
    expect(life.ticket().opened).toEqual(["phone", "chat"]);
    expect(life.record().slice(1)).toEqual([
      "breached varios 2026-11-23 10:00",
      "passed varios 2026-11-23 10:00",
      "opened 2026-11-23 10:00",
      "opened 2026-11-23 10:00",
    ]);
  });

  it("silence that passes over a wait for somebody else closes nothing", () => {
    const closes = { ...SILENCIO, within: within(1), warn: [] };
    const life = filed([closes]);
    life.does("2026-11-23 10:00", { do: "ask", message: message(), for: "client" });
    life.does("2026-11-23 10:30", { do: "wait", for: "third-party" });
    life.sleepsUntil("2026-11-30 10:00");
    expect(life.ticket()).toMatchObject({ closed: null, awaiting: "third-party" });
  });
});

describe("when a ticket is looked at again", () => {
  it("at the end of what it was set aside for, though no clock runs, and not after", () => {
    const life = filed([]);
    expect(life.wakesAt()).toBeNull();
    const until = wall("2026-11-25 10:00");
    life.does("2026-11-23 09:30", { do: "schedule", until });
    expect(life.wakesAt()).toBe(until);
    life.sleepsUntil("2026-11-25 10:00");
    expect(life.wakesAt()).toBeNull();
  });

  it("at the first of what it was set aside for and what falls due", () => {
    const plain = clock({ within: within(4) });
    const life = filed([plain]);
    life.does("2026-11-23 09:30", { do: "schedule", until: wall("2026-11-23 12:00") });
    expect(wallOf(life.wakesAt())).toBe("2026-11-23 12:00");
    life.does("2026-11-23 09:40", { do: "schedule", until: wall("2026-11-23 13:30") });
    expect(wallOf(life.wakesAt())).toBe("2026-11-23 13:00");
    life.does("2026-11-23 09:50", { do: "resume" });
    expect(wallOf(life.wakesAt())).toBe("2026-11-23 13:00");
  });

  it("never, once it has ended, whatever it was set aside for", () => {
    const life = filed([clock()]);
    life.does("2026-11-23 09:30", { do: "schedule", until: wall("2026-11-25 10:00") });
    life.does("2026-11-23 09:40", { do: "withdraw" });
    expect(life.wakesAt()).toBeNull();
    expect(wakesAt(life.ticket(), contextOf([clock()], "2026-11-23 09:40"))).toBeNull();
  });

  it("is behind from the very instant at which something falls due until it is recorded", () => {
    const rules = [clock()];
    const life = filed(rules);
    const behind = (now: string): boolean => isBehind(life.ticket(), contextOf(rules, now));
    expect([behind("2026-11-23 12:59:59.999"), behind("2026-11-23 13:00")]).toEqual([false, true]);
    life.does("2026-11-23 13:00", { do: "pass" });
    expect(behind("2026-11-24 13:00")).toBe(false);
  });
});
