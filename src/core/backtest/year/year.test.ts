import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PORTAL, versionOf } from "../../../../test/kit/packs.ts";
import { calendars, wall } from "../../../../test/kit/rules.ts";
import { isOpen } from "../../calendar/arithmetic.ts";
import type { Ticket } from "../../ticket/ticket.ts";
import { DAY, MINUTE } from "../../time/instant.ts";
import { compareTicket } from "../backtest.ts";
import { tallyOf } from "../tally.ts";
import { drawsOf } from "./draws.ts";
import { queueOf } from "./queue.ts";
import { generatedYear, type Load } from "./year.ts";

const version = versionOf(PORTAL, 1);
const year: Load = {
  from: wall("2026-01-05 00:00"),
  to: wall("2026-01-05 00:00") + 60 * DAY,
  perDay: 20,
  agents: 2,
  work: 25 * MINUTE,
  seed: 7,
};

function ticketsOf(load: Partial<Load> = {}): Ticket[] {
  return [...generatedYear(version, calendars, { ...year, ...load })];
}

/** Tickets with a promise that was missed, of a hundred. */
function missedOf(load: Partial<Load>): number {
  const tally = tallyOf(0);
  const bound = { policy: version, calendars };
  const now = year.to + 30 * DAY;
  for (const ticket of ticketsOf(load)) {
    const one = compareTicket(ticket, { before: bound, draft: bound, now });
    if (one !== null) tally.add(one);
  }
  const { rows } = tally.report();
  const sum = (of: "met" | "missed") => rows.reduce((n, { before }) => n + before[of], 0);
  return (100 * sum("missed")) / (sum("met") + sum("missed"));
}

describe("a generated year", () => {
  it("is the same for the same seed, and another for another", () => {
    expect(ticketsOf()).toEqual(ticketsOf());
    expect(ticketsOf({ seed: 8 })).not.toEqual(ticketsOf());
  });

  it("brings as many tickets as asked for, each with its own folio, in the period", () => {
    const tickets = ticketsOf();
    expect(tickets.length / 60).toBeGreaterThan(18);
    expect(tickets.length / 60).toBeLessThan(22);
    expect(new Set(tickets.map(({ folio }) => folio)).size).toBe(tickets.length);
    expect(tickets.every(({ filedAt }) => filedAt >= year.from && filedAt < year.to)).toBe(true);
  });

  it("has nothing happen to a ticket before it was filed", () => {
    for (const { trace, filedAt } of ticketsOf({ agents: 5 })) {
      expect(trace.moments[0]).toMatchObject({ mark: "received", at: filedAt });
    }
  });

  it("is worked on in the desk's hours alone, and filed mostly in them", () => {
    const office = calendars("oficina");
    const tickets = ticketsOf();
    const ofDesk = tickets.flatMap(({ trace }) =>
      trace.moments.filter(({ mark }) => mark === "contacted" || mark === "solved"),
    );
    // Work may end at the very closing.
    expect(ofDesk.every(({ at }) => isOpen(office, at) || isOpen(office, at - 1))).toBe(true);
    const inHours = tickets.filter(({ filedAt }) => isOpen(office, filedAt)).length;
    expect(inHours / tickets.length).toBeGreaterThan(0.5);
    expect(inHours / tickets.length).toBeLessThan(0.9);
  });

  it("misses more with fewer people, and next to nothing with plenty", () => {
    const shares = [1, 2, 12].map((agents) => missedOf({ agents }));
    expect(shares[0]).toBeGreaterThan(shares[1] ?? 0);
    expect(shares[1]).toBeGreaterThanOrEqual(shares[2] ?? 0);
    expect(shares[2]).toBeLessThan(1);
  });

  it("brings nothing where nobody works", () => {
    expect(ticketsOf({ perDay: 0 })).toEqual([]);
  });
});

describe("a queue", () => {
  it("gives the earliest first, and what is equal in the order it came", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), (instants) => {
        const queue = queueOf<number>();
        for (const [nth, at] of instants.entries()) queue.put(at, nth);
        const taken = [];
        for (let one = queue.take(); one !== null; one = queue.take()) taken.push(one);
        const sorted = instants
          .map((at, thing) => ({ at, thing }))
          .toSorted((a, b) => a.at - b.at || a.thing - b.thing);
        expect(taken).toEqual(sorted);
        expect(queue.first()).toBe(Infinity);
      }),
    );
  });
});

describe("draws", () => {
  it("have the means that they are asked for", () => {
    const draws = drawsOf(1);
    const mean = (draw: () => number): number => {
      let sum = 0;
      for (let i = 0; i < 20_000; i += 1) sum += draw();
      return sum / 20_000;
    };
    expect(mean(draws.part)).toBeCloseTo(0.5, 1);
    expect(mean(() => draws.count(3)) / 3).toBeCloseTo(1, 1);
    expect(mean(() => draws.wait(10)) / 10).toBeCloseTo(1, 1);
    expect(mean(() => (draws.duration(10) <= 10 ? 1 : 0))).toBeCloseTo(0.5, 1);
    expect(mean(() => (draws.chance(30) ? 1 : 0))).toBeCloseTo(0.3, 1);
  });
});
