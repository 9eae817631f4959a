import { describe, expect, it } from "vitest";
import { policyWith, problemsWith } from "../../../../test/kit/pack-problems.ts";

const section = (said: string) => ({ procedures: `{ uno: { ${said} } }` });
const solved = "when: { solved-at: mesa }, clause: X-1";
const unkept = (said: string) =>
  problemsWith(section(said)).map(({ code, facts }) => [code, (facts as { what: string }).what]);

describe("the ordered steps of a procedure", () => {
  it("begin with a solution at a level, and are done and told by whoever may", () => {
    const { procedures } = policyWith(
      section(
        `label: Liberación, ${solved}, steps: [{ do: validar, who: mesa, evidence: required, clause: X-2 }, { tell: client, who: [agent, supervisor], label: Avisar }]`,
      ),
    );
    const anyOf = (any: string[]) => ({
      any,
      fromRegisteredAddress: false,
      proven: null,
      distinct: false,
      not: [],
      clause: [],
    });
    expect(procedures).toEqual([
      {
        id: "uno",
        label: { es: "Liberación" },
        start: { is: "solved-at", level: "mesa" },
        steps: [
          {
            act: "do",
            what: "validar",
            label: { es: "Validar" },
            who: anyOf(["mesa"]),
            evidence: true,
            clause: ["X-2"],
          },
          {
            act: "tell",
            what: "client",
            label: { es: "Avisar" },
            who: anyOf(["agent", "supervisor"]),
            evidence: false,
            clause: [],
          },
        ],
        clause: ["X-1"],
      },
    ]);
    expect(policyWith({})).not.toHaveProperty("procedures");
  });

  it("may be anybody's", () => {
    const [rule] = policyWith(section(`${solved}, steps: [{ do: validar }]`)).procedures ?? [];
    expect(rule?.steps[0]?.who).toBeNull();
  });

  it.each([
    ["when: { solved-at: mesas }, clause: X-1, steps: [{ do: a }]", "level", "mesas", "mesa"],
    [`${solved}, steps: [{ tell: cliente }]`, "role", "cliente", "client"],
    [`${solved}, steps: [{ do: a, who: agents }]`, "role", "agents", "agent"],
    [`${solved}, steps: [{ do: a, who: [agent, agents] }]`, "role", "agents", "agent"],
  ])("{ %s } names nothing", (said, ...[what, name, near]) =>
    expect(problemsWith(section(said))).toEqual([
      { code: "refers-to-nothing", at: name, facts: { what, name, near } },
    ]),
  );

  it("names its clause", () =>
    expect(problemsWith(section("when: { solved-at: mesa }, steps: [{ do: a }]"))).toMatchObject([
      { code: "promise-without-clause", facts: { what: "procedures.uno" } },
    ]));
});

describe("what nothing keeps yet", () => {
  it("is a procedure that does not begin with a solution, or has no steps", () => {
    expect(unkept("when: { severity: alto }, clause: X-1, steps: [{ do: a }]")).toEqual([
      ["not-kept-yet", "procedures.uno"],
    ]);
    expect(unkept("clause: X-1, steps: [{ do: a }]")).toEqual([["not-kept-yet", "procedures.uno"]]);
    expect(unkept(solved)).toEqual([["not-kept-yet", "procedures.uno"]]);
  });

  it.each([
    ["form: ayuda", "form"],
    ["mailbox: buzon", "mailbox"],
    ["who: agent", "who"],
  ])("is the { %s } of a procedure", (said, key) =>
    expect(unkept(`${solved}, steps: [{ do: a }], ${said}`)).toEqual([
      ["not-kept-yet", `procedures.uno.${key}`],
    ]),
  );

  it.each(["approve: all", "designate: ejecutor", "review: registro"])(
    "is a step to %s, and those who are designated are somebody to the other steps",
    (act) =>
      expect(unkept(`${solved}, steps: [{ do: a }, { ${act} }]`)).toEqual([
        ["not-kept-yet", "procedures.uno.steps.1"],
      ]),
  );

  it("knows whoever is designated in the same procedure, and not in another", () => {
    const steps = `steps: [{ designate: ejecutor }, { do: a, who: ejecutor }]`;
    expect(unkept(`${solved}, ${steps}`)).toEqual([["not-kept-yet", "procedures.uno.steps.0"]]);
    expect(
      problemsWith({
        procedures: `{ uno: { ${solved}, ${steps} }, dos: { ${solved}, steps: [{ do: a, who: ejecutor }] } }`,
      }).map(({ code }) => code),
    ).toEqual(["not-kept-yet", "refers-to-nothing"]);
  });

  it.each([
    ["asks: correo", "asks"],
    ["distinct: true", "distinct"],
    ["not: agent", "not"],
    ["else: agent", "else"],
    ["grant: { emergencia: 4h }", "grant"],
    ["who: { any: agent }", "who"],
  ])("is the { %s } of a step", (said, key) =>
    expect(unkept(`${solved}, steps: [{ do: a, ${said} }]`)).toEqual([
      ["not-kept-yet", `procedures.uno.steps.0.${key}`],
    ]),
  );

  it.each(["grants", "notices", "availability"])("is the section %s", (name) => {
    const said = {
      grants: "{ emergencia: { within: 4h } }",
      notices: "{ aviso: { to: client, ahead: 7 dates } }",
      availability: '{ at: "99.3%", by: [month] }',
    }[name];
    expect(problemsWith({ [name]: said ?? "" }).map(({ code, facts }) => [code, facts])).toEqual([
      ["not-kept-yet", { what: name }],
    ]);
  });

  it("is one requester who is several people, and support in other hours", () => {
    const who = "{ any: [client, agent], distinct: true, clause: X-1 }";
    const told = (sections: Record<string, string>) =>
      problemsWith(sections).map(({ facts }) => (facts as { what: string }).what);
    expect(told({ people: `{ requester: ${who} }` })).toEqual(["people.requester.distinct"]);
    expect(
      told({ forms: `{ uno: { who: ${who}, fields: { correo: { kind: contact-email } } } }` }),
    ).toEqual(["forms.uno.who.distinct"]);
    const calendars = '{ oficina: { open: "09:00-18:00" }, noche: { open: "18:00-22:00" } }';
    const support = (hours: string) =>
      told({ calendars, support: `{ oro: { channels: [form], hours: ${hours}, clause: X-1 } }` });
    expect(support("noche")).toEqual(["support.oro.hours"]);
    expect(support("oficina")).toEqual([]);
  });
});
