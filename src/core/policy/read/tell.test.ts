import { describe, expect, it } from "vitest";
import { policyWith, problemsWith } from "../../../../test/kit/pack-problems.ts";
import { HOUR, MINUTE } from "../../time/instant.ts";
import { messageVariables } from "../variables.ts";

describe("the messages of a pack", () => {
  const message = (subject: string, body: string) => ({
    messages: `{ propio: { subject: ${subject}, body: ${body} } }`,
  });

  it("stand beside those of a good desk", () => {
    const { messages } = policyWith(message("Hola", "{ es: Sí, en: Yes }"));
    expect(messages.find(({ id }) => id === "propio")).toEqual({
      id: "propio",
      subject: { es: "Hola" },
      body: { es: "Sí", en: "Yes" },
    });
    expect(messages.map(({ id }) => id)).toContain("acuse");
  });

  it("say each variable of the language, and no other, in subject and body, in both languages", () => {
    for (const name of messageVariables)
      expect(problemsWith(message(`"{${name}}"`, `"{${name}}"`))).toEqual([]);
    const facts = { what: "variable", name: "foli", near: "folio" };
    const told = (subject: string, body: string) =>
      problemsWith(message(subject, body)).map((one) => [one.code, one.at, one.facts]);
    expect(told('"a {foli}"', "Hola")).toEqual([["refers-to-nothing", '"a {foli', facts]]);
    expect(told("Hola", '{ es: Hola, en: "{severidat}" }')).toEqual([
      [
        "refers-to-nothing",
        '"{severidat',
        { what: "variable", name: "severidat", near: "severidad" },
      ],
    ]);
    expect(told('"{}"', "Hola")).toMatchObject([["refers-to-nothing", '"{', { name: "" }]]);
  });
});

describe("what is told", () => {
  const tell = (said: string, messages = "{}") => ({ tell: `{ ${said} }`, messages });
  const own = '{ propio: { subject: "{folio}", body: { es: "{causa}", en: "{folio}" } } }';

  it("goes by mail unless said, always unless it says when", () => {
    const [rule] = policyWith(tell("classified: { message: acuse }")).tell.filter(
      ({ on }) => on === "classified",
    );
    expect(rule).toEqual({
      on: "classified",
      when: { is: "always" },
      message: "acuse",
      by: ["mail"],
      says: [],
      clause: [],
    });
  });

  it("may be several things at one moment, each under its own condition", () => {
    const rules = policyWith(
      tell(
        "closed: [{ when: { severity: alto }, message: cierre, says: [history] }, { message: acuse, by: [page], clause: X-1 }]",
      ),
    ).tell.filter(({ on }) => on === "closed");
    expect(
      rules.map(({ when, message, by, says, clause }) => [when.is, message, by, says, clause]),
    ).toEqual([
      ["severity", "cierre", ["mail"], ["history"], []],
      ["always", "acuse", ["page"], [], ["X-1"]],
    ]);
  });

  it("needs a message, and one that there is", () => {
    expect(problemsWith(tell("classified: { by: [mail] }"))).toMatchObject([
      { code: "missing-key", facts: { key: "message" } },
    ]);
    expect(problemsWith(tell("closed: [{ message: cierre }, { message: acuze }]"))).toEqual([
      {
        code: "refers-to-nothing",
        at: "acuze",
        facts: { what: "message", name: "acuze", near: "acuse" },
      },
    ]);
  });

  it("says what the rule demands, in every language that the message has, told once", () => {
    const told = (says: string) =>
      problemsWith(tell(`classified: { message: propio, says: ${says} }`, own));
    expect(told("[folio]")).toEqual([]);
    expect(told("[folio, cause, remedy]")).toEqual([
      {
        code: "message-does-not-say",
        at: "cause",
        facts: { message: "propio", variable: "causa", language: "en" },
      },
    ]);
    expect(told("[remedy]")).toMatchObject([{ facts: { variable: "remedio", language: "es" } }]);
  });

  it.each([
    ["folio", "folio"],
    ["severity", "severidad"],
    ["deadline", "limite"],
    ["deadlines", "plazos"],
    ["history", "historial"],
    ["cause", "causa"],
    ["remedy", "remedio"],
    ["state", "estado"],
    ["level", "nivel"],
  ])("%s is said by {%s}", (fact, variable) => {
    const told = (body: string) =>
      problemsWith(
        tell(
          `classified: { message: propio, says: [${fact}] }`,
          `{ propio: { subject: Hola, body: "${body}" } }`,
        ),
      ).map(({ facts }) => facts);
    expect(told(`{${variable}}`)).toEqual([]);
    expect(told("{mensaje}")).toEqual([{ message: "propio", variable, language: "es" }]);
  });

  it("under a demand of the good desk is mended at the pack's own message", () =>
    expect(problemsWith({ messages: "{ solucion: { subject: Hola, body: Adiós } }" })).toEqual([
      {
        code: "message-does-not-say",
        at: "Adiós",
        facts: { message: "solucion", variable: "causa", language: "es" },
      },
    ]));
});

describe("what is told one way after the other", () => {
  const turns = (said: string, moment = "solved") => ({
    tell: `{ ${moment}: { message: solucion, in-turn: ${said} } }`,
  });

  it("is by telephone and by mail, each after its time", () => {
    const rule = policyWith(turns("[phone, { phone: 30min }, { mail: 1h elapsed }]")).tell.find(
      ({ on }) => on === "solved",
    );
    expect(rule).toMatchObject({
      by: [],
      inTurn: [
        { channel: "phone", after: null },
        { channel: "phone", after: { unit: "hours", ms: 30 * MINUTE, calendar: "oficina" } },
        { channel: "mail", after: { unit: "elapsed", ms: HOUR } },
      ],
    });
  });

  it.each([
    ["[phone, phone]", "turn-without-end"],
    ["[mail, phone]", "turn-without-end"],
    ["[phone, { mail: 0h }]", "no-length"],
    ["[phone, chat, mail]", "not-kept-yet"],
    ["[phone, { phone: 1h, mail: 2h }, mail]", "not-kept-yet"],
  ])("%s is refused", (said, code) =>
    expect(problemsWith(turns(said)).map((one) => one.code)).toContain(code),
  );

  it("is kept for the solution alone", () =>
    expect(
      problemsWith(turns("[phone, mail]", "closed")).map(({ code, facts }) => [code, facts]),
    ).toEqual([["not-kept-yet", { what: "tell.closed.in-turn" }]]));
});
