import { describe, expect, it } from "vitest";
import { findingsWith } from "../../../../../test/kit/pack-problems.ts";
import { messageVariables } from "../../variables.ts";

const CLOCKS =
  "\n  contacto: { from: received, to: contacted, on: oficina, within: 4h, clause: M-1 }";
const SOLUTION_ONLY =
  "\n  solucion: { from: contacted, to: solved, on: oficina, within: 4h, clause: M-1 }";

/** What is found of a message that says these at a moment. */
function found(moment: string, written: string, more: Record<string, string> = {}) {
  return findingsWith({
    clocks: CLOCKS,
    messages: `{ propio: { subject: Hola, body: "${written}" } }`,
    tell: `{ ${moment}: [{ message: propio }] }`,
    ...more,
  }).filter(({ code }) => code === "moment-cannot-say");
}

/** What nobody can know yet when the moment comes. */
const unknown: Readonly<Record<string, readonly string[]>> = {
  received: ["agente", "mensaje", "causa", "remedio"],
  assigned: ["mensaje", "causa", "remedio"],
  classified: ["mensaje", "causa", "remedio"],
  routed: ["mensaje", "causa", "remedio"],
  held: ["agente", "limite", "causa", "remedio"],
  "warned-silence": ["mensaje"],
  answered: [],
  asked: [],
  solved: [],
  closed: ["limite"],
};

describe("a message", () => {
  it.each(Object.keys(unknown))("at the moment %s names only what is known by then", (moment) => {
    const refused = messageVariables.filter((name) => found(moment, `{${name}}`).length > 0);
    expect(refused.toSorted()).toEqual([...(unknown[moment] ?? [])].toSorted());
  });

  it("is told with its moment, at what it says", () =>
    expect(found("assigned", "{folio} {causa} {remedio}")).toEqual([
      {
        code: "moment-cannot-say",
        facts: { moment: "assigned", message: "propio", variable: "causa" },
        at: ["tell.assigned.0.message", "messages.propio.body"],
      },
    ]));

  it("is looked at in its subject and in both languages", () => {
    const messages = (subject: string, body: string) =>
      found("assigned", "", { messages: `{ propio: { subject: ${subject}, body: ${body} } }` });
    expect(messages('"{causa}"', "Hola")).toHaveLength(1);
    expect(messages("Hola", '{ es: Hola, en: "{causa}" }')).toHaveLength(1);
    expect(messages("Hola", "{ es: Hola, en: Hello }")).toHaveLength(0);
  });

  it("names a deadline at the reception only where a promise runs from it", () => {
    const at = (clocks: string, moment: string) => found(moment, "{limite}", { clocks }).length;
    expect([at(CLOCKS, "received"), at(SOLUTION_ONLY, "received")]).toEqual([0, 1]);
    expect([at(SOLUTION_ONLY, "assigned"), at(CLOCKS, "closed")]).toEqual([0, 1]);
    const rhythm = `${SOLUTION_ONLY}\n  avance: { from: received, to: solved, on: oficina, every: [1h], clause: M-1 }`;
    expect(at(rhythm, "received")).toBe(1);
    const silence = `${SOLUTION_ONLY}\n  plazo: { from: received, to: closed, on: oficina, within: 4h, against: client, clause: M-1 }`;
    expect(at(silence, "received")).toBe(1);
  });

  it("that must tell a deadline where no clock has one is found once, as that", () =>
    expect(
      findingsWith({
        clocks: SOLUTION_ONLY,
        messages: '{ propio: { subject: Hola, body: "{limite}" } }',
        tell: "{ received: [{ when: { severity: alto }, message: acuse }, { message: propio, says: [deadline] }] }",
      }).filter(({ code }) => ["deadline-without-clock", "moment-cannot-say"].includes(code)),
    ).toEqual([
      {
        code: "moment-cannot-say",
        facts: { moment: "received", message: "acuse", variable: "limite" },
        at: ["tell.received.0.message", "messages.acuse.body"],
      },
      {
        code: "deadline-without-clock",
        facts: { moment: "received", message: "propio" },
        at: ["tell.received.1.says", "clocks"],
      },
    ]));
});

describe("what is told by a channel", () => {
  const told = (by: string, channels = "{ form: {} }") =>
    findingsWith({ channels, clocks: CLOCKS, tell: `{ assigned: { message: acuse, by: ${by} } }` })
      .filter(({ code }) => code === "told-by-no-channel")
      .map(({ facts, at }) => [facts, at[0]]);

  it("is found where the desk has none such; the page, mail and the ticket's own are always there", () => {
    expect(told("[page, same-channel, mail]")).toEqual([]);
    expect(told("[mail, phone, chat]", "{ form: {}, phone: {} }")).toEqual([
      [{ moment: "assigned", channel: "chat" }, "tell.assigned.by.2"],
    ]);
  });
});

describe("what can never be", () => {
  const never = (when: string, more: Record<string, string> = {}) =>
    findingsWith({
      clocks: CLOCKS,
      tell: `{ assigned: { when: ${when}, message: acuse } }`,
      ...more,
    }).some(
      ({ code, facts }) => code === "rule-never-holds" && "what" in facts && facts.what === "tell",
    );

  it.each([
    "{ severity: alto, not: { channel: form } }",
    "{ any: [{ ground: claimed }, { channel: form }] }",
    "{ passed: contacto }",
    "{ not: { severity: alto } }",
  ])("%s can be", (when) => expect(never(when)).toBe(false));

  it.each([
    "{ ground: claimed }",
    "{ any: [{ ground: claimed }, { ground: refused }] }",
    "{ channel: form, all: [{ severity: alto }, { severity: bajo }] }",
    "{ all: [{ severity: alto }, { severity: [bajo, medio] }] }",
  ])("%s is found", (when) => expect(never(when)).toBe(true));

  it.each([
    ["urgency-claimed", { grounds: "{ caida: { clause: X-1 } }" }],
    ["routed", { levels: "{ uno: { tells: client }, dos: { tells: client } }" }],
    ["handed-back", { levels: "{ uno: { tells: client }, dos: { tells: uno } }" }],
    ["call-attempted", { channels: "{ form: {}, phone: {} }" }],
  ])("a clock from %s starts only where that can happen", (mark, sections) => {
    const clocks = `${CLOCKS}\n  otro: { from: ${mark}, to: closed, on: oficina, within: 1h, clause: M-2 }`;
    expect(never("{ passed: otro }", { clocks })).toBe(true);
    expect(never("{ passed: otro }", { clocks, ...sections })).toBe(false);
  });

  it("a clock from reopening starts only where a solved ticket is reopened", () => {
    const clocks = `${CLOCKS}\n  otro: { from: reopened, to: closed, on: oficina, within: 1h, clause: M-2 }`;
    expect(never("{ passed: otro }", { clocks })).toBe(false);
    expect(never("{ passed: otro }", { clocks, reopen: "{ while-solved: false }" })).toBe(true);
  });
});
