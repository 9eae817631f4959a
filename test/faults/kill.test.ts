import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withClient } from "../../src/store/connect.ts";
import { mailServer } from "../kit/mail-server.ts";
import type { MailServer } from "../kit/mail-server.ts";
import { KILLS } from "../kit/runs.ts";
import { dataFolder, endOrphan, freePort, postmasterOf, serve } from "../kit/served.ts";
import type { Served } from "../kit/served.ts";

let data: Awaited<ReturnType<typeof dataFolder>>;
let port: number;
let smtp: MailServer;
let server: Served;

const again = async (): Promise<void> =>
  void (server = await serve(data.path, port, { environment: { SMTP_URL: smtp.url } }));

beforeAll(async () => {
  [data, port, smtp] = await Promise.all([dataFolder(), freePort(), mailServer()]);
  await again();
});
afterAll(async () => {
  await server.stop();
  await endOrphan(data.path);
  await smtp.close();
  await data.remove();
});

/** A form that somebody sends: what it says, and what the server answered, if it did. */
interface Sending {
  readonly address: string;
  readonly submission: string;
  readonly source: string;
  /** Whether a file comes along: such a ticket is committed alone, others with those beside them. */
  readonly file: boolean;
  /** The ticket's page: the server answered 303, and the ticket is promised to be there for ever. */
  page: string | null;
}

let people = 0;

function somebody(): Sending {
  people += 1;
  const n = people;
  return {
    address: `persona-${n}@example.com`,
    submission: `envio-${String(n).padStart(20, "0")}`,
    source: `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`,
    file: n % 2 === 0,
    page: null,
  };
}

/** Sends the form; a server that dies meanwhile leaves it without an answer. */
async function send(sending: Sending): Promise<"answered" | "cut"> {
  const body = new FormData();
  body.append("_envio", sending.submission);
  body.append("tipo", "contrasena");
  body.append("descripcion", `No puedo entrar. Soy ${sending.address}`);
  body.append("quien", "EKU9003173C9");
  body.append("correo", sending.address);
  const log = new File([`bitácora de ${sending.address}`], "bitacora.txt");
  if (sending.file) body.append("adjuntos", log);
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/d/hib2b/ayuda`, {
      method: "POST",
      body,
      redirect: "manual",
      headers: { "sec-fetch-site": "same-origin", "x-forwarded-for": sending.source },
    });
    await answer.arrayBuffer();
    if (answer.status !== 303) return "cut";
    sending.page = answer.headers.get("location")?.split("?", 1)[0] ?? null;
    return "answered";
  } catch {
    return "cut";
  }
}

/** Eight people one after another send forms until it is over, then those whose form was cut send it once more. */
async function load(until: AbortSignal, all: Sending[]): Promise<void> {
  const person = async (): Promise<void> => {
    while (!until.aborted) {
      const sending = somebody();
      all.push(sending);
      await send(sending);
      await sleep(10);
    }
  };
  await Promise.all(Array.from({ length: 8 }, person));
}

interface Row {
  readonly recipient: string;
  readonly folio: string;
  readonly state: string;
  readonly messageId: string;
  readonly tickets: number;
  readonly events: number;
  readonly messages: number;
  readonly files: number;
}

async function inDatabase<T extends object>(sql: string): Promise<T[]> {
  const { socket } = await postmasterOf(data.path);
  const connection = { kind: "socket", folder: socket, port: 5432, database: "plazo" } as const;
  return withClient(connection, "owner", async (client) => {
    await client.query("select set_config('app.desk', 'hib2b', false)");
    return (await client.query<T>(sql)).rows;
  });
}

const rows = (): Promise<Row[]> =>
  inDatabase(`
  select o.recipient, o.folio, o.state, o.message_id as "messageId",
         (select count(*)::integer from ticket t where t.desk_id = o.desk_id and t.number = o.ticket) as tickets,
         (select count(*)::integer from ticket_event e where e.desk_id = o.desk_id and e.ticket = o.ticket) as events,
         (select count(*)::integer from message m where m.desk_id = o.desk_id and m.ticket = o.ticket) as messages,
         (select count(*)::integer from file f where f.desk_id = o.desk_id and f.ticket = o.ticket) as files
    from outbox o`);

/** A minute passes: what a killed worker held is free. */
async function minutePasses(): Promise<void> {
  await inDatabase(
    "update outbox set lease_until = null, due = least(due, now()) where state = 'pending'",
  );
}

async function everythingLeft(): Promise<void> {
  const until = performance.now() + 30_000;
  for (;;) {
    const waiting = (await rows()).filter(({ state }) => state === "pending").length;
    if (waiting === 0) return;
    if (performance.now() > until) throw new Error(`${waiting} messages still wait`);
    await sleep(100);
  }
}

describe(`kill -9 of the server at ${KILLS} random moments under load`, () => {
  const all: Sending[] = [];
  const kills: number[] = [];

  it(
    "loses no ticket that was acknowledged, and leaves no mail twice but in the one window that there is",
    { timeout: 60_000 + KILLS * 45_000 },
    async () => {
      for (let kill = 0; kill < KILLS; kill += 1) {
        const before = all.length;
        const over = new AbortController();
        const loading = load(over.signal, all);
        await sleep(100 + Math.random() * 900);
        const { pid } = await postmasterOf(data.path);
        kills.push(performance.now());
        await server.kill();
        // One time in three the power goes for the database as well.
        if (kill % 3 === 2) process.kill(pid, "SIGKILL");
        over.abort();
        await loading;
        await again();
        for (const { page } of all.slice(before)) {
          if (page === null) continue;
          const seen = await fetch(`http://127.0.0.1:${port}${page}`);
          expect(seen.status, page).toBe(200);
          await seen.arrayBuffer();
        }
      }
      const cut = all.filter(({ page }) => page === null);
      const acknowledged = all.filter(({ page }) => page !== null);
      expect(acknowledged.length).toBeGreaterThan(KILLS * 3);
      // Whoever had no answer presses the button again: still one ticket each.
      for (const sending of cut) expect(await send(sending)).toBe("answered");
      await minutePasses();
      await everythingLeft();

      const found = new Map<string, Row[]>();
      for (const row of await rows())
        found.set(row.recipient, [...(found.get(row.recipient) ?? []), row]);
      const ticket = { state: "sent", tickets: 1, events: 1, messages: 1 };
      for (const { address, file } of all) {
        expect(found.get(address), address).toEqual([
          expect.objectContaining({ ...ticket, files: file ? 1 : 0 }),
        ]);
      }
      const [tickets] = await inDatabase<{ n: number }>(
        "select count(*)::integer as n from ticket",
      );
      expect(tickets?.n).toBe(all.length);

      let repeats = 0;
      for (const { address } of all) {
        const mails = smtp.arrived.filter(({ to }) => to === address);
        expect(mails.length, address).toBeGreaterThan(0);
        const row = found.get(address)?.[0];
        expect([...new Set(mails.map(({ messageId }) => messageId))], address).toEqual([
          row?.messageId,
        ]);
        // Each repeat comes of a kill within the moment between the server's acceptance and our commit.
        for (const { at } of mails.slice(0, -1)) {
          repeats += 1;
          const next = kills.find((when) => when >= at - 50);
          expect(next === undefined ? Infinity : next - at, `${address} twice`).toBeLessThan(500);
        }
      }
      expect(repeats).toBeLessThanOrEqual(KILLS * 4);
      console.log(
        `kills: ${KILLS}, tickets: ${all.length}, cut: ${cut.length}, mails repeated: ${repeats}`,
      );
    },
  );
});

describe("kill -9 between the mail server's acceptance and our commit", () => {
  it("sends the mail again after the lease, with the same Message-ID, and then no more", async () => {
    const sending = somebody();
    const killed = new Promise<void>((done) => {
      smtp.before = async ({ to }) => {
        if (to !== sending.address) return;
        smtp.before = () => undefined;
        await server.kill();
        done();
      };
    });
    expect(await send(sending)).toBe("answered");
    await killed;
    await again();
    const held = (await rows()).find(({ recipient }) => recipient === sending.address);
    expect(held?.state).toBe("pending");
    await minutePasses();
    await everythingLeft();
    await sleep(600);
    const mails = smtp.arrived.filter(({ to }) => to === sending.address);
    expect(mails.map(({ messageId }) => messageId)).toEqual([held?.messageId, held?.messageId]);
  });
});
