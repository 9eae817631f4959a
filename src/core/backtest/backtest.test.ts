import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { filing, type Life, lifeUnder, message } from "../../../test/kit/days.ts";
import { PORTAL, versionOf } from "../../../test/kit/packs.ts";
import {
  AVANCE,
  calendars,
  hours,
  PRIMER_CONTACTO,
  RESOLUCION,
  SIGUIENTE,
  SILENCIO,
  wall,
  wallOf,
} from "../../../test/kit/rules.ts";
import { livesOf, RUNS_TIMEOUT } from "../../../test/kit/runs.ts";
import type { ClockRule } from "../policy/clock-rule.ts";
import type { Policy } from "../policy/policy.ts";
import type { Act } from "../ticket/command.ts";
import { MINUTE } from "../time/instant.ts";
import { compareTicket } from "./backtest.ts";
import { levelAt } from "./outcome.ts";
import { type Compared, type Report, tallyOf } from "./tally.ts";

const reply = { do: "contact", message: message(), how: "reply" } as const;
const solve = { do: "solve", cause: "a", remedy: "b", message: message() } as const;

function withClocks(...clocks: readonly ClockRule[]): Policy {
  return { ...PORTAL, clocks };
}

function contactWithin(limit: number): Policy {
  return withClocks({ ...PRIMER_CONTACTO, within: { "*": { limit: hours(limit) } } });
}

interface Drafted {
  readonly was: Policy;
  readonly draft: Policy;
  readonly now: string;
}

function compared(life: Life, { was, draft, now }: Drafted): Compared | null {
  const before = { policy: versionOf(was, 1), calendars };
  const after = { policy: versionOf(draft, 2), calendars };
  return compareTicket(life.ticket(), { before, draft: after, now: wall(now) });
}

function reported(life: Life, given: Drafted): Report {
  const tally = tallyOf(10);
  const one = compared(life, given);
  if (one !== null) tally.add(one);
  return tally.report();
}

/** Filed on Monday at 9:00 and answered three hours later. */
function answeredAtNoon(was: Policy): Life {
  const life = lifeUnder(was);
  life.does("2026-11-23 09:00", filing());
  life.does("2026-11-23 12:00", reply);
  return life;
}

describe("a past ticket under a draft", () => {
  it("misses a shorter promise that it had kept, and is named with how late it would have been", () => {
    const was = contactWithin(4);
    const report = reported(answeredAtNoon(was), {
      was,
      draft: contactWithin(2),
      now: "2026-11-24 09:00",
    });
    expect(report).toMatchObject({ tickets: 1, worse: 1, better: 0, unknownSeverity: 0 });
    expect(report.rows).toEqual([
      {
        clock: "primer-contacto",
        severity: "bajo",
        level: "",
        before: { met: 1, missed: 0, open: 0 },
        after: { met: 0, missed: 1, open: 0 },
      },
    ]);
    expect(report.changed).toHaveLength(1);
    const [changed] = report.changed;
    expect(changed).toMatchObject({ folio: "HD-1", missed: { before: 0, after: 1 } });
    expect(changed?.lateBy).toBe(60 * MINUTE);
    expect(wallOf(changed?.limit.after)).toBe("2026-11-23 11:00");
    expect(wallOf(changed?.limit.before)).toBe("2026-11-23 13:00");
  });

  it("keeps a longer promise that it had missed", () => {
    const was = contactWithin(2);
    const report = reported(answeredAtNoon(was), {
      was,
      draft: contactWithin(4),
      now: "2026-11-24 09:00",
    });
    expect(report).toMatchObject({ worse: 0, better: 1 });
    expect(report.changed).toMatchObject([{ missed: { before: 1, after: 0 }, lateBy: 0 }]);
  });

  it("says how much of the draft's promise was used", () => {
    const was = contactWithin(4);
    const given = { was, draft: contactWithin(6), now: "2026-11-24 09:00" };
    expect(reported(answeredAtNoon(was), given).usage).toEqual([
      { clock: "primer-contacto", severity: "bajo", measured: 1, half: 0.5, nineInTen: 0.5 },
    ]);
  });

  it("has the severity that the draft's intake gives, up to the agent's first word on it", () => {
    const was = withClocks(RESOLUCION);
    const draft: Policy = {
      ...was,
      classify: [
        { when: { is: "always" }, severity: "critico", provisional: true, clause: ["HB-14a"] },
      ],
    };
    const life = lifeUnder(was);
    life.does("2026-11-23 09:00", filing({ fields: { tipo: "no-lo-se" } }));
    life.does("2026-11-23 10:00", reply);
    const now = "2026-11-25 10:00";
    expect(reported(life, { was, draft, now })).toMatchObject({
      worse: 1,
      changed: [{ clock: "resolucion", severity: "critico" }],
    });
    life.does("2026-11-23 11:00", { do: "classify", severity: "bajo" });
    expect(reported(life, { was, draft, now })).toMatchObject({ worse: 0 });
  });

  it("counts a severity that the draft does not know, and measures nothing by it", () => {
    const was = withClocks(RESOLUCION);
    const draft: Policy = {
      ...was,
      severities: was.severities.filter(({ id }) => id !== "critico"),
      clocks: [{ ...RESOLUCION, within: { bajo: { limit: hours(1) } } }],
    };
    const life = lifeUnder(was);
    life.does("2026-11-23 09:00", filing());
    life.does("2026-11-23 09:10", { do: "classify", severity: "critico" });
    life.does("2026-11-23 10:00", reply);
    const report = reported(life, { was, draft, now: "2026-11-25 10:00" });
    expect(report.unknownSeverity).toBe(1);
    expect(report.rows.map(({ after }) => after.missed)).toEqual([0]);
  });

  it("ends where the draft's silence would have closed it, and says that the client spoke after", () => {
    const was = withClocks(RESOLUCION, {
      ...SILENCIO,
      within: { "*": { limit: hours(40) } },
      warn: [],
    });
    const draft = withClocks(RESOLUCION, {
      ...SILENCIO,
      within: { "*": { limit: hours(5) } },
      warn: [],
    });
    const life = lifeUnder(was);
    life.does("2026-11-23 09:00", filing());
    life.does("2026-11-23 10:00", { do: "ask", message: message(), for: "client" });
    life.does("2026-11-24 12:00", { do: "add", message: message("m2") });
    const one = compared(life, { was, draft, now: "2026-12-15 09:00" });
    expect(wallOf(one?.after.silentAt)).toBe("2026-11-23 15:00");
    expect(one?.after.spokeAfter).toBe(true);
    expect(one?.before.silentAt).toBeNull();
    // Without the draft's end, the promise would be missed by now.
    expect(one?.before.outcomes.map(({ result }) => result)).toEqual(["missed"]);
    expect(one?.after.outcomes).toEqual([]);
  });

  it("is counted at the level that had it when the promise was kept or missed", () => {
    const levels = [
      { level: "mesa", to: wall("2026-11-23 10:00") },
      { level: "operacion", to: wall("2026-11-23 12:00") },
    ];
    const ticket = { ...answeredAtNoon(PORTAL).ticket(), level: "mesa", stays: levels };
    const at = (time: string) => levelAt(ticket, wall(`2026-11-23 ${time}`));
    expect([at("09:59"), at("10:00"), at("12:00")]).toEqual(["mesa", "operacion", "mesa"]);
  });

  it("is left out where nothing was promised: held, or merged into another", () => {
    const was = contactWithin(4);
    const life = answeredAtNoon(was);
    const given = {
      before: { policy: versionOf(was, 1), calendars },
      now: wall("2026-11-24 09:00"),
    };
    const draft = given.before;
    const held = { ...life.ticket(), held: "unverified" } as const;
    expect(compareTicket(held, { ...given, draft })).toBeNull();
    life.does("2026-11-23 13:00", { do: "merge-into", survivor: "HD-2" });
    expect(compareTicket(life.ticket(), { ...given, draft })).toBeNull();
  });
});

const limits = fc.record({
  contact: fc.integer({ min: 1, max: 12 }),
  solution: fc.integer({ min: 1, max: 30 }),
  reply: fc.integer({ min: 1, max: 6 }),
  every: fc.integer({ min: 1, max: 9 }),
});

type Limits = typeof limits extends fc.Arbitrary<infer T> ? T : never;

function promising(given: Limits): Policy {
  return withClocks(
    { ...PRIMER_CONTACTO, within: { "*": { limit: hours(given.contact) } } },
    { ...RESOLUCION, within: { "*": { limit: hours(given.solution) } } },
    { ...SIGUIENTE, within: { "*": { limit: hours(given.reply) } } },
    { ...AVANCE, every: { "*": [{ every: hours(given.every) }] } },
  );
}

const step = fc.record({
  after: fc.nat(1_500).map((minutes) => minutes * MINUTE),
  act: fc.constantFrom<Act>(
    reply,
    { ...reply, progress: true },
    { do: "ask", message: message(), for: "client" },
    { do: "add", message: message() },
    { do: "classify", severity: "critico" },
    { do: "classify", severity: "bajo" },
    solve,
    { do: "confirm", solved: false, message: null },
    { do: "confirm", solved: true, message: null },
  ),
});
const steps = fc.array(step, { maxLength: 12 });

function lived(policy: Policy, acts: readonly { after: number; act: Act }[]) {
  const life = lifeUnder(policy);
  let now = wall("2026-11-23 09:00");
  life.does(now, filing());
  for (const { after, act } of acts) {
    now += after;
    life.tries(now, act);
  }
  return { life, now };
}

describe("a back-test", () => {
  it(
    "finds what would have been recorded, had the ticket been lived under the draft",
    () => {
      fc.assert(
        fc.property(limits, limits, steps, (first, second, acts) => {
          const was = promising(first);
          const draft = promising(second);
          const { life, now } = lived(was, acts);
          const there = lived(draft, acts);
          there.life.tries(now, { do: "pass" });
          const bound = (policy: Policy) => ({ policy: versionOf(policy, 1), calendars });
          const found = compareTicket(life.ticket(), {
            before: bound(was),
            draft: bound(draft),
            now,
          });
          const missed = found?.after.outcomes.filter(({ result }) => result === "missed");
          const { recordedBreaches } = there.life.ticket();
          const clocks = recordedBreaches.flatMap((one) => (one.withdrawn ? [] : [one.clock]));
          expect(missed?.map(({ clock }) => clock).toSorted()).toEqual(clocks.toSorted());
        }),
        { numRuns: livesOf(2_000) },
      );
    },
    RUNS_TIMEOUT,
  );

  it(
    "finds no difference between a policy and itself",
    () => {
      fc.assert(
        fc.property(limits, steps, (given, acts) => {
          const policy = promising(given);
          const { life, now } = lived(policy, acts);
          const bound = { policy: versionOf(policy, 1), calendars };
          const found = compareTicket(life.ticket(), { before: bound, draft: bound, now });
          expect(found?.after).toEqual(found?.before);
          if (found !== null) expect(tallyOf(5).add(found)).toEqual([]);
        }),
        { numRuns: livesOf(2_000) },
      );
    },
    RUNS_TIMEOUT,
  );

  it("names the worst tickets, and no more than it was asked for", () => {
    const was = contactWithin(4);
    const tally = tallyOf(2);
    for (const [i, minutes] of [10, 50, 30, 40].entries()) {
      const life = lifeUnder(was);
      life.does("2026-11-23 09:00", filing({ folio: `HD-${i}` }));
      life.does(wall("2026-11-23 11:00") + minutes * MINUTE, reply);
      const one = compared(life, { was, draft: contactWithin(2), now: "2026-11-24 09:00" });
      if (one !== null) expect(tally.add(one)).toHaveLength(1);
    }
    const { changed, worse } = tally.report();
    expect(worse).toBe(4);
    expect(changed.map(({ folio }) => folio)).toEqual(["HD-1", "HD-3"]);
  });
});
