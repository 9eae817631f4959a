import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { filing, lifeUnder, message } from "../../../test/kit/days.ts";
import type { Life } from "../../../test/kit/days.ts";
import { NIVELES, PORTAL, versionOf } from "../../../test/kit/packs.ts";
import {
  calendars,
  hours,
  PRIMER_CONTACTO,
  RESOLUCION,
  wall,
  wallOf,
} from "../../../test/kit/rules.ts";
import { isOpen } from "../calendar/arithmetic.ts";
import type { Policy } from "../policy/policy.ts";
import type { Act } from "../ticket/command.ts";
import { MINUTE } from "../time/instant.ts";
import { measureTicket } from "./measure.ts";
import type { MeasuredTicket } from "./measure.ts";

const reply = { do: "contact", message: message(), how: "reply" } as const;
const solve = { do: "solve", cause: "a", remedy: "b", message: message() } as const;
const contactWithin: Policy = {
  ...PORTAL,
  clocks: [{ ...PRIMER_CONTACTO, within: { "*": { limit: hours(4) } } }],
};

function measured(life: Life, policy: Policy, now: string | number): MeasuredTicket | null {
  const at = typeof now === "string" ? wall(now) : now;
  return measureTicket(life.ticket(), { policy: versionOf(policy, 1), calendars }, at);
}

function filedOn(at: string, policy: Policy = contactWithin): Life {
  const life = lifeUnder(policy);
  life.does(at, filing());
  return life;
}

describe("what the figures count of a ticket", () => {
  it("counts minutes of service up to the first contact, and the promise in the week of its deadline", () => {
    const life = filedOn("2026-11-20 17:00");
    life.does("2026-11-23 10:30", reply);
    expect(measured(life, contactWithin, "2026-11-23 11:00")).toMatchObject({
      arrivedOn: "2026-11-20",
      arrivedHour: 17,
      contactedOn: "2026-11-23",
      contactMinutes: 150,
      promises: [
        {
          clock: "primer-contacto",
          outcome: "kept",
          deadline: wall("2026-11-23 12:00"),
          dueOn: "2026-11-23",
          dueWeek: "2026-11-23",
          stoppedOn: "2026-11-23",
        },
      ],
    });
  });

  it("has a promise running until its deadline, and missed from then on, answered or not", () => {
    const life = filedOn("2026-11-23 09:00");
    const outcome = (now: string) => measured(life, contactWithin, now)?.promises[0]?.outcome;
    expect(outcome("2026-11-23 12:59")).toBe("running");
    expect(outcome("2026-11-23 13:00")).toBe("missed");
    life.does("2026-11-24 09:00", reply);
    const late = measured(life, contactWithin, "2026-11-24 10:00")?.promises[0];
    expect(late).toMatchObject({ outcome: "missed", stoppedOn: "2026-11-24" });
    expect(wallOf(late?.deadline)).toBe("2026-11-23 13:00");
  });

  it("counts nothing of spam", () => {
    const life = filedOn("2026-11-23 09:00");
    life.does("2026-11-23 09:30", { do: "close", reason: "spam" });
    expect(measured(life, contactWithin, "2026-11-23 10:00")).toBeNull();
  });

  it("says when a solution was first told, and that it came back", () => {
    const policy = { ...PORTAL, clocks: [RESOLUCION] };
    const life = filedOn("2026-11-23 09:00", policy);
    life.does("2026-11-23 10:00", solve);
    expect(measured(life, policy, "2026-11-23 10:30")).toMatchObject({
      solvedOn: "2026-11-23",
      reopened: false,
      turn: "solved",
    });
    life.does("2026-11-23 11:00", { do: "confirm", solved: false, message: null });
    expect(measured(life, policy, "2026-11-23 11:30")).toMatchObject({
      solvedOn: "2026-11-23",
      reopened: true,
      turn: "desk",
    });
  });
});

/** Minutes of service between two instants, one minute after the other. */
function slowMinutes(from: number, to: number): number {
  const calendar = calendars("oficina");
  let minutes = 0;
  for (let at = from; at + MINUTE <= to; at += MINUTE) if (isOpen(calendar, at)) minutes += 1;
  return minutes;
}

const act = fc.constantFrom<Act>(
  reply,
  solve,
  { do: "note", message: message() },
  { do: "add", message: message(), automatic: false },
  { do: "classify", severity: "critico" },
  { do: "classify", severity: "bajo" },
  { do: "route", to: "operacion" },
  { do: "confirm", solved: false, message: null },
  { do: "confirm", solved: true, message: null },
  { do: "close", reason: "by-agent" },
);
const START = wall("2026-11-20 15:00");
const day = fc.array(fc.tuple(fc.integer({ min: 1, max: 900 }), act), { maxLength: 12 });

describe("on any life of a ticket", () => {
  it("agrees with counting minute by minute", () => {
    const policy: Policy = { ...NIVELES, clocks: contactWithin.clocks };
    fc.assert(
      fc.property(day, (steps) => {
        const life = lifeUnder(policy);
        let now = START;
        life.does(wallOf(now) ?? "", filing());
        for (const [gap, one] of steps) {
          now += gap * MINUTE;
          life.tries(wallOf(now) ?? "", one);
        }
        const ticket = life.ticket();
        const found = measured(life, policy, now);
        if (found === null) throw new Error("only spam and merged ones are not counted");
        const contacted = ticket.trace.moments.find(({ mark }) => mark === "contacted")?.at;
        const minutes = contacted === undefined ? null : slowMinutes(START, contacted);
        expect(found.contactMinutes).toBe(minutes);
        const used = slowMinutes(START, contacted ?? ticket.closed?.at ?? now);
        const [promise] = found.promises;
        if (promise !== undefined) {
          expect(promise.outcome === "kept").toBe(contacted !== undefined && used <= 240);
          expect(promise.dueWeek <= promise.dueOn).toBe(true);
        }
        expect((found.turn === null) === (ticket.closed !== null)).toBe(true);
        const stayed = found.stays.reduce((sum, stay) => sum + stay.minutes, 0);
        const lived = ticket.closed === null ? 0 : slowMinutes(START, ticket.closed.at);
        expect(stayed).toBe(lived);
      }),
      { numRuns: 150 },
    );
  });
});
