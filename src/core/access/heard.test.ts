import { describe, expect, it } from "vitest";
import type { WhoRule } from "../policy/form-rule.ts";
import { unheardBy } from "./heard.ts";

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
