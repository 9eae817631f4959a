import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guardOrder, workable } from "./guard.ts";
import type { Candidate } from "./guard.ts";

const one = (folio: string, differs: Partial<Candidate> = {}): Candidate => ({
  folio,
  progress: "unattended",
  level: "mesa",
  assigneeId: null,
  severityRank: 0,
  dueAt: 1_000,
  taken: false,
  skipped: false,
  ...differs,
});
const me = { id: "me", level: null, firstLevel: "mesa" };
const given = (list: readonly Candidate[], who = me, seen: readonly string[] = []) =>
  guardOrder(list, who, new Set(seen)).map(({ folio }) => folio);

describe("what somebody on guard is given", () => {
  it("falls due first, the graver of two at once, and last what nothing falls due of", () => {
    const list = [
      one("never", { dueAt: null }),
      one("later", { dueAt: 2_000 }),
      one("light"),
      one("grave", { severityRank: 3 }),
    ];
    expect(given(list)).toEqual(["grave", "light", "later", "never"]);
  });

  it("is nobody's or their own, and nobody else is at it", () => {
    const list = [
      one("mine", { assigneeId: "me" }),
      one("hers", { assigneeId: "her" }),
      one("taken", { taken: true }),
      one("skipped", { skipped: true }),
      one("looked-at"),
      one("waiting", { progress: "waiting-for-client" }),
    ];
    expect(given(list, me, ["looked-at"])).toEqual(["mine"]);
  });

  it("is at their own level; at the desk's first one where they have none", () => {
    const list = [one("first"), one("second", { level: "operaciones", progress: "routed" })];
    expect(given(list)).toEqual(["first"]);
    expect(given(list, { ...me, level: "operaciones" } as never)).toEqual(["second"]);
  });

  it("never is what another has, whatever else is there", () => {
    const candidate = fc.record({
      folio: fc.uuid(),
      progress: fc.constantFrom(...workable),
      level: fc.constantFrom("mesa", "operaciones"),
      assigneeId: fc.option(fc.constantFrom("me", "her"), { nil: null }),
      severityRank: fc.integer({ min: 0, max: 4 }),
      dueAt: fc.option(fc.integer({ min: 0, max: 5_000 }), { nil: null }),
      taken: fc.boolean(),
      skipped: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(candidate, { maxLength: 30 }), (list) => {
        const order = guardOrder(list, me, new Set());
        expect(order.every((it) => !it.taken && !it.skipped && it.assigneeId !== "her")).toBe(true);
        const dues = order.map(({ dueAt }) => dueAt ?? Infinity);
        expect(dues).toEqual(dues.toSorted((a, b) => (a === b ? 0 : a - b)));
      }),
    );
  });

  it("of two that fall due at once and are as grave is their own before nobody's", () => {
    const list = [one("free"), one("own", { assigneeId: "me" })];
    expect(given(list)).toEqual(["own", "free"]);
    expect(given(list.map((it) => ({ ...it, dueAt: null })))).toEqual(["own", "free"]);
    expect(given([one("own", { assigneeId: "me" }), one("grave", { severityRank: 1 })])).toEqual([
      "grave",
      "own",
    ]);
  });

  it("is their own at whatever level, and nobody's at any level where the desk has none", () => {
    const away = one("own", { assigneeId: "me", level: "operaciones", progress: "routed" });
    expect(given([away])).toEqual(["own"]);
    const list = [one("first"), one("plain", { level: "" }), one("second", { level: "dos" })];
    expect(given(list)).toEqual(["first", "plain"]);
    const anywhere = { id: "me", level: null, firstLevel: null };
    expect(guardOrder(list, anywhere, new Set()).map(({ folio }) => folio)).toEqual([
      "first",
      "plain",
      "second",
    ]);
  });

  it.each([
    "waiting-for-client",
    "waiting-for-authorisation",
    "waiting-for-third-party",
    "scheduled",
    "solved",
    "closed",
  ] as const)("is never one in which it is not the desk's turn: %s", (progress) => {
    expect(given([one("x", { progress }), one("mine", { progress, assigneeId: "me" })])).toEqual(
      [],
    );
  });
});
