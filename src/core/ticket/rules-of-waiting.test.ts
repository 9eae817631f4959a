import { describe, expect, it } from "vitest";
import { codeOf, filing, lifeUnder, message } from "../../../test/kit/days.ts";
import { wall } from "../../../test/kit/rules.ts";

const filed = () => {
  const life = lifeUnder();
  life.does("2026-11-23 09:30", filing());
  return life;
};
const asked = () => {
  const life = filed();
  life.does("2026-11-23 10:00", { do: "ask", message: message(), for: "client" });
  return life;
};

describe("rule 5: waiting for the client opens only with something put to the client in public", () => {
  it.each([
    ["a note", { do: "note", message: message("m2") }],
    ["an assignment", { do: "assign", to: { id: "s1", name: "Agente Uno" } }],
    ["a severity", { do: "classify", severity: "critico" }],
    ["an unanswered call", { do: "log-attempt", outcome: "no-answer" }],
    ["a word that asks nothing", { do: "contact", message: message("m2"), how: "reply" }],
  ] as const)("%s opens none", (_what, act) => {
    const life = filed();
    life.does("2026-11-23 10:00", act);
    expect([life.ticket().awaiting, life.ticket().trace.pauses]).toEqual([null, []]);
  });

  it("a question does, and so does a solution to confirm", () => {
    expect(asked().ticket()).toMatchObject({
      awaiting: "client",
      trace: {
        pauses: [{ reason: "waiting-for-client", from: wall("2026-11-23 10:00"), to: null }],
      },
    });
    const solved = filed();
    solved.does("2026-11-23 10:00", {
      do: "solve",
      cause: "Se apagó",
      remedy: "Se encendió",
      message: message("m2"),
    });
    expect(solved.ticket().awaiting).toBe("confirmation");
  });

  it.each(["mail", "form", "phone"])(
    "a message of the client by %s ends it by itself, at its own instant",
    (channel) => {
      const life = asked();
      const heard = message("m2", channel);
      const at = channel === "mail" ? { at: "2026-11-23 11:00" } : {};
      const told = channel === "mail" ? "2026-11-23 11:20" : "2026-11-23 11:00";
      life.does(told, { do: "add", message: heard }, at);
      expect(life.ticket()).toMatchObject({
        awaiting: null,
        trace: { pauses: [{ reason: "waiting-for-client", to: wall("2026-11-23 11:00") }] },
      });
    },
  );

  it("an out-of-office never ends it", () => {
    const life = asked();
    life.does("2026-11-23 11:00", { do: "add", message: message("m2"), automatic: true });
    expect(life.ticket()).toMatchObject({ awaiting: "client", trace: { pauses: [{ to: null }] } });
  });
});

describe("rule 6: silence runs on after a reminder", () => {
  it("the warning that the ticket will be closed does not put the closing off", () => {
    const life = asked();
    life.sleepsUntil("2026-11-24 10:00");
    expect(life.told().map(({ moment }) => moment)).toContain("warned-silence");
    life.sleepsUntil("2026-11-30 12:00");
    expect(life.ticket().closed).toEqual({ at: wall("2026-11-25 10:00"), reason: "silence" });
  });
});

describe("rule 13: after the window, closed stays closed", () => {
  it("neither words nor “not solved” reopen what silence closed", () => {
    const life = asked();
    life.sleepsUntil("2026-11-30 12:00");
    const said = message("m2");
    const acts = [
      { do: "add", message: said },
      { do: "confirm", solved: false, message: said },
    ] as const;
    for (const act of acts) {
      expect(codeOf(life.tries("2026-11-30 12:00", act))).toBeTypeOf("string");
      expect(life.ticket().closed?.reason).toBe("silence");
    }
  });
});
