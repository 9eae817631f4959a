import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestApi } from "../../../test/kit/api.ts";
import type { TestApi } from "../../../test/kit/api.ts";
import { fileOne, openTestDesk } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";

let test: TestDesk;
let api: TestApi;
let elena = "";
let reader = "";
let writer = "";
let folio = "";
beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-20T16:00:00Z");
  api = openTestApi(test);
  elena = await api.person("Elena", "administrator");
  reader = await api.program("Tablero", ["tickets:read"]);
  writer = await api.program("ERP", ["tickets:read", "tickets:write"]);
  folio = (await fileOne(test)).folio;
});
afterAll(async () => {
  await api.close();
  await test.close();
});

describe("a list", () => {
  it("is read whole by its links, each ticket once, and no cursor is good elsewhere", async () => {
    for (let at = 0; at < 5; at += 1) await fileOne(test);
    const all = (await api.ask("/tickets?view=all&limit=200", { as: reader })).said.tickets;
    const seen: string[] = [];
    let path: string | null = "/tickets?view=all&limit=2";
    let cursor = "";
    while (path !== null) {
      const page = await api.ask(path, { as: reader });
      seen.push(...page.said.tickets.map((row: { folio: string }) => row.folio));
      cursor = page.said.next ?? cursor;
      const link = page.headers.get("link");
      expect(link === null).toBe(page.said.next === null);
      path = link === null ? null : (/desks\/hib2b([^>]+)>; rel="next"/u.exec(link)?.[1] ?? null);
    }
    expect(seen).toEqual(all.map((row: { folio: string }) => row.folio));
    for (const wrong of [
      `/tickets?view=open&limit=2&cursor=${cursor}`,
      `/tickets?view=all&state=x&cursor=${cursor}`,
      `/tickets?view=all&cursor=${cursor.slice(0, -2)}`,
      "/tickets?view=all&cursor=1795190400000.3",
      `/outgoing?cursor=${cursor}`,
    ]) {
      const as = wrong.startsWith("/outgoing") ? elena : reader;
      const { status, said } = await api.ask(wrong, { as });
      expect([status, said.code, said.field]).toEqual([400, "cursor-foreign", "cursor"]);
    }
  });

  it("keeps what changed since, a state, a folio, an address", async () => {
    const since = test.time.read() + 1000;
    test.time.advance(1000);
    await api.ask(`/tickets/${folio}/note`, { as: writer, body: { text: "ahora" } });
    const list = async (query: string): Promise<string[]> =>
      (await api.ask(`/tickets?view=all&${query}`, { as: reader })).said.tickets.map(
        (row: { folio: string }) => row.folio,
      );
    expect(await list(`updatedSince=${since}`)).toEqual([folio]);
    expect(await list(`folio=${folio}`)).toEqual([folio]);
    expect(await list("requester=PROVEEDOR@example.com")).toContain(folio);
    expect(await list("requester=proveedor@example")).toEqual([]);
    const { said } = await api.ask(`/tickets/${folio}`, { as: reader });
    expect(await list(`state=${said.row.state}`)).toContain(folio);
    expect(await list("state=otro")).toEqual([]);
    const refused = await api.ask(`/tickets?folio=${folio}`, { as: reader });
    expect([refused.status, refused.said.errors[0].field]).toEqual([400, "view"]);
  });
});

describe("a program that asks too often", () => {
  it("is told how much is left, and then to come back", async () => {
    const slow = openTestApi(test, { rate: { limit: 3, within: 60_000 } });
    const first = await slow.ask("/tickets", { as: reader });
    expect(first.headers.get("ratelimit")).toMatch(/^"token";r=2;t=\d+$/u);
    expect(first.headers.get("ratelimit-policy")).toBe('"token";q=3;w=60');
    for (let at = 0; at < 2; at += 1) await slow.ask("/tickets", { as: reader });
    const { status, said, headers } = await slow.ask("/tickets", { as: reader });
    expect([status, said.code]).toEqual([429, "rate-limited"]);
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await slow.ask("/tickets", { as: writer })).status).toBe(200);
    await slow.close();
  });
});

describe("hours that end before they begin", () => {
  const wish = {
    calendar: "oficina",
    date: "2026-12-24",
    open: [["18:00", "02:00"]],
    why: "Noche",
  };

  it("are refused unless the request says that they go on past midnight", async () => {
    for (const path of ["/exceptions", "/exceptions/preview"]) {
      const { status, said } = await api.ask(path, { as: elena, body: wish });
      expect([status, said]).toMatchObject([422, { code: "hours-cross-midnight", field: "open" }]);
    }
    const meant = await api.ask("/exceptions", { as: elena, body: { ...wish, overnight: true } });
    expect([meant.status, meant.said]).toMatchObject([200, { exception: expect.any(Number) }]);
  });
});
