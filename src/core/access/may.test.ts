import { describe, expect, it } from "vitest";
import { access, may } from "./may.ts";
import type { Action } from "./may.ts";
import { roles } from "./roles.ts";
import { scopeNames, scopes } from "./scopes.ts";

const actions = Object.keys(access) as Action[];

describe("who may do what at a desk", () => {
  it.each(actions)("gives a stranger nothing: %s", (action) => {
    expect(may(null, action)).toBe(false);
  });

  it("lets an auditor read everything and write nothing", () => {
    const allowed = actions.filter((action) => may("auditor", action));
    expect(allowed).toEqual([
      "desk.read",
      "ticket.read",
      "presence.show",
      "outgoing.read",
      "received.read",
      "mailbox.read",
      "staff.read",
      "staff.history",
      "register.read",
      "audit.read",
      "policy.read",
      "webhook.read",
      "call.read",
      "board.read",
      "article.read",
      "article.figures",
    ]);
  });

  it("lets an administrator alone set mailboxes up, and who answers for the desk see how they go", () => {
    expect(roles.filter((role) => may(role, "mailbox.write"))).toEqual(["administrator"]);
    expect(roles.filter((role) => may(role, "mailbox.read"))).toEqual([
      "supervisor",
      "auditor",
      "administrator",
    ]);
  });

  it("lets whoever answers prepare answers of their own, and who answers for the desk those of the desk", () => {
    expect(roles.filter((role) => may(role, "canned.own"))).toEqual([
      "agent",
      "supervisor",
      "administrator",
    ]);
    expect(roles.filter((role) => may(role, "canned.share"))).toEqual([
      "supervisor",
      "administrator",
    ]);
    expect(may("agent", "canned.own", "assigned")).toBe(false);
  });

  it("lets who answers for the desk write what error codes mean there", () => {
    expect(roles.filter((role) => may(role, "error-code.write"))).toEqual([
      "supervisor",
      "administrator",
    ]);
  });

  it("lets only an administrator invite people", () => {
    expect(roles.filter((role) => may(role, "staff.invite"))).toEqual(["administrator"]);
  });

  it("lets an agent work on tickets but not change the register", () => {
    expect(may("agent", "ticket.write")).toBe(true);
    expect(may("agent", "register.write")).toBe(false);
  });

  it("lets whoever answers look up who calls, and only who keeps the register take it away whole", () => {
    expect(may("agent", "register.read")).toBe(true);
    expect(roles.filter((role) => may(role, "register.export"))).toEqual([
      "supervisor",
      "administrator",
    ]);
  });

  it("lets a supervisor publish hours and move tickets to another manual, and an agent neither", () => {
    for (const action of ["calendar.publish", "ticket.rebind"] as const) {
      const allowed = roles.filter((role) => may(role, action));
      expect(allowed).toEqual(["supervisor", "administrator"]);
    }
  });

  it("lets a supervisor read and try a manual, and only an administrator write and publish it", () => {
    const whoMay = (action: Action) => roles.filter((role) => may(role, action));
    expect(whoMay("policy.test")).toEqual(["supervisor", "administrator"]);
    expect(whoMay("policy.draft")).toEqual(["administrator"]);
    expect(whoMay("policy.publish")).toEqual(["administrator"]);
  });

  it("lets whoever works on tickets decide about mail that waits, and an auditor only read it", () => {
    const decide = roles.filter((role) => may(role, "received.decide"));
    expect(decide).toEqual(roles.filter((role) => may(role, "ticket.write")));
    expect(may("auditor", "received.read")).toBe(true);
    expect(may("agent", "received.read", "assigned")).toBe(false);
  });

  it("lets whoever works on tickets attend the chat, and only an administrator say who may frame it", () => {
    const whoMay = (action: Action) => roles.filter((role) => may(role, action));
    expect(whoMay("chat.attend")).toEqual(whoMay("ticket.write"));
    expect(whoMay("chat.configure")).toEqual(["administrator"]);
    expect(may("agent", "chat.attend", "assigned")).toBe(false);
  });

  it("lets whoever works on tickets write an article, and who answers for the desk publish it", () => {
    const whoMay = (action: Action) => roles.filter((role) => may(role, action));
    expect(whoMay("article.write")).toEqual(whoMay("ticket.write"));
    expect(whoMay("article.publish")).toEqual(["supervisor", "administrator"]);
    expect(may("agent", "article.read", "assigned")).toBe(false);
    expect(may({ scopes: scopeNames }, "article.write")).toBe(false);
  });

  it("lets only an administrator make the tokens of integrations", () => {
    expect(roles.filter((role) => may(role, "token.manage"))).toEqual(["administrator"]);
  });

  it("lets an administrator alone say where what happens is told, and a supervisor tell it again", () => {
    const whoMay = (action: Action) => roles.filter((role) => may(role, action));
    expect(whoMay("webhook.manage")).toEqual(["administrator"]);
    expect(whoMay("webhook.replay")).toEqual(["supervisor", "administrator"]);
    expect(may({ scopes: scopeNames }, "webhook.manage")).toBe(false);
  });

  it("lets whoever works on tickets have a calendar of their own, and who answers for the desk one of it", () => {
    const whoMay = (action: Action) => roles.filter((role) => may(role, action));
    expect(whoMay("feed.own")).toEqual(whoMay("ticket.write"));
    expect(whoMay("feed.desk")).toEqual(["supervisor", "administrator"]);
    expect(may("supervisor", "feed.desk", "assigned")).toBe(false);
    expect(may({ scopes: scopeNames }, "feed.own")).toBe(false);
  });

  it("gives an integration what its scopes name, and nothing beside it", () => {
    for (const scope of scopeNames) {
      const allowed = actions.filter((action) => may({ scopes: [scope] }, action));
      expect(allowed.toSorted()).toEqual([...scopes[scope]].toSorted());
    }
    expect(actions.some((action) => may({ scopes: [] }, action))).toBe(false);
  });

  it("lets no integration let others in, whatever it holds", () => {
    const all = { scopes: scopeNames };
    for (const action of [
      "staff.invite",
      "token.manage",
      "policy.publish",
      "ticket.rebind",
    ] as const)
      expect(may(all, action)).toBe(false);
  });

  it("lets those who approve read the desk and its tickets, and write nothing of theirs", () => {
    for (const role of ["owner", "head-of-it"] as const)
      expect(actions.filter((action) => may(role, action))).toEqual([
        "desk.read",
        "ticket.read",
        "presence.show",
        "staff.read",
      ]);
  });

  it("lets whoever answers act on many and be on guard, and who answers for the desk keep lists that all see", () => {
    const answer = ["agent", "supervisor", "administrator"];
    for (const action of ["ticket.bulk", "ticket.guard", "view.keep"] as const)
      expect([action, roles.filter((role) => may(role, action))]).toEqual([action, answer]);
    expect(roles.filter((role) => may(role, "view.share"))).toEqual([
      "supervisor",
      "administrator",
    ]);
    // People of another company keep lists of their own tickets, and reach no others.
    expect(may("agent", "view.keep", "assigned")).toBe(true);
    for (const action of ["ticket.bulk", "ticket.guard", "view.share"] as const)
      expect([action, may("administrator", action, "assigned")]).toEqual([action, false]);
  });

  it("gives one person with two roles what either may, and with none nothing", () => {
    expect(may(["owner", "agent"], "ticket.write")).toBe(true);
    expect(may(["owner", "agent"], "staff.invite")).toBe(false);
    expect(may([], "desk.read")).toBe(false);
  });

  it("gives an administrator everything", () => {
    expect(actions.every((action) => may("administrator", action))).toBe(true);
  });
});
