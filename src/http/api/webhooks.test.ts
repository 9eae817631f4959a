import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestApi } from "../../../test/kit/api.ts";
import type { TestApi } from "../../../test/kit/api.ts";
import { fileOne, openTestDesk } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { wholeDesk } from "../../../test/kit/whole-desk.ts";

let test: TestDesk;
let api: TestApi;
let elena = "";
let supervisor = "";
let agent = "";
let program = "";
let id = "";
let secret = "";
const wish = {
  url: "https://erp.example.com/avisos",
  note: "ERP",
  types: ["ticket.filed", "clock.breached"],
};
beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-20T16:00:00Z");
  api = openTestApi(test);
  elena = await api.person("Elena", "administrator");
  supervisor = await api.person("Sara", "supervisor");
  agent = await api.person("Ximena", "agent");
  program = await api.program("ERP", ["tickets:read", "webhooks:replay"]);
  const { status, said } = await api.ask("/webhooks", { as: elena, body: wish });
  expect(status).toBe(200);
  ({ secret } = said);
  ({ id } = said.made);
});
afterAll(async () => {
  await api.close();
  await test.close();
});

describe("an endpoint over the API", () => {
  it("says its secret once, and nowhere in the database is it open", async () => {
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/u);
    const listed = await api.ask("/webhooks", { as: supervisor });
    expect(listed.said.webhooks).toMatchObject([{ id, state: "on", url: wish.url }]);
    expect(JSON.stringify(listed.said)).not.toContain("whsec_");
    expect(JSON.stringify(await wholeDesk(test))).not.toContain(secret);
  });

  it("is made by an administrator, and by no program", async () => {
    for (const [as, code] of [
      [supervisor, "role-may-not"],
      [agent, "role-may-not"],
      [program, "person-needed"],
    ] as const) {
      const { status, said } = await api.ask("/webhooks", { as, body: wish });
      expect([status, said.code]).toEqual([403, code]);
    }
  });

  it("refuses an address that is none, an unknown type and an unknown key", async () => {
    const asked = async (body: object): Promise<string> =>
      (await api.ask("/webhooks", { as: elena, body: { ...wish, ...body } })).said.code;
    expect(await asked({ url: "http://erp.example.com/" })).toBe("webhook-address");
    expect(await asked({ types: ["ticket.eaten"] })).toBe("invalid-request");
    expect(await asked({ secret: "mío" })).toBe("invalid-request");
  });

  it("is renewed with another secret, and every change stands in the audit without it", async () => {
    const renewed = await api.ask(`/webhooks/${id}/secret`, { as: elena, body: null });
    expect(renewed.said.secret).not.toBe(secret);
    expect(renewed.said.made.beforeUntil).toBeGreaterThan(test.time.read());
    const audit = JSON.stringify((await api.ask("/audit", { as: elena })).said);
    expect(audit).toContain("webhook.renew-secret");
    expect(audit).not.toContain("whsec_");
  });
});

describe("what was sent, over the API", () => {
  it("is read and sent again by a program with the scope, in pages", async () => {
    await fileOne(test);
    await fileOne(test);
    await api.ask(`/webhooks/${id}/state`, { as: elena, body: { state: "off" } });
    await fileOne(test);
    const page = await api.ask(`/webhooks/${id}/deliveries?limit=2`, { as: program });
    expect(page.said.deliveries).toMatchObject([{ state: "missed" }, { state: "pending" }]);
    const path = `/webhooks/${id}/deliveries?limit=2&cursor=${encodeURIComponent(page.said.next)}`;
    const rest = await api.ask(path, { as: program });
    expect(rest.said).toMatchObject({ deliveries: [{ state: "pending" }], next: null });
    const [missed, waits] = page.said.deliveries;
    const again = (delivery: string) =>
      api.ask(`/webhooks/${id}/deliveries/${delivery}/again`, { as: program, body: null });
    expect((await again(missed.id)).said).toEqual({ again: 1 });
    expect((await again(waits.id)).status).toBe(409);
  });

  it("is nobody's who only reads tickets, and no other desk's", async () => {
    const reader = await api.program("Tablero", ["tickets:read"]);
    const refused = await api.ask(`/webhooks/${id}/deliveries`, { as: reader });
    expect([refused.status, refused.said.facts.scopes]).toEqual([403, ["webhooks:replay"]]);
    expect((await api.ask(`/webhooks/${id}/deliveries`, { as: agent })).status).toBe(403);
    const other = await api.ask(`//desks/elsewhere/webhooks/${id}/deliveries`, { as: program });
    expect(other.status).toBe(404);
  });
});
