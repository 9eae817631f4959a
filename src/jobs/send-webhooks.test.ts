import { createHmac } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { fileOne, openTestDesk, ximena } from "../../test/kit/desk.ts";
import type { TestDesk } from "../../test/kit/desk.ts";
import { startReceiver } from "../../test/kit/hostile-receiver.ts";
import type { Receiver } from "../../test/kit/hostile-receiver.ts";
import { isRefusal } from "../core/refusal.ts";
import { DAY } from "../core/time/instant.ts";
import { hookTypeNames } from "../core/webhook/hook-types.ts";
import { setMember } from "../desk/staff/members.ts";
import { note } from "../desk/tickets/note.ts";
import { deliveriesOf, replayOne, replayStretch, sendTrial } from "../desk/webhooks/deliveries.ts";
import type { HookDelivery } from "../desk/webhooks/deliveries.ts";
import {
  addEndpoint,
  editEndpoint,
  endpointsOf,
  renewSecret,
  switchEndpoint,
} from "../desk/webhooks/endpoints.ts";
import { sendWebhooks } from "./send-webhooks.ts";

const by = { who: "test", name: "Prueba", way: "cli", source: null } as const;
let test: TestDesk;
let receiver: Receiver;
let endpoint = "";
let secret = "";
beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-20T16:00:00Z", { webhookHosts: ["127.0.0.1"] });
  await setMember(test.plazo, {
    ...{ desk: test.desk, userId: "elena", name: "Elena", email: "elena@example.com" },
    ...{ role: "administrator", level: null },
  });
  test.staff.set("elena", { name: "Elena", address: "elena@example.com", language: "es" });
  receiver = await startReceiver();
});
afterAll(async () => {
  await receiver.close();
  await test.close();
});
beforeEach(async () => {
  for (const { id } of await endpointsOf(test.plazo, test.desk))
    await switchEndpoint(test.plazo, test.desk, { id, state: "removed", by });
  receiver.conduct = 204;
  receiver.arrived.length = 0;
  const wish = { url: receiver.url, note: "", types: hookTypeNames, by };
  const added = await addEndpoint(test.plazo, test.desk, wish);
  if (isRefusal(added)) throw new Error(added.refused);
  endpoint = added.made.id;
  ({ secret } = added);
});

const at = (): { desk: string; endpoint: string } => ({ desk: test.desk, endpoint });
async function log(): Promise<readonly HookDelivery[]> {
  const page = await deliveriesOf(test.plazo, at(), { place: null, limit: 200 });
  if (isRefusal(page)) throw new Error(page.refused);
  return page.deliveries;
}
const send = (more: Parameters<typeof sendWebhooks>[1] = {}) =>
  sendWebhooks(test.plazo, { patience: 400, ...more });

function signature(key: string, headers: Receiver["arrived"][number]["headers"], body: string) {
  const signed = `${String(headers["webhook-id"])}.${String(headers["webhook-timestamp"])}.${body}`;
  const bytes = Buffer.from(key.slice("whsec_".length), "base64");
  return `v1,${createHmac("sha256", bytes).update(signed).digest("base64")}`;
}

describe("a webhook", () => {
  it("tells of what happened, signed by the secret that was said once", async () => {
    const { folio } = await fileOne(test);
    expect(await send()).toMatchObject({ ends: { sent: 1 }, faults: [] });
    const [one] = receiver.arrived;
    expect(one?.headers["webhook-signature"]).toBe(
      signature(secret, one?.headers ?? {}, one?.body ?? ""),
    );
    expect(Number(one?.headers["webhook-timestamp"])).toBe(test.time.read() / 1_000);
    const said = JSON.parse(one?.body ?? "");
    expect(said).toMatchObject({ type: "ticket.filed", data: { ticket: folio, desk: "hib2b" } });
    const [row] = await log();
    expect(row).toMatchObject({ state: "sent", status: 204, attempts: 1, folio });
    expect(row?.message).toBe(one?.headers["webhook-id"]);
  });

  it("is written with its event: once for each, whoever looks, and nothing where the act was refused", async () => {
    const { folio } = await fileOne(test);
    await note(test.plazo, { desk: test.desk, folio }, { by: ximena, text: "Se revisó" });
    const events = (await log()).map(({ type, event }) => `${type} ${event}`);
    expect(events).toEqual(["ticket.noted 2", "ticket.filed 1"]);
    await Promise.all([send(), send(), send()]);
    expect(receiver.arrived).toHaveLength(2);
    expect(new Set(receiver.arrived.map(({ headers }) => headers["webhook-id"])).size).toBe(2);
  });

  it("is told of what was chosen alone, and a desk without endpoints writes nothing", async () => {
    const types = ["ticket.closed"] as const;
    await editEndpoint(test.plazo, test.desk, {
      id: endpoint,
      url: receiver.url,
      note: "",
      types,
      by,
    });
    await fileOne(test);
    expect(await log()).toEqual([]);
  });

  it("is signed by the secret before as well for a day after it was renewed", async () => {
    const renewed = await renewSecret(test.plazo, test.desk, { id: endpoint, by });
    if (isRefusal(renewed)) throw new Error(renewed.refused);
    await fileOne(test);
    await send();
    const [one] = receiver.arrived;
    const both = [renewed.secret, secret].map((key) =>
      signature(key, one?.headers ?? {}, one?.body ?? ""),
    );
    expect(one?.headers["webhook-signature"]).toBe(both.join(" "));
    test.time.advance(DAY);
    await fileOne(test);
    await send();
    expect(String(receiver.arrived.at(-1)?.headers["webhook-signature"]).split(" ")).toHaveLength(
      1,
    );
  });
});

describe("a receiver that takes nothing", () => {
  it.each([
    ["stalls", null, "ETIMEDOUT"],
    ["drips", null, "ETIMEDOUT"],
    ["closes", null, "ECONNRESET"],
    ["redirects", 302, null],
    [500, 500, null],
    [429, 429, null],
  ] as const)("and %s is told again, later, with the same id", async (conduct, status, error) => {
    receiver.conduct = conduct;
    await fileOne(test);
    expect(await send()).toMatchObject({ ends: { postponed: 1 } });
    const [row] = await log();
    expect(row).toMatchObject({ state: "pending", attempts: 1, status, error });
    expect(row?.due).toBeGreaterThan(test.time.read());
    expect(await send()).toMatchObject({ ends: { postponed: 0, sent: 0 } });
    receiver.conduct = 200;
    test.time.advance(10_000);
    expect(await send()).toMatchObject({ ends: { sent: 1 } });
    const ids = receiver.arrived.map(({ headers }) => headers["webhook-id"]);
    expect(ids).toEqual([ids[0], ids[0]]);
  });

  it("keeps nobody else waiting in its round, and is asked once in it", async () => {
    receiver.conduct = "stalls";
    const other = await startReceiver();
    const wish = { url: other.url, note: "", types: hookTypeNames, by };
    await addEndpoint(test.plazo, test.desk, wish);
    await fileOne(test);
    await fileOne(test);
    expect(await send()).toMatchObject({ ends: { sent: 2, postponed: 1 } });
    expect(receiver.arrived).toHaveLength(1);
    await other.close();
  });

  it("and floods is read no further than is wanted", async () => {
    receiver.conduct = "floods";
    await fileOne(test);
    expect(await send()).toMatchObject({ ends: { sent: 1 } });
    expect((await log())[0]?.answer).toHaveLength(1_000);
  });

  it("is given up when its last attempt failed, and is switched off after three days, which is mailed", async () => {
    receiver.conduct = 503;
    await fileOne(test);
    for (let rounds = 0; rounds < 10; rounds += 1) {
      await send();
      const [row] = await log();
      if (row?.state !== "pending") break;
      test.time.set(Math.max(row.due, test.time.read()));
    }
    expect((await log())[0]).toMatchObject({ attempts: 10, state: "failed", status: 503 });
    expect((await endpointsOf(test.plazo, test.desk))[0]?.state).toBe("on");
    test.time.advance(DAY);
    await fileOne(test);
    await send();
    expect((await endpointsOf(test.plazo, test.desk))[0]?.state).toBe("failing");
    await test.work();
    const mail = test.mails("elena@example.com").at(-1);
    expect(mail?.subject).toContain("127.0.0.1");
    expect(mail?.text).toContain("/app/d/hib2b/integraciones");
  });

  it("and answers 410 is switched off at once; what happens meanwhile is missed, and told when it is on again", async () => {
    receiver.conduct = 410;
    await fileOne(test);
    const from = test.time.read();
    expect(await send()).toMatchObject({ ends: { failed: 1 } });
    expect((await endpointsOf(test.plazo, test.desk))[0]?.state).toBe("gone");
    const { folio } = await fileOne(test);
    expect((await log())[0]).toMatchObject({ state: "missed", folio, attempts: 0 });
    expect(await send()).toMatchObject({ ends: { sent: 0, failed: 0, postponed: 0 } });
    expect(await sendTrial(test.plazo, at(), "Elena")).toMatchObject({ refused: "webhook-off" });
    receiver.conduct = 204;
    await switchEndpoint(test.plazo, test.desk, { id: endpoint, state: "on", by });
    const wish = { from, to: from + 1, all: false, by: "Elena" };
    expect(await replayStretch(test.plazo, at(), wish)).toEqual({ again: 2 });
    expect(await replayStretch(test.plazo, at(), wish)).toEqual({ again: 0 });
    expect(await send()).toMatchObject({ ends: { sent: 2 } });
  });
});

describe("what was sent", () => {
  it("is sent once more when somebody asks, with the same id, and not while it waits", async () => {
    await fileOne(test);
    const [waits] = await log();
    const id = Number(waits?.id);
    expect(await replayOne(test.plazo, at(), { id, by: "Elena" })).toMatchObject({
      refused: "not-replayable",
    });
    await send();
    expect(await replayOne(test.plazo, at(), { id, by: "Elena" })).toEqual({ again: 1 });
    await send();
    const ids = receiver.arrived.map(({ headers }) => headers["webhook-id"]);
    expect(ids).toEqual([ids[0], ids[0]]);
    expect((await log())[0]).toMatchObject({ againOf: String(id), askedBy: "Elena" });
  });

  it("is listed in pages, newest first, without end or gap", async () => {
    for (let filed = 0; filed < 5; filed += 1) await fileOne(test);
    const seen: string[] = [];
    for (let place: string | null = null; ;) {
      const page = await deliveriesOf(test.plazo, at(), { place, limit: 2 });
      if (isRefusal(page)) throw new Error(page.refused);
      seen.push(...page.deliveries.map(({ id }) => id));
      if (page.next === null) break;
      place = page.next;
    }
    expect(seen).toEqual((await log()).map(({ id }) => id));
    expect(seen).toHaveLength(5);
  });

  it("is a trial where somebody tries it, which tells of nothing", async () => {
    await sendTrial(test.plazo, at(), "Elena");
    await send();
    expect(JSON.parse(receiver.arrived[0]?.body ?? "")).toMatchObject({
      type: "webhook.trial",
      data: { desk: "hib2b" },
    });
  });
});

describe("an endpoint", () => {
  it("is https without user or fragment, and http only where the installation allows its host", async () => {
    for (const url of [
      "http://erp.example.com/",
      "https://ana:clave@erp.example.com/",
      "https://erp.example.com/#x",
      "ftp://erp.example.com/",
      "no es una dirección",
    ]) {
      const wish = { url, note: "", types: hookTypeNames, by };
      expect(await addEndpoint(test.plazo, test.desk, wish)).toMatchObject({
        refused: "webhook-address",
      });
    }
  });

  it("whose name leads into a private network now and then is reached at no such time", async () => {
    const { port } = new URL(receiver.url);
    const url = `https://erp.example.com:${port}/avisos`;
    await editEndpoint(test.plazo, test.desk, {
      id: endpoint,
      url,
      note: "",
      types: hookTypeNames,
      by,
    });
    await fileOne(test);
    const answers = [["203.0.113.9", "169.254.169.254"], ["::ffff:10.0.0.8"], ["10.0.0.8"]];
    for (const addresses of answers) {
      await send({ lookup: () => Promise.resolve(addresses) });
      const [row] = await log();
      expect(row).toMatchObject({ state: "pending", error: "EPRIVATE", status: null });
      test.time.advance(DAY);
    }
    expect(receiver.arrived).toEqual([]);
  });

  it("that was taken away is told nothing, and is not found", async () => {
    await fileOne(test);
    await switchEndpoint(test.plazo, test.desk, { id: endpoint, state: "removed", by });
    await send();
    expect(receiver.arrived).toEqual([]);
    const page = await deliveriesOf(test.plazo, at(), { place: null, limit: 5 });
    expect(page).toMatchObject({ refused: "no-such-webhook" });
  });
});
