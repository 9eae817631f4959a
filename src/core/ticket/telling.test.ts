import { describe, expect, it } from "vitest";
import { filing, lifeUnder, message } from "../../../test/kit/days.ts";
import { NIVELES, PORTAL } from "../../../test/kit/packs.ts";
import { wall } from "../../../test/kit/rules.ts";

const filed = "2026-11-23 09:30";

describe("what must be told", () => {
  it("names the rule, the message, its channels and what it says", () => {
    const life = lifeUnder();
    life.does(filed, filing());
    expect(life.told()).toEqual([
      {
        to: "client",
        moment: "received",
        seq: 1,
        at: wall(filed),
        rule: 0,
        message: "m-received",
        by: ["page", "mail"],
        says: ["folio"],
        clock: null,
      },
    ]);
  });

  it("goes by the conditions of the rules, seen just after the event", () => {
    const rules = PORTAL.tell.map((rule) =>
      rule.on === "received" ? { ...rule, when: { is: "channel" as const, in: ["mail"] } } : rule,
    );
    const life = lifeUnder({ ...PORTAL, tell: rules });
    life.does(filed, filing());
    expect(life.told()).toEqual([]);
    const byMail = lifeUnder({ ...PORTAL, tell: rules });
    byMail.does(filed, filing({ channel: "mail" }));
    expect(byMail.told()).toHaveLength(1);
  });

  it("follows every rule of a moment", () => {
    const received = PORTAL.tell[0] as (typeof PORTAL.tell)[number];
    const life = lifeUnder({ ...PORTAL, tell: [received, { ...received, message: "otro" }] });
    life.does(filed, filing());
    expect(life.told().map(({ rule, message: id }) => [rule, id])).toEqual([
      [0, "m-received"],
      [1, "otro"],
    ]);
  });

  it("tells a question as an answer where the policy has no rule for questions (RD-9)", () => {
    const without = { ...PORTAL, tell: PORTAL.tell.filter(({ on }) => on !== "asked") };
    const life = lifeUnder(without);
    life.does(filed, filing());
    const { told } = life.does("2026-11-23 10:00", {
      do: "ask",
      message: message(),
      for: "client",
    });
    expect(told.map(({ moment }) => moment)).toEqual(["answered"]);
  });

  it("tells nobody of a note, an attempt, a hand-back or what the client did", () => {
    const life = lifeUnder(NIVELES);
    life.does(filed, filing());
    const before = life.told().length;
    life.does(filed, { do: "note", message: message() });
    life.does(filed, { do: "log-attempt", outcome: "left-message" });
    life.does(filed, { do: "route", to: "operacion" });
    life.does(filed, { do: "hand-back", cause: "a", remedy: "b" });
    life.does(filed, { do: "add", message: message("m1", "form") });
    expect(life.told().slice(before)).toEqual([]);
  });

  it("tells staff of a breach with its clock, even after downtime", () => {
    const life = lifeUnder();
    life.does(filed, filing());
    const { told } = life.does("2026-11-30 10:00", { do: "pass" });
    expect(told).toEqual([
      {
        to: "staff",
        moment: "breached",
        seq: 3,
        at: wall("2026-11-23 13:30"),
        rule: null,
        message: null,
        by: [],
        says: [],
        clock: { id: "primer-contacto", round: 1, deadline: wall("2026-11-23 13:30") },
      },
    ]);
  });

  it("answers no spam", () => {
    const life = lifeUnder();
    life.does(filed, filing());
    expect(life.does("2026-11-23 10:00", { do: "close", reason: "spam" }).told).toEqual([]);
  });

  it("tells of the closing once, whoever closed", () => {
    for (const act of [{ do: "withdraw" }, { do: "close", reason: "out-of-scope" }] as const) {
      const life = lifeUnder();
      life.does(filed, filing());
      const { told } = life.does("2026-11-23 10:00", act);
      expect(told.map(({ moment, to }) => [moment, to])).toEqual([["closed", "client"]]);
    }
  });
});
