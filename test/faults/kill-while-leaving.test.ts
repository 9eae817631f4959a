import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compositions, compositionSent } from "../../src/contract/compositions.ts";
import { ticketDetail } from "../../src/contract/ticket.ts";
import { mailServer } from "../kit/mail-server.ts";
import type { Arrived, MailServer } from "../kit/mail-server.ts";
import { dataFolder, endOrphan, freePort, serve } from "../kit/served.ts";
import type { Served } from "../kit/served.ts";

// A reply waits in its undo window while the process that would send it is killed: it leaves once, or,
// called back before, never.
let data: Awaited<ReturnType<typeof dataFolder>>;
let port: number;
let smtp: MailServer;
let server: Served;
let cookie = "";

const start = async (): Promise<void> =>
  void (server = await serve(data.path, port, {
    environment: { PLAZO_DESKS: "hib2b", SMTP_URL: smtp.url },
  }));

const origin = (): string => `http://localhost:${port}`;

beforeAll(async () => {
  [data, port, smtp] = await Promise.all([dataFolder(), freePort(), mailServer()]);
  await start();
  const linkIn = (): string => /http\S+\/app\/entrar\/\S+/u.exec(server.said())?.[0] ?? "";
  for (const since = Date.now(); linkIn() === "" && Date.now() - since < 30_000;) await sleep(50);
  const link = linkIn();
  const entered = await fetch(link, {
    method: "POST",
    redirect: "manual",
    headers: { origin: origin() },
    body: new URLSearchParams({
      name: "Ximena de Prueba",
      email: "ximena@plazo.example.com",
      password: "una frase larga de prueba",
    }),
  });
  expect(entered.status).toBe(303);
  cookie = entered.headers
    .getSetCookie()
    .map((one) => one.split(";", 1)[0])
    .join("; ");
}, 60_000);
afterAll(async () => {
  await server.stop();
  await endOrphan(data.path);
  await smtp.close();
  await data.remove();
});

async function ask(path: string, body?: object): Promise<unknown> {
  const answer = await fetch(`${origin()}/api/v1/desks/hib2b${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: { cookie, origin: origin(), "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const said: unknown = await answer.json();
  expect([path, answer.status, said]).toEqual([path, 200, said]);
  return said;
}

interface Reply {
  readonly folio: string;
  readonly id: string;
  readonly text: string;
  readonly leavesAt: number;
}

let replies = 0;

async function replying(undoSeconds: 5 | 12): Promise<Reply> {
  replies += 1;
  const correo = `persona-${String(replies)}@example.com`;
  const fields = { tipo: "contrasena", descripcion: "No abre.", quien: "EKU9003173C9", correo };
  const filed = await ask("/tickets", { form: "soporte", channel: "mail", fields, language: "es" });
  const { folio } = filed as { folio: string };
  const { row } = ticketDetail.parse(await ask(`/tickets/${folio}`));
  const id = crypto.randomUUID();
  const text = `Respuesta número ${String(replies)}, una sola vez.`;
  const content = {
    ...{ text, cause: "", remedy: "", awaiting: "client", session: "s".repeat(32), files: [] },
    ...{ acts: [], used: [], mentions: [] },
  };
  const wish = { mode: "reply", seen: row.seq, content, sees: [], undoSeconds };
  const { leavesAt } = compositionSent.parse(
    await ask(`/tickets/${folio}/compositions/${id}/send`, wish),
  );
  return { folio, id, text, leavesAt: leavesAt ?? 0 };
}

/** The mails with a reply's words, as they reached the server: quoted in no other. */
const mailsOf = ({ text }: Reply): readonly Arrived[] =>
  smtp.arrived.filter(({ raw }) => readable(raw).includes(text));

/** A mail as text: the lines that its encoding breaks are whole, its accents are letters. */
function readable(raw: string): string {
  const whole = raw.replace(/=\r?\n/gu, "");
  const bytes = whole.replace(/=([0-9A-F]{2})/gu, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, "latin1").toString("utf8");
}

async function saidIn({ folio, text }: Reply): Promise<number> {
  const { timeline } = ticketDetail.parse(await ask(`/tickets/${folio}`));
  return timeline.filter(({ message }) => message?.text === text).length;
}

const until = (at: number): Promise<void> => sleep(Math.max(0, at - Date.now()));

describe("kill -9 while a reply waits in its undo window", () => {
  it("it leaves once when its window is over, late where that passed meanwhile; called back before, never", async () => {
    const waits = await replying(12);
    const passes = await replying(5);
    const back = await replying(12);
    await ask(`/tickets/${back.folio}/compositions/${back.id}/undo`, {});
    await server.kill();
    await until(passes.leavesAt + 500);
    await start();
    await expect.poll(() => mailsOf(passes).length).toBe(1);
    if (Date.now() < waits.leavesAt - 500) expect(await saidIn(waits)).toBe(0);
    await until(waits.leavesAt);
    await expect.poll(() => mailsOf(waits).length).toBe(1);
    await until(back.leavesAt + 3_000);
    expect([await saidIn(waits), await saidIn(passes), await saidIn(back)]).toEqual([1, 1, 0]);
    expect([mailsOf(waits), mailsOf(passes), mailsOf(back)].map(({ length }) => length)).toEqual([
      ...[1, 1, 0],
    ]);
    const { compositions: kept } = compositions.parse(
      await ask(`/tickets/${back.folio}/compositions`),
    );
    expect(kept.map(({ state, content }) => [state, content.text])).toEqual([["draft", back.text]]);
  });

  it("at any moment around its leaving, it is said once, and under one Message-ID", async () => {
    const reply = await replying(5);
    // The worker looks twice a second.
    await until(reply.leavesAt + Math.random() * 900);
    await server.kill();
    await start();
    await expect.poll(() => saidIn(reply)).toBe(1);
    // What a killed worker held is free after its lease.
    await expect.poll(() => mailsOf(reply).length).toBeGreaterThan(0);
    await sleep(1_500);
    expect(new Set(mailsOf(reply).map(({ messageId }) => messageId)).size).toBe(1);
    expect(await saidIn(reply)).toBe(1);
  });
});
