import { describe, expect, it } from "vitest";
import type { Actor } from "../ticket/actor.ts";
import type { Fact } from "../ticket/event.ts";
import { DAY } from "../time/instant.ts";
import { hasFailedTooLong, nextAttempt, outcomeOf, waits } from "./attempts.ts";
import { factsOfHooks, hookTypeNames, hookTypeOf, hookTypes } from "./hook-types.ts";
import { noticeOf } from "./payload.ts";

const at = Date.UTC(2026, 10, 20, 16);
const where = { desk: "hib2b", folio: "HD 1/2", url: "https://plazo.example.com" };
const desk: Actor = { kind: "desk" };
const told = (fact: object, by: Actor = desk) =>
  noticeOf({ seq: 3, at, recorded: at, by, fact: fact as Fact }, where);
const clock = { clock: "solucion", round: 2, deadline: at };

/** A fact of each type that is told, and what is said of it besides where it is. */
const facts: readonly (readonly [type: string, fact: object, said: object])[] = [
  ["ticket.held", { type: "held", why: "unverified", secret: 1 }, { why: "unverified" }],
  ["ticket.admitted", { type: "admitted", why: "verified" }, { why: "verified" }],
  ["ticket.client_wrote", { type: "added", automatic: true, message: {} }, { automatic: true }],
  ["ticket.client_wrote", { type: "completed", fields: { a: "b" } }, {}],
  [
    "ticket.replied",
    { type: "contacted", how: "call", asks: "client", progress: false },
    { how: "call", asks: true, progress: false },
  ],
  [
    "ticket.replied",
    { type: "contacted", how: "reply", asks: null, progress: true },
    { how: "reply", asks: false, progress: true },
  ],
  ["ticket.noted", { type: "noted", message: { id: "m" } }, {}],
  [
    "ticket.classified",
    { type: "classified", severity: "alta", from: "baja", reason: "x" },
    { severity: "alta", from: "baja" },
  ],
  ["ticket.assigned", { type: "assigned", to: { id: "u1", name: "Ana" } }, { assignee: "u1" }],
  ["ticket.assigned", { type: "assigned", to: null }, { assignee: null }],
  [
    "ticket.routed",
    { type: "routed", to: "n2", from: "n1", reason: "x" },
    { level: "n2", from: "n1" },
  ],
  [
    "ticket.routed",
    { type: "handed-back", to: "n1", from: "n2", cause: "x" },
    { level: "n1", from: "n2" },
  ],
  ["ticket.routed", { type: "level-asked", to: "n2", from: "n1" }, { level: "n2", from: "n1" }],
  ["ticket.routed", { type: "level-answered", to: "n1", from: "n2" }, { level: "n1", from: "n2" }],
  [
    "ticket.paused",
    { type: "paused", reason: "scheduled", until: at },
    { reason: "scheduled", until: "2026-11-20T16:00:00Z" },
  ],
  [
    "ticket.paused",
    { type: "paused", reason: "waiting-for-client", until: null },
    { reason: "waiting-for-client", until: null },
  ],
  ["ticket.resumed", { type: "resumed", reason: "scheduled" }, { reason: "scheduled" }],
  ["ticket.solved", { type: "solved", cause: "x", remedy: "y" }, {}],
  ["ticket.confirmed", { type: "confirmed" }, {}],
  ["ticket.reopened", { type: "reopened" }, {}],
  ["ticket.closed", { type: "closed", reason: "silence", note: "x" }, { reason: "silence" }],
  ["ticket.merged", { type: "merged", into: "HD-9" }, { into: "HD-9" }],
  ["clock.warned", { type: "warned", ...clock }, {}],
  ["clock.breached", { type: "breached", ...clock, how: "late" }, { how: "late" }],
  [
    "clock.limit_moved",
    { type: "limit-moved", ...clock, promised: at + 1 },
    { promised: "2026-11-20T16:00:00.001Z" },
  ],
  [
    "clock.revised",
    { type: "revised", ...clock, what: "breach-withdrawn" },
    { what: "breach-withdrawn" },
  ],
];

describe("a notice of what happened", () => {
  it.each(facts)("%s of %j says %j and where it is, and no more", (...[type, fact, said]) => {
    const isClock = type.startsWith("clock.");
    const url = "https://plazo.example.com/api/v1/desks/hib2b/tickets/HD%201%2F2";
    expect(told(fact)).toEqual({
      type,
      timestamp: "2026-11-20T16:00:00Z",
      data: {
        ...{ desk: "hib2b", ticket: "HD 1/2", url, event: 3, by: "desk" },
        recorded: "2026-11-20T16:00:00Z",
        ...(isClock ? { clock: "solucion", round: 2, deadline: "2026-11-20T16:00:00Z" } : {}),
        ...said,
      },
    });
  });

  it("is there for each type that can be chosen", () => {
    const made = new Set([...facts.map(([type]) => type), "ticket.filed"]);
    expect([...made].toSorted()).toEqual([...hookTypeNames].toSorted());
  });

  it("says who acted by kind alone", () => {
    const staff = { kind: "staff", id: "u1", name: "Ana", level: null } as const;
    const by = (actor: Actor) => told({ type: "confirmed" }, actor).data["by"];
    expect(by(staff)).toBe("staff");
    expect(by({ ...staff, through: "integration" } as Actor)).toBe("integration");
    expect(by({ kind: "client", name: "Eva", address: "e@example.com", contact: null })).toBe(
      "client",
    );
  });

  it("of what nobody is told is a fault, and a clock without a deadline has none", () => {
    expect(() => told({ type: "turn-set" })).toThrow("turn-set");
    expect(told({ type: "warned", clock: "c", round: 1, deadline: null }).data).toMatchObject({
      deadline: null,
    });
  });
});

describe("the types that can be chosen", () => {
  it("are made of the events that they name, each once", () => {
    expect(factsOfHooks([])).toEqual([]);
    expect(factsOfHooks(["ticket.routed", "ticket.routed"])).toEqual(hookTypes["ticket.routed"]);
    for (const type of hookTypeNames)
      for (const fact of factsOfHooks([type])) expect(hookTypeOf(fact)).toBe(type);
    for (const name of ["constructor", "", "filed2"]) expect(hookTypeOf(name)).toBeNull();
  });
});

describe("an attempt that failed", () => {
  it("is made again after each wait in turn, up to a quarter sooner", () => {
    for (const [i, wait] of waits.entries()) {
      expect(nextAttempt(i + 1, 0)).toBe(wait);
      expect(nextAttempt(i + 1, 1)).toBe(wait * 0.75);
      if (i > 0) expect(wait).toBeGreaterThanOrEqual(waits[i - 1] ?? 0);
    }
    expect(nextAttempt(0, 0)).toBeNull();
    expect(nextAttempt(waits.length + 1, 0)).toBeNull();
  });

  it.each([
    [199, "again"],
    [200, "sent"],
    [299, "sent"],
    [300, "again"],
    [409, "again"],
    [410, "gone"],
    [411, "again"],
    [0, "again"],
  ] as const)("with status %i is %s", (status, outcome) => expect(outcomeOf(status)).toBe(outcome));

  it("switches its endpoint off after three days without a good one, to the millisecond", () => {
    expect(hasFailedTooLong(5, 5 + 3 * DAY - 1)).toBe(false);
    expect(hasFailedTooLong(5, 5 + 3 * DAY)).toBe(true);
  });
});
