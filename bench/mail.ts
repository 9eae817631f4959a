import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { isRefusal } from "../src/core/refusal.ts";
import { DAY } from "../src/core/time/instant.ts";
import { makeToken } from "../src/desk/integrations/tokens.ts";
import type { Plazo } from "../src/desk/plazo.ts";
import { closeDatabase, openDatabase } from "../src/store/connect.ts";
import { queryOne, statement } from "../src/store/query.ts";
import { inDesk } from "../src/store/transaction.ts";
import { smtpPeer } from "../test/kit/smtp-peer.ts";
import { atLeast, told, under } from "./figure.ts";
import type { Figure } from "./figure.ts";
import { plazoOn } from "./filing/record.ts";
import { dataFolder, databaseOf, startPlazo } from "./kit/plazo.ts";

const DESK = "hib2b";
const TO = "soporte@hib2b.example.com";
const A_SECOND = 10;
const SECONDS = 120;
const MAILS = A_SECOND * SECONDS;
/** Screens that ask without a pause to speak of, in turns the queue and a ticket. */
const SCREENS = 4;
const PAUSE = 50;
/** A token asks ten times a second at most. */
const TOKENS = 10;

const filed = statement(
  "bench.filed-by-mail",
  "select count(*)::integer as tickets, (select count(*)::integer from received_mail where state = 'filed') as mails from ticket",
);

/**
 * Ten mails a second for two minutes, handed over by another server to one process that does
 * everything, while the workspace's pages are asked for without end.
 */
export async function* figures(): AsyncGenerator<Figure> {
  const data = await dataFolder();
  const smtp = await freePort();
  const running = await startPlazo(data.path, { PLAZO_SMTP_PORT: smtp, PLAZO_LOG: "warn" });
  const db = await openDatabase({ connection: await databaseOf(data.path) });
  const plazo = await plazoOn(db, running.url);
  const screens = await startScreens(plazo, running.url);
  const taken = await sendMails(smtp);
  const asked = await screens.stop();
  const became = await inDesk(db, DESK, (tx) =>
    queryOne<{ tickets: number; mails: number }>(tx, filed, []),
  );
  const name = `${A_SECOND} mails a second for ${SECONDS} s by SMTP`;
  yield atLeast(
    { figure: `${name}: tickets`, value: became?.tickets ?? 0, unit: "tickets" },
    MAILS,
  );
  yield atLeast({ figure: `${name}: mails kept`, value: became?.mails ?? 0, unit: "mails" }, MAILS);
  yield told({ figure: `${name}: stored and answered, p95`, value: p95(taken), unit: "ms" });
  yield under(
    { figure: `${name}: the queue meanwhile, p95`, value: p95(asked.queue), unit: "ms" },
    300,
  );
  yield under(
    { figure: `${name}: a ticket meanwhile, p95`, value: p95(asked.ticket), unit: "ms" },
    300,
  );
  const pages = asked.queue.length + asked.ticket.length;
  yield told({ figure: `${name}: pages asked for`, value: pages / SECONDS, unit: "1/s" });
  await closeDatabase(db);
  await running.stop();
  await data.remove();
}

/** Lines that one server keeps open to another: Postfix's own default. */
const LINES = 20;

/** Hands a mail over every tenth of a second, and those that find no line free as soon as one is; gives how long each was on its way. */
async function sendMails(port: number): Promise<readonly number[]> {
  const times: number[] = [];
  const began = performance.now();
  let next = 0;
  const line = async (): Promise<void> => {
    for (let n = next++; n < MAILS; n = next++) {
      const due = began + (n * 1_000) / A_SECOND;
      await sleep(Math.max(0, due - performance.now()));
      await handOver(port, n);
      times.push(performance.now() - due);
    }
  };
  await Promise.all(Array.from({ length: LINES }, line));
  return times;
}

async function handOver(port: number, n: number): Promise<void> {
  const peer = await smtpPeer(port);
  for (const step of [
    "EHLO mta.example.com",
    `MAIL FROM:<cliente-${n}@example.com>`,
    `RCPT TO:<${TO}>`,
    "DATA",
  ]) {
    const answer = await peer.say(step);
    if (/^[45]|^$/u.test(answer)) throw new Error(`${step}: ${answer}`);
  }
  const answer = await peer.send(mailOf(n));
  if (!answer.startsWith("250")) throw new Error(`mail ${n}: ${answer}`);
  await peer.say("QUIT");
  peer.cut();
}

function mailOf(n: number): string {
  return [
    `From: Cliente ${n} <cliente-${n}@example.com>`,
    `To: ${TO}`,
    `Subject: No puedo cargar la factura ${n}`,
    `Message-ID: <banco-${n}@example.com>`,
    "Content-Type: text/plain; charset=utf-8",
    "",
    `Desde ayer no puedo cargar la factura ${n} en el portal: la página dice que el XML no es válido.`,
    "",
  ].join("\r\n");
}

interface Times {
  readonly queue: number[];
  readonly ticket: number[];
}

/** Asks for the queue and for its first ticket, in turns, until it is stopped; gives what each took. */
async function startScreens(plazo: Plazo, url: string): Promise<{ stop(): Promise<Times> }> {
  const times: Times = { queue: [], ticket: [] };
  const state = { stopped: false };
  const tokens = await Promise.all(Array.from({ length: TOKENS }, (_, n) => tokenOf(plazo, n)));
  let turn = 0;
  const ask = async (path: string, into: number[]): Promise<unknown> => {
    const token = tokens[(turn += 1) % TOKENS] ?? "";
    const from = performance.now();
    const answer = await fetch(`${url}/api/v1/desks/${DESK}${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const said: unknown = await answer.json();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${JSON.stringify(said)}`);
    into.push(performance.now() - from);
    return said;
  };
  const screen = async (): Promise<void> => {
    while (!state.stopped) {
      const { tickets } = (await ask("/tickets", times.queue)) as { tickets: { folio: string }[] };
      await sleep(PAUSE);
      const folio = tickets[turn % Math.max(1, tickets.length)]?.folio;
      if (folio !== undefined) await ask(`/tickets/${folio}`, times.ticket);
      await sleep(PAUSE);
    }
  };
  const screens = Promise.all(Array.from({ length: SCREENS }, screen));
  return {
    async stop() {
      state.stopped = true;
      await screens;
      return times;
    },
  };
}

async function tokenOf(plazo: Plazo, n: number): Promise<string> {
  const made = await makeToken(plazo, DESK, {
    name: `Pantalla ${n}`,
    scopes: ["tickets:read"],
    expires: Date.now() + DAY,
    by: { id: "bench", name: "Bench" },
  });
  if (isRefusal(made)) throw new Error(made.refused);
  return made.token;
}

function p95(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => found(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
