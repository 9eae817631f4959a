import { Agent, request } from "node:http";
import type { ClientRequest } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { isRefusal } from "../src/core/refusal.ts";
import { DAY } from "../src/core/time/instant.ts";
import { makeToken } from "../src/desk/integrations/tokens.ts";
import type { Plazo } from "../src/desk/plazo.ts";
import { note } from "../src/desk/tickets/note.ts";
import { closeDatabase, openDatabase } from "../src/store/connect.ts";
import { told, under } from "./figure.ts";
import type { Figure } from "./figure.ts";
import { formBody, formPath, formType, sourceAddress } from "./filing/form.ts";
import { plazoOn } from "./filing/record.ts";
import { dataFolder, databaseOf, startPlazo } from "./kit/plazo.ts";
import { processorTime } from "./kit/processor-time.ts";
import { treeOf } from "./kit/tree.ts";

const AGENTS = 300;
const TICKETS = 40;
const ACTS = 400;
/** Milliseconds between two acts: twenty a second, as of a desk where each of 300 acts four times a minute. */
const EVERY = 50;
const DESK = "hib2b";
const by = { id: "agente", name: "Agente", level: null };

/**
 * Three hundred agents with a screen each on one process, and acts committed by another: how long
 * until all are told, what a screen holds of memory, and what all of it takes of the processor, also
 * when each of them asks for its list again as often as it is told to.
 */
export async function* figures(): AsyncGenerator<Figure> {
  const data = await dataFolder();
  const running = await startPlazo(data.path, {
    ...{ PLAZO_ROLE: "web", PLAZO_LOG: "warn", PLAZO_DESKS: DESK },
  });
  const db = await openDatabase({ connection: await databaseOf(data.path) });
  const plazo = await plazoOn(db, running.url);
  const pid = running.process.pid ?? 0;
  const folios: string[] = [];
  for (let n = 0; n < TICKETS; n += 1) folios.push(await file(running.url));
  const tokens = await tokensOf(plazo);
  await sleep(2_000);
  const before = await memoryOf(pid);
  const screens: Screen[] = [];
  for (let at = 0; at < AGENTS; at += 50)
    screens.push(
      ...(await Promise.all(tokens.slice(at, at + 50).map((token) => watch(running.url, token)))),
    );
  await sleep(5_000);
  const each = ((await memoryOf(pid)) - before) * (1_000 / AGENTS);
  yield under(
    { figure: "memory of an agent's open screen, of 300", value: Math.max(1, each), unit: "kB" },
    128,
  );
  const quiet = await run({ plazo, pid, folios, screens });
  yield under(
    { ...latency("from an act's commit until an agent is told, p95"), value: quiet.p95 },
    500,
  );
  yield told({ ...latency("the same, until the last of 300 is told, p95"), value: quiet.last });
  yield told({ ...share("processor that telling takes"), value: quiet.share });
  for (const screen of screens) screen.asks();
  const busy = await run({ plazo, pid, folios, screens });
  yield under(
    {
      ...latency("the same first, while each asks for its list again when it is told, p95"),
      value: busy.p95,
    },
    1_000,
  );
  yield under({ ...share("processor that telling and asking take"), value: busy.share }, 100);
  yield told({
    figure: "lists asked for a second by 300 screens",
    value: busy.asked,
    unit: "requests/s",
  });
  for (const screen of screens) screen.request.destroy();
  await closeDatabase(db);
  await running.stop();
  await data.remove();
}

const latency = (figure: string) => ({ figure: `${figure}, 300 screens open`, unit: "ms" });
const share = (figure: string) => ({
  figure: `${figure}, 300 screens, 20 acts a second`,
  unit: "% of a core",
});

interface Run {
  readonly plazo: Plazo;
  readonly pid: number;
  readonly folios: readonly string[];
  readonly screens: readonly Screen[];
}

/** Acts, one after the other at a steady pace, and what it took until each screen was told of each. */
async function run({ plazo, pid, folios, screens }: Run) {
  const times: number[] = [];
  const lasts: number[] = [];
  const waits: Promise<unknown>[] = [];
  const askedBefore = screens.reduce((sum, screen) => sum + screen.asked(), 0);
  const [began, used] = [performance.now(), await processorTime([pid])];
  for (let n = 0; n < ACTS; n += 1) {
    const folio = folios[n % folios.length] ?? "";
    const done = await note(plazo, { desk: DESK, folio }, { by, text: `nota ${n}` });
    if (isRefusal(done)) throw new Error(done.refused);
    const committed = performance.now();
    const told = screens.map(async (screen) => {
      await screen.until(folio, done.seq);
      const took = performance.now() - committed;
      times.push(took);
      return took;
    });
    waits.push(Promise.all(told).then((all) => lasts.push(Math.max(...all))));
    await sleep(Math.max(0, began + (n + 1) * EVERY - performance.now()));
  }
  await Promise.all(waits);
  const seconds = (performance.now() - began) / 1_000;
  const asked = screens.reduce((sum, screen) => sum + screen.asked(), 0) - askedBefore;
  return {
    p95: p95(times),
    last: p95(lasts),
    share: ((await processorTime([pid])) - used) / (seconds * 10),
    asked: asked / seconds,
  };
}

function p95(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;
}

async function file(url: string): Promise<string> {
  const headers = { origin: url, "content-type": formType, "x-forwarded-for": sourceAddress() };
  const answer = await fetch(url + formPath, {
    ...{ method: "POST", headers, body: formBody(), redirect: "manual" },
  });
  if (answer.status !== 303) throw new Error(`${answer.status} ${await answer.text()}`);
  const page = await fetch(new URL(answer.headers.get("location") ?? "", url));
  return /HD-\d+/u.exec(await page.text())?.[0] ?? "";
}

/** A token for each agent: a stream is the same whether a person or a program hears it. */
async function tokensOf(plazo: Plazo): Promise<readonly string[]> {
  const admin = { id: "administradora", name: "Administradora" };
  const expires = Date.now() + DAY;
  const made: string[] = [];
  for (let n = 0; n < AGENTS; n += 1) {
    const one = await makeToken(plazo, DESK, {
      name: `pantalla ${n}`,
      scopes: ["tickets:read"],
      expires,
      by: admin,
    });
    if (isRefusal(one)) throw new Error(one.refused);
    made.push(one.token);
  }
  return made;
}

/** As browsers do, connections are kept and few are made at once. */
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

interface Screen {
  readonly request: ClientRequest;
  until(folio: string, seq: number): Promise<void>;
  /** From now on it asks for its list when it is told, as often as its pace lets it. */
  asks(): void;
  asked(): number;
}

function watch(url: string, token: string): Promise<Screen> {
  const authorization = `Bearer ${token}`;
  const state = { asks: false, asked: 0, pace: 1_000, next: 0 };
  const waits = new Map<string, { readonly seq: number; readonly done: () => void }>();
  const newest = new Map<string, number>();
  const ask = (): void => {
    if (!state.asks || performance.now() < state.next) return;
    const later = Math.random() * (state.pace / 2);
    state.next = performance.now() + later + state.pace;
    setTimeout(() => {
      state.asked += 1;
      const list = `${url}/api/v1/desks/${DESK}/tickets?view=open&limit=50`;
      request(list, { agent, headers: { authorization } }, (answer) => answer.resume())
        .on("error", () => undefined)
        .end();
    }, later);
  };
  const hear = (event: string, data: string): void => {
    if (event === "pace") state.pace = (JSON.parse(data) as { ms: number }).ms;
    if (event === "moved") ask();
    if (event !== "ticket") return;
    const { folio, seq } = JSON.parse(data) as { folio: string; seq: number };
    newest.set(folio, seq);
    const waiting = waits.get(folio);
    if (waiting !== undefined && waiting.seq <= seq) waiting.done();
  };
  return new Promise((opened, failed) => {
    const asked = request(`${url}/api/v1/desks/${DESK}/live`, {
      agent: false,
      headers: { authorization },
    });
    asked.on("error", failed);
    asked.on("response", (answer) => {
      if (answer.statusCode !== 200) return failed(new Error(`stream: ${answer.statusCode}`));
      let rest = "";
      answer.on("error", () => undefined);
      answer.setEncoding("utf8").on("data", (text: string) => {
        const parts = (rest + text).split("\n\n");
        rest = parts.pop() ?? "";
        for (const part of parts) {
          const [, event = "", data = "{}"] =
            /^event: (\w+)\n(?:id: .*\n)?data: (.*)$/mu.exec(part) ?? [];
          hear(event, data);
        }
      });
      opened({
        request: asked,
        until: (folio, seq) =>
          new Promise((done) => {
            if ((newest.get(folio) ?? 0) >= seq) done();
            else waits.set(folio, { seq, done });
          }),
        asks: () => void (state.asks = true),
        asked: () => state.asked,
      });
    });
    asked.end();
  });
}

/** Megabytes of the server's own process. */
async function memoryOf(pid: number): Promise<number> {
  return (await treeOf(pid)).find((one) => one.pid === pid)?.pss ?? 0;
}
