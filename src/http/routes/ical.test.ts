import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestApi } from "../../../test/kit/api.ts";
import type { TestApi } from "../../../test/kit/api.ts";
import { fileOne, openTestDesk } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { readIcal, textOf, valueIn } from "../../../test/kit/ical.ts";
import { wholeDesk } from "../../../test/kit/whole-desk.ts";
import { removeMember } from "../../store/staff/memberships.ts";
import { inDesk } from "../../store/transaction.ts";
import { publishException } from "../../desk/policies/publish-exception.ts";

let test: TestDesk;
let api: TestApi;
let agent = "";
let supervisor = "";
let mine = "";
let others = "";
beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-20T16:00:00Z");
  api = openTestApi(test);
  agent = await api.person("Ximena", "agent");
  supervisor = await api.person("Sara", "supervisor");
  mine = (await fileOne(test)).folio;
  others = (await fileOne(test)).folio;
  const { said } = await api.ask("//me", { as: agent });
  const id = said.id;
  const done = await api.ask(`/tickets/${mine}/assign`, { as: agent, body: { to: id } });
  expect(done.status).toBe(200);
});
afterAll(async () => {
  await api.close();
  await test.close();
});

async function feed(as: string, wish: object): Promise<{ path: string; id: string }> {
  const body = { reach: "own", subjects: true, language: "es", ...wish };
  const { status, said } = await api.ask("/feeds", { as, body });
  expect(status).toBe(200);
  return { path: new URL(said.url).pathname, id: said.made.id };
}

describe("a calendar of what falls due", () => {
  it("holds one's own tickets, each with its folio, its clock, its deadline and where it is", async () => {
    const { path } = await feed(agent, {});
    const answer = await api.browser.app.request(path);
    expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    const calendar = readIcal(await answer.text());
    expect(calendar.components).toHaveLength(1);
    const [event] = calendar.components;
    if (event === undefined) throw new Error("no event");
    expect(textOf(valueIn(event, "SUMMARY"))).toMatch(new RegExp(`^${mine} · \\S`, "u"));
    expect(valueIn(event, "URL")).toBe(`https://plazo.example.com/app/d/hib2b/t/${mine}`);
    const row = await api.ask(`/tickets/${mine}`, { as: agent });
    const due = new Date(row.said.row.due.at).toISOString().replace(/[-:]|\.\d+/gu, "");
    expect(valueIn(event, "DTSTART")).toBe(due);
  });

  it("says no more of the client than the subject, and not even that where it is not wanted", async () => {
    const whole = await (await api.browser.app.request((await feed(agent, {})).path)).text();
    const bare = (await feed(agent, { subjects: false })).path;
    const without = await (await api.browser.app.request(bare)).text();
    expect(whole).not.toMatch(/proveedor@|EKU9003173C9/u);
    const [event] = readIcal(without).components;
    expect(event && textOf(valueIn(event, "SUMMARY")).split(" · ")).toHaveLength(2);
  });

  it("of the whole desk is a supervisor's alone", async () => {
    const body = { reach: "desk", subjects: false, language: "es" };
    expect((await api.ask("/feeds", { as: agent, body })).status).toBe(403);
    const { path } = await feed(supervisor, { reach: "desk" });
    const { components } = readIcal(await (await api.browser.app.request(path)).text());
    const said = components.map((one) => valueIn(one, "SUMMARY").split(" ")[0]);
    expect(new Set(said)).toEqual(new Set([mine, others]));
  });

  it("is not sent again while it is the same, and reading it changes nothing but the hour", async () => {
    const { path } = await feed(agent, {});
    const first = await api.browser.app.request(path);
    const before = await wholeDesk(test);
    const again = await api.browser.app.request(path, {
      headers: { "if-none-match": first.headers.get("etag") ?? "" },
    });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    expect((await api.browser.app.request(path, { method: "HEAD" })).status).toBe(200);
    expect(await wholeDesk(test)).toEqual(before);
  });

  it("leads nowhere once it was ended, or its owner has left; and nobody ends another's", async () => {
    const own = await feed(agent, {});
    const foreign = await api.ask(`/feeds/${own.id}/revocation`, { as: supervisor, body: null });
    expect(foreign.status).toBe(404);
    await api.ask(`/feeds/${own.id}/revocation`, { as: agent, body: null });
    expect((await api.browser.app.request(own.path)).status).toBe(404);
    const leaver = await api.person("Lucio", "agent");
    const left = await feed(leaver, {});
    expect((await api.browser.app.request(left.path)).status).toBe(200);
    const { said } = await api.ask("//me", { as: leaver });
    await inDesk(test.plazo.db, test.desk, (tx) => removeMember(tx, test.desk, said.id));
    expect((await api.browser.app.request(left.path)).status).toBe(404);
  });

  it("is in the database by its hash alone, and lists without its link", async () => {
    const { path } = await feed(supervisor, {});
    const listed = await api.ask("/feeds", { as: supervisor });
    const token = path.slice("/ical/".length, -4);
    expect(JSON.stringify(listed.said)).not.toContain(token);
    expect(listed.said.feeds).toContainEqual(
      expect.objectContaining({ reach: "own", lastRead: null }),
    );
  });

  it("is made by no program", async () => {
    const program = await api.program("ERP", ["tickets:read", "tickets:write"]);
    const body = { reach: "own", subjects: true, language: "es" };
    const { status, said } = await api.ask("/feeds", { as: program, body });
    expect([status, said.code]).toEqual([403, "person-needed"]);
  });
});

describe("the public calendar of a desk", () => {
  it("says on which dates its hours are others, and is one by the standard with none", async () => {
    const answer = await api.browser.app.request("/d/hib2b/calendario.ics");
    expect(answer.status).toBe(200);
    expect(readIcal(await answer.text()).components.map(({ name }) => name)).toEqual(["VTIMEZONE"]);
    const why = { es: "Inventario", en: "Stocktaking" };
    const exception = { calendar: "oficina", date: "2026-12-24", open: [], why };
    await publishException(test.plazo, test.desk, { exception, by: "Elena" });
    const text = await (await api.browser.app.request("/d/hib2b/calendario.ics")).text();
    const [event] = readIcal(text).components;
    expect(event && valueIn(event, "DTSTART")).toBe("20261224");
    expect(event && textOf(valueIn(event, "SUMMARY"))).toContain("Inventario");
    expect((await api.browser.app.request("/d/elsewhere/calendario.ics")).status).toBe(404);
  });
});
