import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agente, filing, type Life, lifeUnder, message, paidUp } from "../../../test/kit/days.ts";
import { PORTAL, versionOf } from "../../../test/kit/packs.ts";
import {
  AVANCE,
  calendars,
  hours,
  PRIMER_CONTACTO,
  RESOLUCION,
  SIGUIENTE,
  wall,
  wallOf,
} from "../../../test/kit/rules.ts";
import { livesOf, RUNS_TIMEOUT } from "../../../test/kit/runs.ts";
import type { ClockReading } from "../clock/clock.ts";
import { readClocks } from "../clock/readings.ts";
import type { ClockRule } from "../policy/clock-rule.ts";
import type { Policy } from "../policy/policy.ts";
import { isRefusal } from "../refusal.ts";
import { HOUR } from "../time/instant.ts";
import type { Act } from "./command.ts";
import { decide } from "./decide.ts";
import type { TicketEvent } from "./event.ts";
import { fold } from "./evolve.ts";
import type { Ticket } from "./ticket.ts";
import { watched } from "./view.ts";

const LIVES = livesOf(2_000);

const move = { do: "rebind", policy: 2, reason: "acuerdo nuevo" } as const;
const reply = { do: "contact", message: message(), how: "reply" } as const;

function withClocks(...clocks: readonly ClockRule[]): Policy {
  return { ...PORTAL, clocks };
}

/** First contact within so many hours of the office. */
function contactWithin(limit: number): Policy {
  return withClocks({ ...PRIMER_CONTACTO, within: { "*": { limit: hours(limit) } } });
}

function readingsOf(ticket: Ticket, policy: Policy, now: string): ClockReading[] {
  const binding = { policy: versionOf(policy, ticket.policy), calendars };
  return readClocks(watched(ticket, binding, wall(now)), wall(now));
}

function shown(life: Life, policy: Policy, now: string): unknown[] {
  return readingsOf(life.ticket(), policy, now).map(({ status, breach, limit }) => [
    status,
    wallOf(breach?.at),
    breach?.how ?? null,
    wallOf(limit),
  ]);
}

describe("a ticket that is moved to another version of the policy", () => {
  it("is late by the new promise at the move, as reclassified, and never before it", () => {
    const life = lifeUnder(contactWithin(4));
    life.does("2026-11-23 09:00", filing());
    life.does("2026-11-23 12:30", move, { next: contactWithin(2) });
    expect(life.record().filter((line) => line.startsWith("breached"))).toEqual([
      "breached primer-contacto 2026-11-23 12:30",
    ]);
    expect(life.events().at(-1)?.fact).toMatchObject({
      how: "reclassified",
      deadline: wall("2026-11-23 11:00"),
    });
    expect(shown(life, contactWithin(2), "2026-11-23 13:00")).toEqual([
      ["missed", "2026-11-23 12:30", "reclassified", "2026-11-23 11:00"],
    ]);
  });

  it("stays missed where its breach is recorded, however long the new promise is", () => {
    const life = lifeUnder(contactWithin(4));
    life.does("2026-11-23 09:00", filing());
    life.does("2026-11-23 14:00", move, { next: contactWithin(8) });
    const missed = ["missed", "2026-11-23 13:00", "late", "2026-11-23 17:00"];
    expect(shown(life, contactWithin(8), "2026-11-23 14:00")).toEqual([missed]);
    life.does("2026-11-23 15:00", reply);
    expect(shown(life, contactWithin(8), "2026-11-24 10:00")).toEqual([missed]);
    life.does("2026-11-24 10:00", { do: "pass" });
    expect(life.ticket().recordedBreaches).toHaveLength(1);
  });

  it("stays met where it was met by the promise that held then", () => {
    const life = lifeUnder(contactWithin(4));
    life.does("2026-11-23 09:00", filing());
    life.does("2026-11-23 12:00", reply);
    life.does("2026-11-23 15:00", move, { next: contactWithin(2) });
    expect(life.ticket().recordedBreaches).toEqual([]);
    expect(shown(life, contactWithin(2), "2026-11-23 16:00")).toEqual([
      ["met", null, null, "2026-11-23 11:00"],
    ]);
  });

  it("is missed at the breach of the first version still, when it is moved a second time", () => {
    const life = lifeUnder(contactWithin(4));
    life.does("2026-11-23 09:00", filing());
    life.does("2026-11-23 12:30", move, { next: contactWithin(2) });
    life.does("2026-11-23 14:00", { ...move, policy: 3 }, { next: contactWithin(8) });
    expect(shown(life, contactWithin(8), "2026-11-23 15:00")).toEqual([
      ["missed", "2026-11-23 12:30", "reclassified", "2026-11-23 17:00"],
    ]);
  });

  it("withdraws a breach of before the move where a call logged late had met it", () => {
    const life = lifeUnder(contactWithin(4));
    life.does("2026-11-23 09:00", filing());
    life.does("2026-11-23 14:00", move, { next: contactWithin(8) });
    const call = { do: "contact", message: message(), how: "call" } as const;
    life.does("2026-11-23 16:00", call, { at: "2026-11-23 12:00" });
    expect(life.ticket().recordedBreaches).toMatchObject([{ withdrawn: true }]);
    expect(shown(life, contactWithin(8), "2026-11-23 16:00")).toEqual([
      ["met", null, null, "2026-11-23 17:00"],
    ]);
  });

  it("warns anew where the new promise puts the warning ahead, and once at the move where it is past", () => {
    const warned = (limit: number): Policy =>
      withClocks({
        ...PRIMER_CONTACTO,
        within: { "*": { limit: hours(limit) } },
        warn: [{ share: 0.5 }],
      });
    const longer = lifeUnder(warned(4));
    longer.does("2026-11-23 09:00", filing());
    longer.does("2026-11-23 12:00", move, { next: warned(8) });
    longer.sleepsUntil("2026-11-23 18:00");
    const times = (life: Life) => life.record().filter((line) => line.startsWith("warned"));
    expect(times(longer)).toEqual([
      "warned primer-contacto 2026-11-23 11:00",
      "warned primer-contacto 2026-11-23 13:00",
    ]);
    const shorter = lifeUnder(warned(8));
    shorter.does("2026-11-23 09:00", filing());
    shorter.does("2026-11-23 12:00", move, { next: warned(4) });
    shorter.does("2026-11-23 12:00", { do: "pass" });
    expect(times(shorter)).toEqual(["warned primer-contacto 2026-11-23 12:00"]);
  });

  it("starts the rhythm of updates again, and keeps the rounds that it had missed", () => {
    const every = (n: number): Policy =>
      withClocks({ ...AVANCE, every: { "*": [{ every: hours(n) }] } });
    const life = lifeUnder(every(2));
    life.does("2026-11-23 09:00", filing());
    life.does("2026-11-23 14:30", move, { next: every(3) });
    life.sleepsUntil("2026-11-23 18:00");
    expect(life.record().filter((line) => line.startsWith("breached"))).toEqual([
      "breached avance 2026-11-23 11:00",
      "breached avance 2026-11-23 13:00",
      "breached avance 2026-11-23 17:30",
    ]);
    expect(shown(life, every(3), "2026-11-23 18:00").map((row) => (row as unknown[])[0])).toEqual([
      "missed",
      "missed",
      "cancelled",
      "missed",
      "running",
    ]);
  });
});

interface Limits {
  readonly contact: number;
  readonly solution: number;
  readonly reply: number;
  readonly every: number;
}

const limits: fc.Arbitrary<Limits> = fc.record({
  contact: fc.integer({ min: 1, max: 12 }),
  solution: fc.integer({ min: 1, max: 30 }),
  reply: fc.integer({ min: 1, max: 6 }),
  every: fc.integer({ min: 1, max: 9 }),
});

function promising(given: Limits): Policy {
  return withClocks(
    { ...PRIMER_CONTACTO, within: { "*": { limit: hours(given.contact) } } },
    { ...RESOLUCION, within: { "*": { limit: hours(given.solution) } } },
    { ...SIGUIENTE, within: { "*": { limit: hours(given.reply) } } },
    { ...AVANCE, every: { "*": [{ every: hours(given.every) }] } },
  );
}

const act: fc.Arbitrary<Act> = fc.constantFrom<Act>(
  reply,
  { ...reply, progress: true },
  { do: "ask", message: message(), for: "client" },
  { do: "add", message: message() },
  { do: "classify", severity: "critico" },
  { do: "solve", cause: "a", remedy: "b", message: message() },
  { do: "confirm", solved: false, message: null },
  { do: "pass" },
);

const step = fc.record({
  after: fc.nat(1_500).map((minutes) => (minutes * HOUR) / 60),
  wish: fc.oneof(act, limits),
});

interface Lived {
  readonly events: readonly TicketEvent[];
  readonly ticket: Ticket;
  readonly policy: Policy;
  readonly now: number;
}

const ofClient = new Set<Act["do"]>(["add", "confirm"]);
const client = { kind: "client", name: null, address: null, contact: null } as const;

/** Lives a life in which some steps move the ticket to other promises. */
function live(first: Limits, steps: readonly { after: number; wish: Act | Limits }[]): Lived {
  let now = wall("2026-11-23 09:00");
  let policy = promising(first);
  const base = { calendars, facts: paidUp, readUpTo: null };
  const filed = decide(
    null,
    { by: client, act: filing() },
    { ...base, policy: versionOf(policy, 1), now },
  );
  if (isRefusal(filed)) throw new Error("not filed");
  let { ticket } = filed;
  const events = [...filed.events];
  for (const { after, wish } of [...steps, { after: 0, wish: { do: "pass" } as const }]) {
    now += after;
    const next = "do" in wish ? null : promising(wish);
    const one: Act = "do" in wish ? wish : { ...move, policy: ticket.policy + 1 };
    const context = { ...base, policy: versionOf(policy, ticket.policy), now };
    const decided = decide(
      ticket,
      { by: ofClient.has(one.do) ? client : agente, act: one },
      next === null
        ? context
        : { ...context, next: { policy: versionOf(next, ticket.policy + 1), calendars } },
    );
    if (isRefusal(decided)) continue;
    policy = next ?? policy;
    ticket = decided.ticket;
    events.push(...decided.events);
  }
  return { events, ticket, policy, now };
}

const oneHour: Limits = { contact: 1, solution: 1, reply: 1, every: 1 };

/** Moved at the very deadline, which records the breach, and answered at that same instant. */
const ANSWERED_AT_THE_INSTANT: [Limits, { after: number; wish: Act | Limits }[]] = [
  oneHour,
  [
    { after: HOUR, wish: oneHour },
    { after: 0, wish: reply },
  ],
];

/** Moved at the very instant at which a round of the rhythm ends. */
const MOVED_AT_THE_END_OF_A_ROUND: [[Limits, { after: number; wish: Act | Limits }[]], Limits] = [
  [
    oneHour,
    [
      { after: HOUR, wish: reply },
      { after: 25 * HOUR, wish: reply },
    ],
  ],
  oneHour,
];

interface Breached {
  readonly clock: string;
  readonly at: number;
  readonly how: string;
}

/**
 * The breaches that were recorded and stand. Nothing is logged late here, so the only ones that may
 * have been withdrawn are of the very instant of the act that came after them.
 */
function withoutOvertaken(events: readonly TicketEvent[]): Breached[] {
  const breaches: (Breached & { readonly deadline: number })[] = [];
  for (const { at, fact } of events) {
    if (fact.type === "breached") {
      breaches.push({ clock: fact.clock, at, how: fact.how, deadline: fact.deadline });
    }
    if (fact.type !== "revised") continue;
    const index = breaches.findIndex(
      ({ clock, deadline }) => clock === fact.clock && deadline === fact.deadline,
    );
    expect(fact.what).toBe("breach-withdrawn");
    expect(breaches[index]?.at).toBe(at);
    breaches.splice(index, 1);
  }
  return breaches;
}

const lives = fc.tuple(limits, fc.array(step, { maxLength: 14 }));

describe("however often a ticket is moved", () => {
  it(
    "no breach is recorded before the move that made it, and folding is deciding",
    () => {
      fc.assert(
        fc.property(lives, ([first, steps]) => {
          const { events, ticket } = live(first, steps);
          let moved = -Infinity;
          for (const { at, fact } of events) {
            if (fact.type === "rebound") moved = at;
            if (fact.type === "breached" || fact.type === "warned") {
              expect(at).toBeGreaterThanOrEqual(moved);
            }
          }
          expect(fold(events)).toEqual(ticket);
        }),
        { numRuns: LIVES },
      );
    },
    RUNS_TIMEOUT,
  );

  it(
    "a breach that is recorded is read as missed, and every breach that is read is recorded",
    () => {
      fc.assert(
        fc.property(lives, ([first, steps]) => {
          const { events, ticket, policy, now } = live(first, steps);
          const binding = { policy: versionOf(policy, ticket.policy), calendars };
          const read = readClocks(watched(ticket, binding, now), now).flatMap(
            ({ rule, status, breach }) => {
              if (breach === null) return [];
              expect(status).toBe("missed");
              return rule.against === "desk" ? [`${rule.id} ${breach.at} ${breach.how}`] : [];
            },
          );
          const stands = withoutOvertaken(events).map(
            ({ clock, at, how }) => `${clock} ${at} ${how}`,
          );
          expect(read.toSorted()).toEqual(stands.toSorted());
        }),
        { numRuns: LIVES, examples: [[ANSWERED_AT_THE_INSTANT]] },
      );
    },
    RUNS_TIMEOUT,
  );

  it(
    "moved to other promises and back is never moved, but for the recorded facts and the rhythm",
    () => {
      fc.assert(
        fc.property(lives, limits, ([first, steps], other) => {
          const acts = steps.filter(({ wish }) => "do" in wish);
          const never = live(first, acts);
          const there = { after: 0, wish: other };
          const back = live(first, [...acts, there, { after: 0, wish: first }]);
          if (never.ticket.closed !== null) return;
          const facts = ({ ticket, policy, now }: Lived): unknown[] => {
            const binding = { policy: versionOf(policy, ticket.policy), calendars };
            return readClocks(watched(ticket, binding, now), now)
              .filter(({ rule }) => rule.rounds !== "rhythm")
              .map(({ used, limit, from, stopped }) => ({ used, limit, from, stopped }));
          };
          expect(facts(back)).toEqual(facts(never));
          // A round of the rhythm that ends at the very instant of the move gives way to the new one.
          const stands = ({ ticket, now }: Lived) =>
            ticket.recordedBreaches
              .filter(({ clock, at }) => clock !== AVANCE.id || at < now)
              .map(({ at }) => at);
          expect(stands(back)).toEqual(expect.arrayContaining(stands(never)));
        }),
        { numRuns: LIVES, examples: [MOVED_AT_THE_END_OF_A_ROUND] },
      );
    },
    RUNS_TIMEOUT,
  );
});
