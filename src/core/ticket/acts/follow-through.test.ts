import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agente, codeOf, filing, lifeUnder, message, ximena } from "../../../../test/kit/days.ts";
import type { Life } from "../../../../test/kit/days.ts";
import { policyOf, projectText } from "../../../../test/kit/policy-packs.ts";
import { calendarsOf } from "../../policy/bind.ts";
import { fold } from "../evolve.ts";

const read = (pack: string) => policyOf(projectText(`policies/${pack}/policy.yaml`));
const connect = read("cfd-connect");
const factura = read("interfactura");
const at = (level: string | null) => ({ by: { ...agente, id: `s-${level}`, level } });

function called(): Life {
  const life = lifeUnder(connect, calendarsOf(connect));
  life.does(
    "2026-11-23 09:30",
    filing({ form: "soporte", channel: "phone", fields: { tipo: "duda" } }),
  );
  return life;
}

const found = { cause: "Un servidor detenido", remedy: "Se reinició" };

describe("a solution that is told in turn (CC-11)", () => {
  it("is stated without words of one's own, and a call is due at once", () => {
    const life = called();
    const told = { do: "solve", ...found, message: message("m1"), made: true } as const;
    life.does("2026-11-23 10:00", told, at("mesa"));
    expect(life.ticket()).toMatchObject({
      solution: { told: false },
      turn: { turn: 0, channel: "phone", fell: true },
    });
  });

  it("refuses words of one's own, which would be mailed before anybody called", () => {
    const own = { do: "solve", ...found, message: message("m1") } as const;
    expect(codeOf(called().tries("2026-11-23 10:00", own, at("mesa")))).toBe("told-in-turn");
  });

  it("falls due as soon as the desk opens where it is found outside its hours", () => {
    const life = called();
    life.does("2026-11-23 21:00", { do: "solve", ...found, message: null }, at("mesa"));
    life.sleepsUntil("2026-11-24 09:00");
    expect(life.record()).toContain("call-due 2026-11-24 09:00");
  });

  it("calls again where no address is known, and mails nothing to nobody", () => {
    const life = lifeUnder(connect, calendarsOf(connect));
    const requester = { ...filing().requester, address: null, telephone: "55 5555 0199" };
    life.does(
      "2026-11-23 09:30",
      filing({ form: "soporte", channel: "phone", fields: { tipo: "duda" }, requester }),
    );
    life.does("2026-11-23 10:00", { do: "solve", ...found, message: null }, at("mesa"));
    const missed = { do: "log-attempt", outcome: "no-answer" } as const;
    life.does("2026-11-23 10:05", missed, at("mesa"));
    life.does("2026-11-23 10:40", missed, at("mesa"));
    expect(life.ticket()).toMatchObject({ solution: { told: false }, turn: { channel: "phone" } });
  });

  it("does not call a client who said meanwhile that it is not solved, or whose ticket goes up again", () => {
    const life = called();
    life.does("2026-11-23 10:00", { do: "solve", ...found, message: null }, at("mesa"));
    life.does("2026-11-23 10:01", { do: "route", to: "operacion" }, at("mesa"));
    expect(life.ticket().turn).toBeNull();
    life.sleepsUntil("2026-11-24 12:00");
    expect(life.record().filter((line) => line.startsWith("solution-sent"))).toEqual([]);
  });

  it("reaches the client in the end, however many attempts fail and whenever they are made", () => {
    const minutes = fc.array(fc.integer({ min: 0, max: 600 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(minutes, (gaps) => {
        const life = called();
        life.does("2026-11-23 10:00", { do: "solve", ...found, message: null }, at("mesa"));
        let now = life.ticket().lastRecorded;
        for (const gap of [...gaps, 24 * 60, 24 * 60]) {
          now += gap * 60_000;
          if (life.ticket().solution?.told === true) break;
          life.does(now, { do: "log-attempt", outcome: "no-answer" }, at("mesa"));
        }
        expect(life.ticket().solution?.told).toBe(true);
        expect(fold(life.events())).toEqual(life.ticket());
        const attempts = life.events().filter(({ fact }) => fact.type === "call-attempted");
        expect(attempts.length).toBeGreaterThanOrEqual(2);
      }),
      { numRuns: 100 },
    );
  });
});

describe("a level that asks another (CC-9, CC-10)", () => {
  function routed(): Life {
    const life = lifeUnder(connect, calendarsOf(connect));
    life.does("2026-11-23 09:30", filing({ form: "soporte", fields: { tipo: "funcion" } }));
    life.does("2026-11-23 09:40", { do: "route", to: "operacion" }, at("mesa"));
    life.does(
      "2026-11-23 09:45",
      { do: "assign", to: { id: "s-omar", name: "Omar" } },
      at("operacion"),
    );
    return life;
  }
  const asks = { do: "ask-level", to: "mesa", message: message("q1") } as const;
  const answers = { do: "answer-level", message: message("a1") } as const;

  it("has the ticket back with the answer, in the same hands and with the same way down", () => {
    const life = routed();
    life.does("2026-11-23 09:50", asks, at("operacion"));
    expect(life.ticket()).toMatchObject({ level: "mesa", assignee: null });
    life.does("2026-11-23 09:55", answers, at("mesa"));
    expect(life.ticket()).toMatchObject({
      level: "operacion",
      assignee: { id: "s-omar" },
      path: ["mesa"],
      consultation: null,
    });
  });

  it("asks nobody a second time before the first is answered, and answers nobody who did not ask", () => {
    const life = routed();
    expect(codeOf(life.tries("2026-11-23 09:49", answers, at("mesa")))).toBe("level-asked-nothing");
    life.does("2026-11-23 09:50", asks, at("operacion"));
    expect(codeOf(life.tries("2026-11-23 09:51", asks, at("mesa")))).toBe("level-was-asked");
  });

  it("moves no clock: what is asked among levels is the desk's own time", () => {
    const life = routed();
    const before = life.ticket().trace;
    life.does("2026-11-23 09:50", asks, at("operacion"));
    expect(life.ticket().trace).toEqual(before);
  });

  it("is answered by whoever solves it there", () => {
    const life = routed();
    life.does("2026-11-23 09:50", asks, at("operacion"));
    life.does("2026-11-23 09:55", { do: "solve", ...found, message: message("s1") }, at("mesa"));
    expect(life.ticket()).toMatchObject({ consultation: null, solution: { told: true } });
  });
});

describe("a release that is followed through (IF-8)", () => {
  function fixed(): Life {
    const life = lifeUnder(factura, calendarsOf(factura));
    life.does("2026-11-23 09:30", filing({ form: "incidente", fields: { alcance: "parcial" } }));
    life.does("2026-11-23 09:40", { do: "route", to: "nivel-2" }, at("nivel-1"));
    life.does("2026-11-23 09:50", { do: "route", to: "nivel-3" }, at("nivel-2"));
    life.does("2026-11-23 10:00", { do: "hand-back", ...found }, at("nivel-3"));
    return life;
  }
  const step = { do: "do-step", procedure: "liberacion", note: "Pruebas" } as const;

  it("cannot be gone round by routing the ticket down instead of handing back", () => {
    const life = fixed();
    const down = { do: "route", to: "nivel-1" } as const;
    expect(codeOf(life.tries("2026-11-23 10:05", down, at("nivel-2")))).toBe("step-first");
  });

  it("begins anew where the fix goes up again, whatever was done before", () => {
    const life = fixed();
    life.does("2026-11-23 10:05", step, at("nivel-3"));
    life.does("2026-11-23 10:10", { do: "route", to: "nivel-3" }, at("nivel-2"));
    life.does("2026-11-23 11:00", { do: "hand-back", ...found }, at("nivel-3"));
    expect(life.ticket().undertakings).toMatchObject([{ procedure: "liberacion", done: [] }]);
  });

  it("is nobody's step twice, and ends when the client is told", () => {
    const life = fixed();
    life.does("2026-11-23 10:05", step, at("nivel-3"));
    expect(codeOf(life.tries("2026-11-23 10:06", step, at("nivel-3")))).toBe("step-of-another");
    life.does("2026-11-23 10:10", step, at("nivel-2"));
    expect(codeOf(life.tries("2026-11-23 10:11", step, at("nivel-2")))).toBe("step-is-an-act");
    life.does("2026-11-23 10:15", { do: "hand-back", ...found }, at("nivel-2"));
    life.does("2026-11-23 10:20", { do: "solve", ...found, message: message("s1") }, at("nivel-1"));
    expect(life.ticket().undertakings?.[0]?.done).toHaveLength(4);
    expect(codeOf(life.tries("2026-11-23 10:30", step, at("nivel-1")))).toBe("no-step");
    expect(fold(life.events())).toEqual(life.ticket());
  });

  it("lets a word of progress reach the client meanwhile, which tells no solution", () => {
    const life = fixed();
    const word = { do: "contact", how: "reply", message: message("p1"), progress: true } as const;
    life.does("2026-11-23 10:05", word, at("nivel-2"));
    expect(life.ticket()).toMatchObject({ solution: { told: false }, awaiting: null });
  });

  it("is no act of a client", () => {
    expect(codeOf(fixed().tries("2026-11-23 10:05", step, { by: ximena }))).toBe("who-may-not");
  });
});
