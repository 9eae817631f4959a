import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { policyWith } from "../../../test/kit/pack-problems.ts";
import { calendarsOf } from "../policy/bind.ts";
import { isRefusal } from "../refusal.ts";
import { DAY, HOUR } from "../time/instant.ts";
import { cannotAnnounce, earliestStart, processOf } from "./announce.ts";
import type { Announcing } from "./announce.ts";

const policy = policyWith({
  announcements: `
  cierre: { who: [client, agent], types: { mes: Del mes, anual: Del año }, ahead: 4h, clause: X-1 }
  mudanza: { who: [agent], ahead: true, clause: X-2 }`,
});
const calendars = calendarsOf(policy);
const now = Date.parse("2026-11-20T17:00:00-06:00");
/** Four hours of service from a Friday at five. */
const first = Date.parse("2026-11-23T12:00:00-06:00");

const asked: Announcing = {
  process: "cierre",
  type: "mes",
  starts: first,
  ends: first + DAY,
  by: "client",
};
const no = (more: Partial<Announcing>, at = now) =>
  cannotAnnounce({ ...asked, ...more }, { policy, calendars, now: at });
const code = (more: Partial<Announcing>, at = now) => no(more, at)?.refused ?? null;

describe("a process that is announced (RD-15c)", () => {
  it("is one of the policy, of one of its types", () => {
    expect(processOf(policy, "cierre")?.clause).toEqual(["X-1"]);
    expect(processOf(policy, "otro")).toBeUndefined();
    expect(no({ process: "otro" })).toMatchObject({
      refused: "process-unknown",
      field: "process",
      facts: { process: "otro" },
    });
    expect(no({ type: "semanal" })).toMatchObject({
      refused: "process-type-unknown",
      field: "type",
      facts: { type: "semanal", process: "cierre" },
    });
    expect(code({ type: null })).toBe("process-type-unknown");
    expect(code({ type: "anual" })).toBeNull();
    expect(code({ process: "mudanza", type: null, by: "agent" })).toBeNull();
    expect(code({ process: "mudanza", type: "mes", by: "agent" })).toBe("process-type-unknown");
  });

  it("is announced by those who may, and refused to others by its clause", () => {
    expect(code({ by: "agent" })).toBeNull();
    expect(no({ process: "mudanza", type: null })).toMatchObject({
      refused: "announcer-may-not",
      clause: ["X-2"],
      facts: { process: "mudanza" },
    });
  });

  it("ends after it starts, within a year of 366 days, to the millisecond", () => {
    expect(code({ ends: first })).toBe("process-ends-wrong");
    expect(code({ ends: first - 1 })).toBe("process-ends-wrong");
    expect(code({ ends: first + 1 })).toBeNull();
    expect(code({ ends: first + 366 * DAY })).toBeNull();
    expect(no({ ends: first + 366 * DAY + 1 })).toMatchObject({
      refused: "process-ends-wrong",
      field: "ends",
    });
  });

  it("is announced as long ahead as the policy says, in hours of service, to the millisecond", () => {
    expect(code({ starts: first })).toBeNull();
    expect(no({ starts: first - 1 })).toMatchObject({
      refused: "announced-late",
      field: "starts",
      clause: ["X-1"],
      facts: { starts: first - 1, earliest: first },
    });
    expect(code({ starts: first }, now + 1)).toBe("announced-late");
  });

  it("is announced before it starts, where the policy says no more", () => {
    const move = { process: "mudanza", type: null, by: "agent", ends: now + DAY } as const;
    expect(code({ ...move, starts: now + 1 })).toBeNull();
    expect(code({ ...move, starts: now })).toBe("announced-late");
    expect(code({ ...move, starts: now - 1 })).toBe("announced-late");
  });

  it("starts never earlier for being announced later", () => {
    const rule = processOf(policy, "cierre");
    if (rule === undefined) throw new Error("no process");
    const instant = fc.integer({ min: now - 300 * DAY, max: now + 300 * DAY });
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 200 * HOUR }), (at, later) => {
        const early = earliestStart(rule, { calendars, now: at }) ?? Number.NaN;
        const late = earliestStart(rule, { calendars, now: at + later }) ?? Number.NaN;
        expect(early).toBeGreaterThanOrEqual(at + 4 * HOUR);
        expect(late).toBeGreaterThanOrEqual(early);
        expect(code({ starts: early, ends: early + HOUR }, at)).toBeNull();
        expect(code({ starts: early - 1, ends: early + HOUR }, at)).toBe("announced-late");
      }),
    );
  });

  it("is never announced at a desk that never opens again", () => {
    const closed = policyWith({
      calendars: '{ oficina: { open: { mon: [] }, dates: { "2026-11-02": "09:00-18:00" } } }',
      clocks: "\n  uno: { from: received, to: contacted, on: elapsed, within: 4h, clause: X-1 }",
      announcements: "{ cierre: { who: [client], ahead: 4h, clause: X-1 } }",
    });
    const never = cannotAnnounce(
      { ...asked, type: null },
      { policy: closed, calendars: calendarsOf(closed), now },
    );
    if (never === null || !isRefusal(never)) throw new Error("it may be announced");
    expect(never).toMatchObject({ refused: "announced-late", facts: { earliest: null } });
  });
});
