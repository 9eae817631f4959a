import { afterAll, beforeAll, expect, it } from "vitest";
import { plazoClient, Refused } from "../../../clients/typescript/client.ts";
import type { Client } from "../../../clients/typescript/client.ts";
import { openTestApi } from "../../../test/kit/api.ts";
import type { TestApi } from "../../../test/kit/api.ts";
import { openTestDesk } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";

let test: TestDesk;
let api: TestApi;
let plazo: Client;
/** Answers that the network swallows, after the desk has given them. */
let swallowed = 0;
beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-20T16:00:00Z");
  api = openTestApi(test);
  const token = await api.program("ERP", ["tickets:read", "tickets:write"]);
  plazo = plazoClient({
    url: "https://plazo.example.com/api/v1",
    token,
    language: "en",
    async fetch(request) {
      const answer = await api.browser.app.request(request);
      if (swallowed === 0) return answer;
      swallowed -= 1;
      throw new TypeError("the network is gone");
    },
  });
});
afterAll(async () => {
  await api.close();
  await test.close();
});

const body = {
  form: "soporte",
  channel: "api",
  portal: "compras.example.com",
  fields: {
    tipo: "contrasena",
    quien: "EKU9003173C9",
    correo: "compras@example.com",
    descripcion: "No puedo entrar.",
  },
} as const;

it("files, reads and acts, by the types of the description", async () => {
  const { answer: filed } = await plazo("takeDownTicket", { path: { desk: "hib2b" }, body });
  const at = { desk: "hib2b", folio: filed.folio };
  const { answer: ticket, etag } = await plazo("readTicket", { path: at });
  expect([ticket.row.subject.length > 0, ticket.timeline[0]?.by.kind]).toEqual([
    true,
    "integration",
  ]);
  const noted = await plazo("noteTicket", {
    path: at,
    headers: { "if-match": etag ?? "" },
    body: { text: "Del ERP" },
  });
  expect(noted.answer.seq).toBe(ticket.row.seq + 1);
});

it("does once what is sent twice because an answer was lost", async () => {
  const before = (await plazo("listTickets", { path: { desk: "hib2b" }, query: { view: "all" } }))
    .answer.tickets.length;
  swallowed = 1;
  const { replayed } = await plazo("takeDownTicket", { path: { desk: "hib2b" }, body });
  expect(replayed).toBe(true);
  const after = (await plazo("listTickets", { path: { desk: "hib2b" }, query: { view: "all" } }))
    .answer.tickets.length;
  expect(after - before).toBe(1);
});

it("throws what the desk refuses, with its words", async () => {
  const asked = plazo("readTicket", { path: { desk: "hib2b", folio: "HD-999" } });
  await expect(asked).rejects.toBeInstanceOf(Refused);
  await expect(asked).rejects.toMatchObject({ problem: { code: "no-such-ticket", status: 404 } });
});
