import { describe, expect, it } from "vitest";
import type { WhoRule } from "../policy/form-rule.ts";
import { PORTAL, SOPORTE } from "../../../test/kit/packs.ts";
import { hasShown, unheardBy, whoMay } from "./heard.ts";

const rule = (more: Partial<WhoRule> = {}): WhoRule => ({
  any: ["legal", "command"],
  fromRegisteredAddress: true,
  proven: null,
  distinct: false,
  not: [],
  clause: ["FI-6"],
  ...more,
});
const contact = (role: string, registered = true) => ({
  id: "c1",
  role,
  registered,
  trained: null,
});

describe("who is heard (FI-2, FI-6)", () => {
  it.each([
    ["the role, from the registered address", rule(), contact("legal"), []],
    ["another of the roles", rule(), contact("command"), []],
    ["a registered contact without the role", rule(), contact("buyer"), ["role"]],
    ["a registered contact without any role", rule(), contact(""), ["role"]],
    ["an address that nobody registered", rule(), null, ["registered-address"]],
    [
      "an unknown address where only the role is asked",
      rule({ fromRegisteredAddress: false }),
      null,
      ["registered-address"],
    ],
    [
      "the role, from an address that is not theirs",
      rule(),
      contact("legal", false),
      ["registered-address"],
    ],
    [
      "a role that is shut out",
      rule({ any: ["requester"], not: ["buyer"] }),
      contact("buyer"),
      ["role"],
    ],
    ["any contact, where requesters are heard", rule({ any: ["requester"] }), contact("buyer"), []],
    [
      "an unknown address, where requesters are heard from theirs",
      rule({ any: ["requester"] }),
      null,
      ["registered-address"],
    ],
    [
      "an unknown address, where anybody who asks is heard",
      rule({ any: ["requester"], fromRegisteredAddress: false }),
      null,
      [],
    ],
    ["a stranger, where anybody is heard", rule({ any: ["anybody"] }), null, []],
    ["the right person, without the code", rule({ proven: "code" }), contact("legal"), ["code"]],
    ["the wrong person, who is sent no code", rule({ proven: "code" }), contact("buyer"), ["role"]],
    ["a stranger, who is sent no code", rule({ proven: "code" }), null, ["registered-address"]],
  ] as const)("%s", (...[, who, known, lacks]) => {
    expect(unheardBy(who, known)).toEqual(lacks);
  });
});

describe("whose rule holds for a form", () => {
  const requester = rule({ any: ["requester"], clause: ["FI-2"] });
  const people = { ...PORTAL, people: { requester } };

  it("its own, else that of all requests, else nobody's", () => {
    const own = { ...SOPORTE, who: rule() };
    expect(whoMay(people, own)).toBe(own.who);
    expect(whoMay(people, SOPORTE)).toBe(requester);
    expect(whoMay(PORTAL, SOPORTE)).toBeNull();
  });
});

describe("whether somebody has shown that an address is theirs (FI-2)", () => {
  const asking = { ...PORTAL, people: { requester: rule({ any: ["requester"] }) } };
  const requester = {
    name: null,
    address: "a@example.com",
    telephone: null,
    identity: null,
    contact: null,
    language: "es",
  } as const;
  const ticket = (channel: string) => ({ form: "soporte", channel, requester });

  it.each(["form", "chat", "api"])(
    "not who typed it into %s, until they come by its link or code",
    (channel) => {
      expect(hasShown(asking, ticket(channel), false)).toBe(false);
      expect(hasShown(asking, ticket(channel), true)).toBe(true);
      expect(hasShown(asking, { ...ticket(channel), proved: true }, false)).toBe(true);
    },
  );

  it.each(["mail", "phone"])("who came by %s, which brings its own proof", (channel) => {
    expect(hasShown(asking, ticket(channel), false)).toBe(true);
  });

  it("anybody, where no registered address is asked for, or there is no address to show", () => {
    expect(hasShown(PORTAL, ticket("form"), false)).toBe(true);
    const free = { ...PORTAL, people: { requester: rule({ fromRegisteredAddress: false }) } };
    expect(hasShown(free, ticket("form"), false)).toBe(true);
    const nobody = { ...ticket("form"), requester: { ...requester, address: null } };
    expect(hasShown(asking, nobody, false)).toBe(true);
    expect(hasShown(asking, { ...ticket("form"), form: "otro" }, false)).toBe(true);
  });
});
