import { describe, expect, it } from "vitest";
import { policyWith, problemsWith } from "../../../../test/kit/pack-problems.ts";
import type { SeenProblem } from "../../../../test/kit/pack-problems.ts";
import type { ClockRule } from "../clock-rule.ts";
import { HOUR, MINUTE } from "../../time/instant.ts";

const kept = "  otro: { from: received, to: contacted, within: 4h, clause: M-1 }";
const FROM_TO = "from: received, to: solved";
const section = (written: string) => ({ clocks: `\n  uno: { ${written}, clause: X-1 }\n${kept}` });

/** The clock as it is compiled from what is written between its braces. */
function clock(written: string): ClockRule {
  const rule = policyWith(section(written)).clocks.find(({ id }) => id === "uno");
  if (rule === undefined) throw new Error("no clock");
  return rule;
}
const told = (written: string): SeenProblem[] => problemsWith(section(written));

describe("the rounds of a clock", () => {
  it("are one, unless the pack says so", () => {
    expect(clock(`${FROM_TO}, within: 4h`).rounds).toBe("once");
    expect(clock(`${FROM_TO}, within: 4h, rounds: each`).rounds).toBe("each");
    expect(clock("from: [client-said], to: told, within: 4h, rounds: once").rounds).toBe("once");
  });

  it("are one for each message of the client, where that starts it", () => {
    expect(clock("from: client-said, to: told, within: 4h").rounds).toBe("each");
    expect(clock("from: [asked, client-said], to: told, within: 4h").rounds).toBe("each");
  });

  it("start anew with each question, where it runs against the client", () =>
    expect(clock("from: asked, to: client-said, within: 4h, against: client").rounds).toBe("last"));

  it("follow the steps of a rhythm, kept by a word of progress unless another mark is said", () => {
    expect(clock(`${FROM_TO}, every: [4h]`)).toMatchObject({
      rounds: "rhythm",
      keptBy: "told.progress",
      within: {},
    });
    expect(clock(`${FROM_TO}, every: [4h], kept-by: told`).keptBy).toBe("told");
    expect(clock(`${FROM_TO}, within: 4h`)).toMatchObject({ keptBy: null, every: {} });
  });
});

describe("what follows when a clock passes", () => {
  const asked = "from: asked, to: client-said, within: 4h";

  it("is one thing or several, in their order", () => {
    expect(clock(`${asked}, then: close`).then).toEqual([{ do: "close", reason: "silence" }]);
    expect(
      clock(`${asked}, then: [{ tell: cierre }, { open: form }, { close: silence }]`).then,
    ).toEqual([
      { do: "tell", message: "cierre" },
      { do: "open", channel: "form" },
      { do: "close", reason: "silence" },
    ]);
    expect(clock(`${FROM_TO}, within: 4h`).then).toEqual([]);
  });

  it("closing makes it a clock against the client; anything else leaves it the desk's", () => {
    expect(clock(`${asked}, then: [{ open: form }, close]`).against).toBe("client");
    expect(clock(`${asked}, then: { open: form }`).against).toBe("desk");
  });

  it("closing is refused of a clock that runs against the desk", () =>
    expect(told(`${asked}, then: close, against: desk`)).toEqual([
      { code: "closes-against-desk", at: "against: desk", facts: {} },
    ]));

  it.each(["received", "client-said", "classified", "urgency-claimed"])(
    "closing for silence is refused where %s alone starts it: nothing was asked",
    (mark) => {
      const [problem] = told(`from: [asked, ${mark}], to: closed, within: 4h, then: close`);
      expect(problem).toMatchObject({ code: "silence-from-the-start", at: "[asked" });
    },
  );

  it("refuses channels and messages that there are not, each at its own place", () =>
    expect(told(`${asked}, then: [{ tell: acuze }, { open: mail }]`)).toEqual([
      {
        code: "refers-to-nothing",
        at: "acuze",
        facts: { what: "message", name: "acuze", near: "acuse" },
      },
      {
        code: "refers-to-nothing",
        at: "mail",
        facts: { what: "channel", name: "mail", near: null, known: ["form"] },
      },
    ]));

  it("must be something, where passing is no breach", () => {
    expect(told(`${FROM_TO}, within: 4h, breach: false`)).toEqual([
      { code: "passes-in-vain", at: "breach: false", facts: {} },
    ]);
    expect(clock(`${FROM_TO}, within: 4h, breach: false, then: { open: form }`)).toMatchObject({
      breach: false,
      warn: [],
    });
    expect(clock(`${FROM_TO}, within: 4h`)).not.toHaveProperty("breach");
  });
});

describe("the warnings of a clock", () => {
  const warn = (said: string, within = "2h..4h"): string =>
    `${FROM_TO}, within: ${within}, warn: ${said}`;

  it("are one at three quarters of what the desk promises, and none of what the client owes", () => {
    expect(clock(`${FROM_TO}, within: 4h`).warn).toEqual([{ share: 0.75 }]);
    expect(clock("from: asked, to: client-said, within: 4h, then: close").warn).toEqual([]);
    expect(clock(warn("[]")).warn).toEqual([]);
  });

  it("are shares of the promise, or times before its end, in their order", () =>
    expect(clock(warn('["50%", 30min, "99.5%"]')).warn).toEqual([
      { share: 0.5 },
      { before: { unit: "hours", ms: 30 * MINUTE, calendar: "oficina" } },
      { share: 0.995 },
    ]));

  it.each([
    ["0%", "no-length", { text: "0%" }],
    ["0.0%", "no-length", { text: "0.0%" }],
    ["100%", "warning-beyond-promise", { warning: "100%" }],
    ["2h", "warning-beyond-promise", { warning: "2h" }],
    ["3h", "warning-beyond-promise", { warning: "3h" }],
  ])("%s is no part of a promise of two hours", (said, code, facts) =>
    expect(told(warn(`["50%", ${said}]`))).toEqual([{ code, at: said, facts }]),
  );

  it("come before the target where there is one, and before the limit where there is none", () => {
    expect(clock(warn("119min")).warn).toHaveLength(1);
    expect(clock(warn("3h", "4h")).warn).toHaveLength(1);
    expect(told(warn("4h", "4h"))).toMatchObject([{ code: "warning-beyond-promise", at: "4h" }]);
  });

  it("are held against the promise of each severity, and only in its own unit", () => {
    expect(told(warn("1h", "{ alto: 1h, else: 8h }"))).toMatchObject([
      { code: "warning-beyond-promise" },
    ]);
    expect(clock(warn("5h elapsed", "4h")).warn).toHaveLength(1);
  });
});

describe("where a clock can run", () => {
  it.each([
    [
      "from: [received, told], to: [told, solved]",
      { code: "from-equals-to", at: "[told", facts: { mark: "told" } },
    ],
    [
      "from: asked, to: [closed, received]",
      { code: "clock-never-runs", at: "[closed", facts: { mark: "received" } },
    ],
    [
      "from: [asked, closed], to: solved",
      { code: "clock-never-runs", at: "[asked", facts: { mark: "closed" } },
    ],
  ])("{ %s } is refused", (marks, problem) =>
    expect(told(`${marks}, within: 4h`)).toEqual([problem]),
  );

  it("needs a promise, and only one kind of it", () => {
    expect(told(FROM_TO)).toMatchObject([{ code: "missing-key", facts: { key: "within" } }]);
    expect(told(`${FROM_TO}, within: 4h, every: [1h]`)).toEqual([
      { code: "within-and-every", at: "every: [1h", facts: {} },
    ]);
  });

  it("counts on the desk's hours, on another calendar, or on the wall clock", () => {
    expect(clock(`${FROM_TO}, within: 4h`).calendar).toBe("oficina");
    expect(clock(`${FROM_TO}, within: 4h, on: elapsed`)).toMatchObject({
      calendar: null,
      within: { "*": { limit: { unit: "elapsed", ms: 4 * HOUR } } },
    });
    expect(told(`${FROM_TO}, within: 4h, on: oficna`)).toEqual([
      {
        code: "refers-to-nothing",
        at: "oficna",
        facts: { what: "calendar", name: "oficna", near: "oficina" },
      },
    ]);
  });

  it("a desk whose only clocks run against the client promises nothing", () => {
    const silence = "{ from: asked, to: client-said, within: 4h, against: client, clause: X-1 }";
    expect(problemsWith({ clocks: `\n  silencio: ${silence}` })).toEqual([
      { code: "no-promise", at: "clocks:", facts: {} },
    ]);
    expect(problemsWith({ clocks: "{}" })).toMatchObject([{ code: "no-promise" }]);
  });
});

describe("the condition of a clock", () => {
  const when = (said: string): string => `${FROM_TO}, within: 4h, when: ${said}`;

  it.each([
    "{ channel: form }",
    "{ kind: ayuda }",
    "{ any: [{ channel: form }, { not: { kind: ayuda } }] }",
    "{ not: { all: [{ channel: form }, { kind: ayuda }] } }",
  ])("%s is fixed when the request is filed", (said) =>
    expect(told(when(said)).map(({ code }) => code)).toEqual([]),
  );

  it.each([
    "{ severity: alto }",
    "{ not: { solved: true } }",
    "{ channel: form, level: mesa }",
    "{ any: [{ channel: form }, { awaiting: client }] }",
    "{ passed: otro }",
    "{ not: { passed: uno } }",
    "{ any: [{ passed: uno }, { solved: true }] }",
  ])("%s is refused: it changes in a ticket's life", (said) =>
    expect(told(when(said)).map(({ code }) => code)).toEqual(["clock-when-changes"]),
  );

  it.each([
    "{ during: oficina }",
    "{ not: { outside: oficina } }",
    "{ any: [{ channel: form }, { all: [{ kind: ayuda }, { outside: oficina }] }] }",
  ])("%s is refused: it depends on when somebody looks", (said) =>
    expect(told(when(said)).map(({ code }) => code)).toEqual(["clock-when-by-hours"]),
  );

  it.each([
    "{ passed: uno }",
    "{ channel: form, passed: uno }",
    "{ any: [{ passed: uno }, { all: [{ channel: form }, { passed: uno }] }] }",
  ])("%s is refused: it waits for its own passing", (said) =>
    expect(told(when(said)).map(({ code, facts }) => [code, facts])).toEqual([
      ["clock-never-runs", { mark: "uno" }],
    ]),
  );
});
