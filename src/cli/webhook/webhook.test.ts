import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileOne, openTestDesk } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { isRefusal } from "../../core/refusal.ts";
import { addEndpoint, switchEndpoint } from "../../desk/webhooks/endpoints.ts";
import { webhookList, webhookLog, webhookReplay, webhookTry } from "./webhook.ts";
import type { WebhookCommand } from "./webhook.ts";

const by = { who: "test", name: "Prueba", way: "cli", source: null } as const;
let test: TestDesk;
let id = "";
beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-20T16:00:00Z");
});
afterAll(() => test.close());

const said: string[] = [];
const wrong: string[] = [];
const command = (): WebhookCommand => ({
  desk: "hib2b",
  language: "es",
  io: { out: (line) => void said.push(line), err: (line) => void wrong.push(line) },
  onDesks: (work) => work({ db: test.plazo.db }),
});

describe("plazo webhook", () => {
  it("lists where what happens is told, without any secret", async () => {
    expect(await webhookList(command())).toBe(0);
    expect(said.at(-1)).toContain("no avisa");
    const wish = { url: "https://erp.example.com/avisos", note: "ERP", by };
    const types = ["ticket.filed"] as const;
    const added = await addEndpoint(test.plazo, test.desk, { ...wish, types });
    if (isRefusal(added)) throw new Error(added.refused);
    ({ id } = added.made);
    await webhookList(command());
    expect(said.at(-1)).toBe(`${id}\tencendido\thttps://erp.example.com/avisos\tERP`);
  });

  it("shows what was sent, sends a trial, and sends a period again", async () => {
    expect(await webhookTry(command(), id)).toBe(0);
    await switchEndpoint(test.plazo, test.desk, { id, state: "off", by });
    const { folio } = await fileOne(test);
    await webhookLog(command(), id);
    expect(said.some((line) => line.includes(`ticket.filed\t${folio}\tapagado`))).toBe(true);
    expect(await webhookReplay(command(), id, { hours: 1, all: false })).toBe(0);
    expect(said.at(-1)).toBe("Va en camino 1 aviso.");
  });

  it("refuses what cannot be: hours that are none, an endpoint that is none or is off", async () => {
    expect(await webhookReplay(command(), id, { hours: 0, all: false })).toBe(2);
    expect(await webhookTry(command(), id)).toBe(1);
    expect(await webhookLog(command(), "00000000-0000-4000-8000-000000000000")).toBe(1);
    expect(wrong.at(-1)).toContain("No existe ese webhook");
  });
});
