import { describe, expect, it } from "vitest";
import { policyWith, problemsWith } from "../../../../test/kit/pack-problems.ts";

const CHANNELS = "{ form: { always: true }, mail: { during: oficina }, phone: {}, chat: {} }";

describe("who is heard", () => {
  const requester = (said: string) => ({
    people: `{ roles: { gerente: El que manda }, requester: ${said} }`,
  });

  it("is said by role, with what proves it, and named by its clause", () => {
    const who = policyWith(
      requester(
        "{ any: [gerente, client], from: registered-address, proven: code, not: agent, clause: X-1 }",
      ),
    );
    expect(who.people).toEqual({
      requester: {
        any: ["gerente", "client"],
        fromRegisteredAddress: true,
        proven: "code",
        distinct: false,
        not: ["agent"],
        clause: ["X-1"],
      },
    });
    expect(who.roles).toEqual({ gerente: { es: "El que manda" } });
    expect(policyWith({})).toMatchObject({ people: {}, client: null, support: [] });
    expect(policyWith({})).not.toHaveProperty("roles");
    expect(problemsWith(requester("{ any: client }"))).toMatchObject([
      { code: "promise-without-clause", facts: { what: "people.requester" } },
    ]);
  });

  it.each([
    ["{ any: gerentes, clause: X-1 }", "gerentes"],
    ["{ any: [client, gerentes], clause: X-1 }", "gerentes"],
    ["{ any: client, not: gerentes, clause: X-1 }", "gerentes"],
    ["{ any: client, not: [agent, gerentes], clause: X-1 }", "gerentes"],
  ])("%s names a role that nobody has", (said, at) =>
    expect(problemsWith(requester(said))).toEqual([
      {
        code: "refers-to-nothing",
        at,
        facts: { what: "role", name: at, near: "gerente" },
      },
    ]),
  );

  it("may be of a level, and of the roles that every desk has", () => {
    for (const role of ["anybody", "requester", "client", "agent", "supervisor", "mesa"])
      expect(problemsWith(requester(`{ any: ${role}, clause: X-1 }`))).toEqual([]);
  });
});

describe("whom the desk serves", () => {
  it("is said with what is accepted whatever was paid", () => {
    const client = (said: string) => ({ people: `{ client: { is: portal-owner, ${said} } }` });
    expect(policyWith(client("clause: X-1")).client).toEqual({
      is: "portal-owner",
      needsValidSupport: false,
      except: [],
      clause: ["X-1"],
    });
    expect(
      policyWith(client("needs: valid-support, says: Venció, except: ayuda, clause: X-1")).client,
    ).toMatchObject({ needsValidSupport: true, says: { es: "Venció" }, except: ["ayuda"] });
    for (const except of ["pago", "[ayuda, pago]"])
      expect(problemsWith(client(`except: ${except}, clause: X-1`))).toMatchObject([
        { code: "refers-to-nothing", at: "pago", facts: { what: "kind", name: "pago" } },
      ]);
    expect(problemsWith(client("needs: valid-support")).map(({ code }) => code)).toEqual([
      "promise-without-clause",
    ]);
  });

  it("differs by the support that was contracted: its channels and its hours", () => {
    const support = (said: string) => ({
      channels: CHANNELS,
      support: `{ basico: { ${said}, clause: X-1 } }`,
    });
    expect(policyWith(support("channels: [form, mail], hours: oficina")).support).toEqual([
      {
        id: "basico",
        label: { es: "Basico" },
        channels: ["form", "mail"],
        hours: "oficina",
        clause: ["X-1"],
      },
    ]);
    const told = (said: string) => problemsWith(support(said)).map(({ code, at }) => [code, at]);
    expect(told("channels: [form, api], hours: oficina")).toEqual([["refers-to-nothing", "api"]]);
    expect(told("channels: [form], hours: oficinas")).toEqual([["refers-to-nothing", "oficinas"]]);
  });

  it("names calendars and channels that there are", () => {
    const facts = (said: string) =>
      problemsWith({ channels: CHANNELS, support: `{ basico: { ${said}, clause: X-1 } }` })[0]
        ?.facts;
    expect(facts("channels: [forms], hours: oficina")).toEqual({
      what: "channel",
      name: "forms",
      near: "form",
    });
    expect(facts("channels: [form], hours: oficinas")).toEqual({
      what: "calendar",
      name: "oficinas",
      near: "oficina",
    });
  });

  it("says what the people of another company see", () => {
    const parties = (said: string) => ({ people: `{ third-parties: { socio: { ${said} } } }` });
    expect(policyWith(parties("sees: assigned, clause: X-1")).thirdParties).toEqual({
      socio: { label: { es: "Socio" }, sees: "assigned", clause: ["X-1"] },
    });
    expect(problemsWith(parties("sees: all"))).toMatchObject([
      { code: "promise-without-clause", facts: { what: "people.third-parties.socio" } },
    ]);
  });
});

describe("the ways to the desk", () => {
  const channel = (said: string) => ({ channels: `{ form: {}, phone: { ${said} } }` });
  const phone = (said: string) =>
    policyWith(channel(said)).channels.find(({ id }) => id === "phone");

  it("are always open, unless they need something or have their hours", () => {
    expect(phone("")).toEqual({
      id: "phone",
      label: { es: "Phone" },
      needs: [],
      during: null,
      at: null,
      clause: [],
    });
    expect(
      phone('label: Teléfono, during: oficina, at: "55 5555 0100", first: severity'),
    ).toMatchObject({
      label: { es: "Teléfono" },
      during: "oficina",
      at: "55 5555 0100",
      gravestFirst: true,
    });
  });

  it("need a ticket, a condition, or several things in their order", () => {
    expect(phone("needs: ticket, clause: X-1")?.needs).toEqual([{ is: "ticket" }]);
    expect(phone("needs: { severity: alto }, clause: X-1")?.needs).toEqual([
      { is: "severity", in: ["alto"] },
    ]);
    expect(phone("needs: [ticket, { during: oficina }], assumed: Así")?.needs).toEqual([
      { is: "ticket" },
      { is: "hours", calendar: "oficina", open: true },
    ]);
    expect(
      problemsWith(channel("needs: [ticket, { severity: altos }], clause: X-1")),
    ).toMatchObject([{ code: "refers-to-nothing", at: "altos" }]);
  });

  it("that need something refuse, and so name their clause", () =>
    expect(problemsWith(channel("needs: ticket"))).toMatchObject([
      { code: "promise-without-clause", facts: { what: "channels.phone" } },
    ]));

  it("are not attended day and night and also during certain hours", () => {
    expect(problemsWith(channel("always: true, during: oficina"))).toEqual([
      { code: "always-and-during", at: "during: oficina", facts: {} },
    ]);
    expect(problemsWith(channel("always: true"))).toEqual([]);
    expect(problemsWith(channel("during: oficinas"))).toMatchObject([
      { code: "refers-to-nothing", at: "oficinas", facts: { what: "calendar" } },
    ]);
  });
});
