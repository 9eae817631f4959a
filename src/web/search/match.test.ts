import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ticketActs } from "../acts/registry.ts";
import { actName, actWords } from "../../words/workspace/verbs.ts";
import { inSteadyOrder, matching } from "./match.ts";

const acts = ticketActs.map(({ id }) => ({ id, label: actName(id, "es"), also: actWords(id) }));
const first = (written: string): string | undefined => matching(written, acts)[0]?.id;

describe("a verb", () => {
  it.each([
    ["asignarme", "assignToMe"],
    ["asig", "assignToMe"],
    ["clasif", "classify"],
    ["severidad", "classify"],
    ["resolv", "solve"],
    ["solucion", "solve"],
    ["solución", "solve"],
    ["nota", "note"],
    ["pregun", "ask"],
    ["fusionar", "merge"],
    ["unir", "merge"],
    ["merge", "merge"],
    ["snooze", "schedule"],
    ["reg llam", "log-call"],
    ["cerrar", "close"],
    ["escalar", "route"],
  ])("is found by «%s»: %s", (written, id) => {
    expect(first(written)).toBe(id);
  });

  it("is found by the beginning of its name whatever its accents, and not by what is in the middle of a word", () => {
    for (const { id, label } of acts)
      expect(matching(label.slice(0, 6), acts).map((one) => one.id)).toContain(id);
    expect(matching("ificar", acts)).toEqual([]);
    expect(matching("  ", acts)).toEqual([]);
  });
});

describe("the order of what is found while one types", () => {
  it("never moves what is shown already, and loses and repeats nothing", () => {
    const keys = fc.uniqueArray(fc.string({ maxLength: 3 }));
    fc.assert(
      fc.property(keys, keys, (shown, found) => {
        const ordered = inSteadyOrder(shown, found, (key) => key);
        expect([...ordered].toSorted()).toEqual([...found].toSorted());
        const kept = shown.filter((key) => found.includes(key));
        expect(ordered.slice(0, kept.length)).toEqual(kept);
      }),
    );
  });
});
