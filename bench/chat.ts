import { cp, readFile, writeFile } from "node:fs/promises";
import { request } from "node:http";
import type { ClientRequest } from "node:http";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isRefusal } from "../src/core/refusal.ts";
import { reply } from "../src/desk/tickets/reply.ts";
import { closeDatabase, openDatabase } from "../src/store/connect.ts";
import { told, under } from "./figure.ts";
import type { Figure } from "./figure.ts";
import { plazoOn } from "./filing/record.ts";
import { dataFolder, databaseOf, root, startPlazo } from "./kit/plazo.ts";
import { treeOf } from "./kit/tree.ts";

const CHATS = 1_000;
const REPLIES = 400;
const AT_ONCE = 4;
const DESK = "interfactura";

/** How often the memory at rest is looked at, and milliseconds before each look. */
const REST_SAMPLES = 8;
const REST_PAUSE = 3_000;
const agent = { id: "agente", name: "Agente", level: null };

/**
 * A thousand chats open on one process: what each holds of its memory, and how long an agent's word,
 * committed by another process, takes to the client's page.
 */
export async function* figures(): AsyncGenerator<Figure> {
  const data = await dataFolder();
  const policies = join(dirname(data.path), "policies");
  await packWithOpenChat(policies);
  const running = await startPlazo(data.path, {
    ...{ PLAZO_ROLE: "web", PLAZO_LOG: "warn", PLAZO_POLICIES: policies },
  });
  const db = await openDatabase({ connection: await databaseOf(data.path) });
  const plazo = await plazoOn(db, running.url);
  const chats: Chat[] = [];
  const began = performance.now();
  for (let at = 0; at < CHATS; at += 20)
    chats.push(
      ...(await Promise.all(Array.from({ length: 20 }, (_, i) => begin(running.url, at + i)))),
    );
  const rate = CHATS / ((performance.now() - began) / 1000);
  yield told({ figure: "chats begun a second", value: rate, unit: "chats/s" });
  const pid = running.process.pid ?? 0;
  const before = await memoryAtRest(pid);
  const pages: Page[] = [];
  for (let at = 0; at < CHATS; at += 50)
    pages.push(
      ...(await Promise.all(chats.slice(at, at + 50).map((chat) => follow(running.url, chat)))),
    );
  const each = ((await memoryAtRest(pid)) - before) * (1_000 / CHATS);
  yield under(
    { figure: "memory of an open chat, of 1,000", value: Math.max(1, each), unit: "kB" },
    64,
  );
  const times: number[] = [];
  const after: number[] = [];
  let next = 0;
  const say = async (): Promise<void> => {
    for (let n = next++; n < REPLIES; n = next++) {
      const page = pages[(n * 7) % CHATS];
      if (page === undefined) return;
      const text = `respuesta ${n}.`;
      const from = performance.now();
      const arrived = page.until(text);
      const done = await reply(plazo, { desk: DESK, folio: page.chat.folio }, { by: agent, text });
      if (isRefusal(done)) throw new Error(done.refused);
      const committed = performance.now();
      await arrived;
      times.push(performance.now() - from);
      after.push(performance.now() - committed);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, say));
  yield told({
    figure: "an agent's act and its way to the client's page, p95, 1,000 chats open",
    value: p95(times),
    unit: "ms",
  });
  yield under(
    {
      figure: "from the commit of an agent's word to the client's page, p95, 1,000 chats open",
      value: Math.max(1, p95(after)),
      unit: "ms",
    },
    300,
  );
  for (const page of pages) page.request.destroy();
  await closeDatabase(db);
  await running.stop();
  await data.remove();
}

function p95(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;
}

/** The pack of Interfactura with its chat attended day and night, so that it is live whenever the bench runs. */
async function packWithOpenChat(folder: string): Promise<void> {
  const packs = join(root, "policies");
  for (const name of ["shared", DESK])
    await cp(join(packs, name), join(folder, name), { recursive: true });
  const file = join(folder, DESK, "policy.yaml");
  const text = await readFile(file, "utf8");
  const open = text.replace(/(\n {2}chat: \{.*)during: oficina/u, "$1always: true");
  if (open === text) throw new Error("the pack's chat has other hours");
  await writeFile(file, open);
}

interface Chat {
  readonly capability: string;
  readonly folio: string;
  readonly source: string;
}

async function begin(url: string, n: number): Promise<Chat> {
  const source = `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`;
  const form = new URLSearchParams({
    _envio: `banco-de-pruebas-${n}`,
    lang: "es",
    descripcion: `¿Cómo cancelo la factura ${n}?`,
    quien: "EKU9003173C9",
    correo: `cliente-${n}@example.com`,
  });
  const answer = await fetch(`${url}/d/${DESK}/chat?form=asesoria`, {
    method: "POST",
    headers: { origin: url, accept: "application/json", "x-forwarded-for": source },
    body: form,
  });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return { ...((await answer.json()) as { capability: string; folio: string }), source };
}

interface Page {
  readonly chat: Chat;
  readonly request: ClientRequest;
  until(text: string): Promise<void>;
}

function follow(url: string, chat: Chat): Promise<Page> {
  return new Promise((opened, failed) => {
    const waits = new Map<string, () => void>();
    const asked = request(`${url}/d/${DESK}/chat/vivo`, {
      agent: false,
      headers: {
        authorization: `Bearer ${chat.capability}`,
        accept: "text/event-stream",
        "x-forwarded-for": chat.source,
      },
    });
    asked.on("error", (fault) => failed(fault));
    asked.on("response", (answer) => {
      if (answer.statusCode !== 200) return failed(new Error(`stream: ${answer.statusCode}`));
      answer.on("error", () => undefined);
      answer.setEncoding("utf8").on("data", (text: string) => {
        for (const [words, arrived] of waits)
          if (text.includes(words)) {
            waits.delete(words);
            arrived();
          }
      });
      opened({
        chat,
        request: asked,
        until: (text) => new Promise((arrived) => waits.set(text, arrived)),
      });
    });
    asked.end();
  });
}

/**
 * Megabytes of the server's own process (its database has as many connections as before): the least
 * over some seconds without requests, in which what the last ones left behind is collected.
 */
async function memoryAtRest(pid: number): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let sample = 0; sample < REST_SAMPLES; sample += 1) {
    await sleep(REST_PAUSE);
    const all = (await treeOf(pid)).find((one) => one.pid === pid)?.pss ?? 0;
    least = Math.min(least, all);
  }
  return least;
}
