import { describe, expect, it } from "vitest";
import { filing, lifeUnder } from "../../../../test/kit/days.ts";
import { PORTAL } from "../../../../test/kit/packs.ts";
import type { DuplicateRule } from "../../policy/duplicate-rule.ts";
import { noFacts } from "../facts.ts";

const twice = { ...noFacts, duplicates: ["HD-7", "HD-5"] };
const under = (then: DuplicateRule["then"]) =>
  lifeUnder({ ...PORTAL, client: null, duplicates: { same: ["subject"], then, clause: ["FI-9"] } });
const monday = "2026-11-23 09:00";

describe("the same case filed again (FI-9, RD-6)", () => {
  it("is offered to the open tickets first, where the requester can be asked", () => {
    const again = filing({ sameProblem: "unasked" });
    expect(under("offer-adding").tries(monday, again, { facts: twice })).toEqual({
      refused: "case-probably-open",
      clause: ["FI-9"],
      facts: { folios: "HD-7 HD-5" },
    });
  });

  it("is filed, and marked, where they say that it is another case, or cannot be asked", () => {
    for (const act of [filing({ sameProblem: "denied" }), filing()]) {
      const life = under("offer-adding");
      life.does(monday, act, { facts: twice });
      expect(life.ticket()).toMatchObject({
        flags: ["probable-duplicate"],
        facts: { duplicates: "HD-7 HD-5" },
      });
    }
  });

  it("is refused whatever they say where the manual refuses it, but no mail is turned away", () => {
    for (const sameProblem of ["unasked", "denied"] as const)
      expect(
        under("refuse").tries(monday, filing({ sameProblem }), { facts: twice }),
      ).toMatchObject({
        refused: "case-open",
      });
    const life = under("refuse");
    life.does(monday, filing(), { facts: twice });
    expect(life.ticket().flags).toContain("probable-duplicate");
  });

  it("is offered, and never refused, where the manual says nothing: it is the very same invoice", () => {
    const silent = lifeUnder({ ...PORTAL, client: null });
    const again = filing({ sameProblem: "unasked" });
    expect(silent.tries(monday, again, { facts: twice })).toEqual({
      refused: "case-probably-open",
      clause: [],
      facts: { folios: "HD-7 HD-5" },
    });
    silent.does(monday, filing({ sameProblem: "denied" }), { facts: twice });
    expect(silent.ticket().flags).toEqual(["probable-duplicate"]);
  });

  it("is filed as any other where nothing that is open is alike", () => {
    const first = filing({ sameProblem: "unasked" });
    under("refuse").does(monday, first, { facts: noFacts });
    lifeUnder({ ...PORTAL, client: null }).does(monday, first, { facts: noFacts });
  });
});
