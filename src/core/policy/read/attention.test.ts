import { describe, expect, it } from "vitest";
import { policyWith, problemsWith } from "../../../../test/kit/pack-problems.ts";
import { HOUR, MINUTE } from "../../time/instant.ts";

describe("presence", () => {
  it("asks requesters whether they are there, in the pack's words or the program's", () => {
    expect(policyWith({ presence: "{ clause: X-1 }" }).presence).toEqual({
      here: null,
      leaving: null,
      freesAgent: false,
      clause: ["X-1"],
    });
    expect(
      policyWith({
        presence:
          "{ says: { here: Aquí, leaving: Me retiro }, leaving: frees-agent, assumed: Así }",
      }).presence,
    ).toEqual({
      here: { es: "Aquí" },
      leaving: { es: "Me retiro" },
      freesAgent: true,
      clause: [],
      assumed: "Así",
    });
    expect(policyWith({})).not.toHaveProperty("presence");
  });
});

describe("announcements", () => {
  const section = (said: string) => ({ announcements: `{ cierre: { ${said}, clause: X-1 } }` });

  it("are of a type, by who may, some time ahead or any", () => {
    expect(policyWith(section("who: [agent], ahead: true")).announcements).toEqual([
      {
        id: "cierre",
        label: { es: "Cierre" },
        who: ["agent"],
        types: [],
        ahead: null,
        clause: ["X-1"],
      },
    ]);
    expect(
      policyWith(
        section("label: El cierre, who: [client, agent], ahead: 2 dates, types: { mes: Del mes }"),
      ).announcements,
    ).toMatchObject([
      {
        label: { es: "El cierre" },
        who: ["client", "agent"],
        types: [{ id: "mes", label: { es: "Del mes" } }],
        ahead: { unit: "dates", n: 2, calendar: "oficina" },
      },
    ]);
    expect(problemsWith(section("who: [agent], ahead: pronto"))).toEqual([
      { code: "unreadable-length", at: "pronto", facts: { text: "pronto" } },
    ]);
    expect(policyWith({})).not.toHaveProperty("announcements");
  });
});

describe("charges", () => {
  const section = (said: string) => ({
    charges: `{ hora: { ${said}, accepted: first, clause: X-1 } }`,
  });

  it("are exact money for exact time", () => {
    expect(policyWith(section("rate: 40 USD, each: 1h 30min")).charges).toEqual([
      {
        id: "hora",
        label: { es: "Hora" },
        when: { is: "always" },
        rate: { amount: "40.00", currency: "USD" },
        each: HOUR + 30 * MINUTE,
        clause: ["X-1"],
      },
    ]);
    expect(
      policyWith(section("label: Por minuto, rate: 40 USD, each: 1min, when: { severity: alto }"))
        .charges,
    ).toMatchObject([
      { label: { es: "Por minuto" }, each: MINUTE, when: { is: "severity", in: ["alto"] } },
    ]);
    expect(policyWith({})).not.toHaveProperty("charges");
  });

  it("are refused where the money or the time cannot be read", () => {
    expect(problemsWith(section("rate: mucho, each: 1h"))).toEqual([
      { code: "unreadable-money", at: "mucho", facts: { text: "mucho" } },
    ]);
    for (const each of ["59s", "1h elapsed", "1h of oficina", "1 dates", "1 day", "0h", "hora"])
      expect(problemsWith(section(`rate: 40 USD, each: ${each}`))).toEqual([
        { code: "unreadable-length", at: each, facts: { text: each } },
      ]);
  });
});

describe("training", () => {
  const section = (said: string) => ({
    forms: `
  uno:
    fields:
      correo: { kind: contact-email }
      sabe: { kind: yes-no }
      texto: { kind: line }`,
    training: `{ ${said}, clause: X-1 }`,
  });

  it("is offered by a form to those who say that they have none", () => {
    expect(policyWith(section("form: uno")).training).toEqual({
      form: "uno",
      field: null,
      clause: ["X-1"],
    });
    expect(policyWith(section("form: uno, needs: sabe, says: Primero el curso")).training).toEqual({
      form: "uno",
      field: "sabe",
      says: { es: "Primero el curso" },
      clause: ["X-1"],
    });
    expect(policyWith({})).not.toHaveProperty("training");
  });

  it.each([
    ["form: unos", { code: "refers-to-nothing", at: "unos", what: "form" }],
    ["form: uno, needs: sabes", { code: "refers-to-nothing", at: "sabes", what: "field" }],
  ])("{ %s } names nothing", (said, { code, at, what }) =>
    expect(problemsWith(section(said))).toMatchObject([{ code, at, facts: { what, name: at } }]),
  );

  it("is asked in a question of yes or no", () =>
    expect(problemsWith(section("form: uno, needs: texto"))).toEqual([
      { code: "condition-on-free-text", at: "texto", facts: { field: "texto" } },
    ]));
});

describe("duplicates", () => {
  it("are looked for by the subject, an invoice, an error code or an answer", () => {
    const section = (same: string) => ({
      duplicates: `{ same: ${same}, then: offer-adding, clause: X-1 }`,
    });
    expect(problemsWith(section("[correo, asunto]"))).toMatchObject([
      { code: "refers-to-nothing", at: "asunto", facts: { what: "field", name: "asunto" } },
    ]);
    const same = ["subject", "uuid", "error-code", "correo"];
    expect(policyWith(section(`[${same.join(", ")}]`)).duplicates).toEqual({
      same,
      then: "offer-adding",
      clause: ["X-1"],
    });
    expect(policyWith({})).not.toHaveProperty("duplicates");
  });
});
