import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { again, backOf, going, keyOf, nextOf } from "./lanes.ts";
import { notIn, remembered, settled, unseen, withoutBack } from "./lanes.ts";
import type { Underway } from "./lanes.ts";

const ximena = { id: "u1", name: "Ximena" };
const refused = { type: "about:blank", title: "no", status: 409, code: "no" };

const act = (id: string, changes: Partial<Underway> = {}): Underway => ({
  ...{ id, desk: "mesa", folio: "M-1", me: ximena, seq: 4, name: "assign", body: { to: "u2" } },
  ...{ at: 1_000, state: "waiting", made: null, problem: null, refused: 0 },
  ...changes,
});
const lane = { desk: "mesa", folio: "M-1", me: "u1" };
const states = (list: readonly Underway[]) => list.map(({ id, state }) => `${id} ${state}`);

describe("acts on their way", () => {
  it("go out one after the other on a ticket, in their order, and beside those of another", () => {
    const step = fc.record({
      folio: fc.constantFrom("M-1", "M-2", "M-3"),
      does: fc.constantFrom("press", "answer", "refuse"),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let list: readonly Underway[] = [];
        const sent: string[] = [];
        const go = (folio: string): void => {
          const next = nextOf(list, { desk: "mesa", folio });
          if (next === null) return;
          list = going(list, next.id);
          sent.push(next.id);
        };
        for (const [at, { folio, does }] of steps.entries()) {
          const out = list.find((one) => one.folio === folio && one.state === "going");
          if (does === "press") list = [...list, act(String(at).padStart(3, "0"), { folio })];
          else if (out !== undefined && does === "answer")
            list = settled(list, out.id, { made: at });
          else if (out !== undefined) list = settled(list, out.id, { problem: refused });
          go(folio);
          for (const of of ["M-1", "M-2", "M-3"]) {
            const own = list.filter((one) => one.folio === of);
            expect(own.filter(({ state }) => state === "going").length).toBeLessThanOrEqual(1);
            const mine = sent.filter((id) => own.some((one) => one.id === id));
            expect(mine).toEqual(mine.toSorted());
          }
        }
        // Nothing that was pressed is lost: it went out, or waits behind one that is out, or is shown as not done.
        for (const one of list)
          if (one.state === "waiting")
            expect(list.some((other) => other.folio === one.folio && other.state === "going")).toBe(
              true,
            );
      }),
    );
  });

  it("are put back with the one before them, and tried again in the same order as the ticket is seen then", () => {
    const before = [act("a", { state: "going" }), act("b"), act("c", { folio: "M-2" })];
    const back = settled(before, "a", { problem: refused });
    expect(states(back)).toEqual(["a back", "b back", "c waiting"]);
    expect(back.map(({ problem }) => problem?.code)).toEqual(["no", undefined, undefined]);
    expect(notIn(back.slice(0, 2), 4)).toEqual([]);
    const retried = again(back, lane, 9);
    expect(states(retried)).toEqual(["a waiting", "b waiting", "c waiting"]);
    expect(retried.map(({ seq }) => seq)).toEqual([9, 9, 4]);
    expect(nextOf(retried, lane)?.id).toBe("a");
  });

  it("are forgotten by hand, or where another of their kind takes their place", () => {
    const back = [act("a", { state: "back" }), act("b", { state: "back", name: "classify" })];
    expect(states(withoutBack(back, lane, "assign"))).toEqual(["b back"]);
    expect(withoutBack(back, lane)).toEqual([]);
  });

  it("are their own: whoever signs in after somebody in the same tab sends none of theirs, nor sees what they typed", () => {
    const tomas = { id: "u2", name: "Tomás" };
    const body = { severity: "alta", reason: "Lo pidió la clienta" } as const;
    const back = [
      act("a", { state: "back", name: "classify", body }),
      act("b", { state: "back", me: tomas }),
    ];
    const his = { ...lane, me: "u2" };
    expect(states(again(back, his, 9))).toEqual(["a back", "b waiting"]);
    expect(states(withoutBack(back, his))).toEqual(["a back"]);
    expect(backOf(back, his, "classify")).toBeUndefined();
    expect(backOf(back, lane, "classify")).toBe(body);
  });

  it("are asked for again under the same key where they may have been done, and under another where they were refused", () => {
    const keys = (problem: typeof refused) =>
      again(settled([act("a"), act("b")], "a", { problem }), lane, 9).map((one) => keyOf(one));
    for (const lost of [
      { ...refused, status: 0, code: "offline" },
      { ...refused, status: 502, code: "unreadable" },
      { ...refused, code: "idempotency-under-way" },
    ])
      expect(keys(lost)).toEqual(["a/0", "b/0"]);
    expect(keys(refused)).toEqual(["a/1", "b/0"]);
  });

  it("are shown over what was read until that holds them", () => {
    const list = [act("a", { state: "done", made: 5 }), act("b", { state: "going" })];
    expect(notIn(list, 4).map(({ id }) => id)).toEqual(["a", "b"]);
    expect(notIn(list, 5).map(({ id }) => id)).toEqual(["b"]);
    expect(remembered(list, 200_000).map(({ id }) => id)).toEqual(["b"]);
  });

  it("are one line where what is told live comes before the answer", () => {
    const lines = [act("a"), act("b")].map((one) => [one, { type: "assigned" }] as const);
    const entry = (seq: number, name: string, type = "assigned") => ({
      ...{ seq, type, by: { kind: "staff", name } as const },
    });
    const of = (...timeline: ReturnType<typeof entry>[]) =>
      unseen(lines, timeline).map(([{ id }]) => id);
    expect(of()).toEqual(["a", "b"]);
    // An older one, another person's and one of another kind are other lines.
    expect(of(entry(3, "Ximena"), entry(5, "Tomás"), entry(6, "Ximena", "noted"))).toEqual([
      "a",
      "b",
    ]);
    expect(of(entry(5, "Ximena"))).toEqual(["b"]);
    expect(of(entry(5, "Ximena"), entry(6, "Ximena"))).toEqual([]);
  });
});
