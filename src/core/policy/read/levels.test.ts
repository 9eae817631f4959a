import { describe, expect, it } from "vitest";
import { policyWith, problemsWith } from "../../../../test/kit/pack-problems.ts";

const levels = (written: string) => ({ levels: `\n${written}` });
const told = (written: string) => problemsWith(levels(written));

describe("the levels of attention", () => {
  it("take severities, a condition, or whatever comes", () => {
    const read = policyWith(
      levels(`  uno: { tells: client, takes: [bajo, medio] }
  dos: { tells: uno, takes: { channel: form }, asks: uno, through: [uno], may-tell: { client: status } }
  tres: { label: El tercero, tells: dos, clause: X-1 }`),
    ).levels;
    expect(read).toEqual([
      {
        id: "uno",
        label: { es: "Uno" },
        takes: { is: "severity", in: ["bajo", "medio"] },
        tells: "client",
        asks: [],
        through: [],
        mayTellClient: [],
        clause: [],
      },
      {
        id: "dos",
        label: { es: "Dos" },
        takes: { is: "channel", in: ["form"] },
        tells: "uno",
        asks: ["uno"],
        through: ["uno"],
        mayTellClient: ["status"],
        clause: [],
      },
      expect.objectContaining({
        label: { es: "El tercero" },
        takes: { is: "always" },
        clause: ["X-1"],
      }),
    ]);
  });

  it.each([
    ["tells: unos", "unos", "level"],
    ["tells: uno, asks: unos", "unos", "level"],
    ["tells: uno, asks: [uno, unos]", "unos", "level"],
    ["tells: uno, through: [unos]", "unos", "level"],
    ["tells: uno, takes: altos", "altos", "severity"],
    ["tells: uno, takes: [bajo, altos]", "altos", "severity"],
  ])("{ %s } names nothing", (said, at, what) =>
    expect(told(`  uno: { tells: client }\n  dos: { ${said} }`)).toEqual([
      {
        code: "refers-to-nothing",
        at,
        facts: { what, name: at, near: at.slice(0, -1) },
      },
    ]),
  );

  it("tell the client in the end: a circle is told once, with its whole way", () => {
    expect(told("  uno: { tells: dos }\n  dos: { tells: tres }\n  tres: { tells: uno }")).toEqual([
      {
        code: "levels-in-a-circle",
        at: "dos",
        facts: { levels: ["uno", "dos", "tres"] },
      },
    ]);
    expect(told("  cero: { tells: uno }\n  uno: { tells: uno }")).toEqual([
      { code: "levels-in-a-circle", at: "uno", facts: { levels: ["uno"] } },
    ]);
    expect(told("  uno: { tells: client }\n  dos: { tells: uno }\n  tres: { tells: dos }")).toEqual(
      [],
    );
  });

  it("leave no severity to nobody", () => {
    expect(told("  uno: { tells: client, takes: [bajo, medio] }")).toEqual([
      {
        code: "severity-without-level",
        at: "alto: No se puede trabajar",
        facts: { severity: "alto" },
      },
    ]);
    const conditions = (takes: string) =>
      told(`  uno: { tells: client, takes: ${takes} }`).map(({ code }) => code);
    expect(conditions("{ channel: form }")).toEqual([]);
    expect(conditions("{ any: [{ severity: [bajo, medio] }, { severity: alto }] }")).toEqual([]);
    expect(conditions("{ any: [{ severity: bajo }, { severity: medio }] }")).toHaveLength(1);
    expect(conditions("{ channel: form, severity: bajo }")).toHaveLength(2);
    expect(conditions("{ any: [{ severity: bajo }, { channel: form }] }")).toEqual([]);
  });
});

describe("the published states", () => {
  it("end with the one that always holds, and nothing follows it", () => {
    expect(problemsWith({ states: "\n  uno: { when: { solved: true } }" })).toEqual([
      { code: "without-else", at: "states:", facts: {} },
    ]);
    expect(
      problemsWith({ states: "\n  uno: { else: true }\n  dos: { when: { solved: true } }" }),
    ).toEqual([{ code: "unreachable", at: "dos: { when: { solved: true", facts: {} }]);
    expect(
      problemsWith({ states: "{ uno: { when: { level: mesas } }, dos: { else: true } }" }),
    ).toMatchObject([{ code: "refers-to-nothing", at: "mesas" }]);
    expect(problemsWith({ states: "{}" })).toMatchObject([
      { code: "missing-key", facts: { key: "states" } },
    ]);
  });
});

describe("the grounds of urgency", () => {
  it("may wait for an announcement and give a severity", () => {
    const sections = (more: string) => ({
      announcements: "{ cierre: { who: [agent], ahead: true, clause: X-1 } }",
      grounds: `{ caida: { means: Todo parado, advice: Respire, clause: X-2${more} } }`,
    });
    const ground = { id: "caida", means: { es: "Todo parado" }, advice: { es: "Respire" } };
    expect(policyWith(sections("")).grounds).toEqual([
      { ...ground, during: null, severity: null, clause: ["X-2"] },
    ]);
    expect(policyWith(sections(", during: cierre, severity: alto")).grounds).toEqual([
      { ...ground, during: "cierre", severity: "alto", clause: ["X-2"] },
    ]);
    expect(problemsWith(sections(", during: cierres")).map(({ at }) => at)).toEqual(["cierres"]);
    expect(problemsWith(sections(", severity: altos"))).toEqual([
      {
        code: "refers-to-nothing",
        at: "altos",
        facts: { what: "severity", name: "altos", near: "alto" },
      },
    ]);
  });
});

describe("what comes after the solution and the closing", () => {
  const reopen = (said: string) => policyWith({ reopen: said }).reopen;

  it("is a ticket that comes back while solved, and a new one once closed, unless the pack says", () => {
    const good = { whileSolved: true, afterClose: "new-ticket", cites: true };
    expect(reopen("{}")).toEqual({ ...good, clause: [] });
    expect(reopen("{ while-solved: false, after-close: refuse, clause: X-1 }")).toEqual({
      whileSolved: false,
      afterClose: "refuse",
      cites: true,
      clause: ["X-1"],
    });
  });

  it("may be a reading of the manual, kept with its place", () =>
    expect(policyWith({ reopen: "{ assumed: Así }" }).assumptions).toEqual([
      { path: "reopen", clause: [], assumed: "Así" },
    ]));

  it("may be a form to fill in, which cites the old ticket or offers to", () => {
    const instead = (said: string) => reopen(`{ instead: { new: ayuda${said} } }`);
    expect(instead("")).toMatchObject({ form: "ayuda", cites: true });
    expect(instead(", cites: required")).toMatchObject({ form: "ayuda", cites: true });
    expect(instead(", cites: offered")).toMatchObject({ form: "ayuda", cites: false });
    expect(problemsWith({ reopen: "{ instead: { new: ayudas } }" })).toEqual([
      {
        code: "refers-to-nothing",
        at: "ayudas",
        facts: { what: "form", name: "ayudas", near: "ayuda" },
      },
    ]);
  });
});
