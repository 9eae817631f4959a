import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { access, holdingOf, may, maySee, seesOf } from "./may.ts";
import type { Action } from "./may.ts";
import { excludedIn, roles, rolesOf } from "./roles.ts";
import { covers, isScope, scopeNames } from "./scopes.ts";

const actions = Object.keys(access) as Action[];
const allowed = (held: Parameters<typeof may>[0], sees: "all" | "assigned" = "all"): Action[] =>
  actions.filter((action) => may(held, action, sees));
const some = fc.subarray([...roles]);

describe("several roles, several scopes", () => {
  it("may what one of them may: no role takes away what another gives", () => {
    fc.assert(
      fc.property(some, fc.constantFrom("all" as const, "assigned" as const), (held, sees) => {
        const each = new Set(held.flatMap((role) => allowed(role, sees)));
        expect(new Set(allowed(held, sees))).toEqual(each);
      }),
    );
  });

  it("of an integration cover what one of them covers, whatever tickets it is said to see", () => {
    fc.assert(
      fc.property(fc.subarray([...scopeNames]), (scopes) => {
        const each = new Set(scopes.flatMap((scope) => allowed({ scopes: [scope] })));
        expect(new Set(allowed({ scopes }))).toEqual(each);
        expect(new Set(allowed({ scopes }, "assigned"))).toEqual(each);
      }),
    );
  });

  it("nobody who sees only their own tickets may more than they would with all", () => {
    fc.assert(
      fc.property(some, (held) => {
        const all = new Set(allowed(held));
        expect(allowed(held, "assigned").filter((action) => !all.has(action))).toEqual([]);
      }),
    );
  });

  it("with their own tickets alone an administrator works on these, and reaches nothing else", () => {
    expect(allowed("administrator", "assigned")).toEqual([
      "desk.read",
      "ticket.read",
      "presence.show",
      "ticket.write",
      "ticket.close",
      "view.keep",
      "ticket.suggest",
      "feed.own",
    ]);
    expect(allowed("auditor", "assigned")).toEqual(["desk.read", "ticket.read", "presence.show"]);
  });
});

describe("what agents may not", () => {
  it("what answers for the desk, its people, its mail or its manual", () => {
    const supervisors = new Set(allowed("supervisor"));
    const beyond = actions.filter((action) => supervisors.has(action) && !may("agent", action));
    expect(beyond).toEqual([
      "view.share",
      "mailbox.read",
      "register.write",
      "register.export",
      "calendar.publish",
      "ticket.rebind",
      "policy.read",
      "policy.test",
      "webhook.read",
      "webhook.replay",
      "error-code.write",
      "canned.share",
      "feed.desk",
      "board.read",
      "board.mail",
      "satisfaction.look",
      "satisfaction.set",
      "article.publish",
      "article.figures",
    ]);
    expect(allowed("agent").every((action) => supervisors.has(action))).toBe(true);
  });

  it("what is the administrator's alone", () => {
    const alone = actions.filter((action) => access[action].join() === "administrator");
    expect(alone).toEqual([
      "mailbox.write",
      "staff.invite",
      "staff.manage",
      "tracker.share",
      "policy.draft",
      "policy.publish",
      "token.manage",
      "webhook.manage",
      "call.report",
      "extension.manage",
      "chat.configure",
    ]);
  });

  it("the history of people is read by who answers for security, audits or administers", () => {
    for (const action of ["staff.history", "audit.read"] as const) {
      expect(roles.filter((role) => may(role, action))).toEqual([
        "security-officer",
        "auditor",
        "administrator",
      ]);
    }
  });
});

describe("which tickets somebody sees", () => {
  const mine = { assignee: { id: "s1" } };

  it("all, or those that are assigned to them: another's and nobody's do not exist", () => {
    expect(maySee({ id: "s1", sees: "assigned" }, mine)).toBe(true);
    expect(maySee({ id: "s2", sees: "assigned" }, mine)).toBe(false);
    expect(maySee({ id: "s1", sees: "assigned" }, { assignee: null })).toBe(false);
    expect(maySee({ id: "s2", sees: "all" }, mine)).toBe(true);
    expect(maySee({ id: "s2", sees: "all" }, { assignee: null })).toBe(true);
  });

  it("of a third party what the policy says, and of one that it does not name the least (FI-1)", () => {
    const thirdParties = {
      proveedor: { label: { es: "Proveedor" }, sees: "all" as const, clause: ["FI-1"] },
    };
    const policy = { thirdParties } as unknown as Parameters<typeof seesOf>[0];
    expect(seesOf(policy, null)).toBe("all");
    expect(seesOf(policy, "proveedor")).toBe("all");
    expect(seesOf(policy, "otro")).toBe("assigned");
    expect(seesOf({}, "proveedor")).toBe("assigned");
  });
});

describe("what somebody holds", () => {
  it("is their first role and those beside it; of an integration its scopes", () => {
    expect(rolesOf({ role: "agent" })).toEqual(["agent"]);
    expect(rolesOf({ role: "agent", also: ["owner"] })).toEqual(["agent", "owner"]);
    expect(holdingOf({ role: "agent", also: ["owner"] })).toEqual(["agent", "owner"]);
    const held = { scopes: ["tickets:read"] } as const;
    expect(holdingOf({ role: held, also: ["administrator"] })).toBe(held);
  });

  it.each(["constructor", "__proto__", "toString", "", "tickets", "TICKETS:READ", "tickets:read "])(
    "is no scope: %j",
    (word) => {
      expect(isScope(word)).toBe(false);
    },
  );

  it("is each scope by its own name, which implies no other", () => {
    expect(scopeNames.every(isScope)).toBe(true);
    expect(covers({ scopes: ["tickets:write"] }, "ticket.read")).toBe(false);
    expect(covers({ scopes: ["tickets:write"] }, "ticket.write")).toBe(true);
  });
});

describe("roles that one person does not hold together (FI-16)", () => {
  it("those of two approvals, and auditing beside anything; every other set may be held", () => {
    fc.assert(
      fc.property(some, (held) => {
        const found = excludedIn(held);
        const audits = held.includes("auditor") && held.length > 1;
        const approves = held.includes("owner") && held.includes("security-officer");
        expect(found !== null).toBe(audits || approves);
        if (found !== null) expect(found.every((role) => held.includes(role))).toBe(true);
      }),
    );
  });
});
