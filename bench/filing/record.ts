import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { keptMail } from "../../src/channels/email/send.ts";
import { packPartsIn } from "../../src/cli/pack-parts.ts";
import { emptyCaches } from "../../src/desk/caches.ts";
import { diskFiles } from "../../src/desk/files/disk-files.ts";
import { acknowledgementLimits } from "../../src/desk/plazo.ts";
import type { Plazo } from "../../src/desk/plazo.ts";
import { systemRandom } from "../../src/desk/random.ts";
import { makeApp } from "../../src/http/app.ts";
import { makeLog } from "../../src/http/log.ts";
import { makeMetrics } from "../../src/http/metrics.ts";
import type { Database } from "../../src/store/connect.ts";
import { formBody, formPath, formType, sourceAddress } from "./form.ts";

/** What was sent to the database at once: a text, or a prepared statement with its values. */
export type Sent =
  | string
  | { readonly name: string; readonly text: string; readonly values: readonly unknown[] };

/** What goes to the database in one write, to be answered before the next. */
export type Trip = readonly Sent[];

/** The round trips of each transaction of one filing, as the program's own path makes them. */
export type Recording = readonly (readonly Trip[])[];

/** Files tickets by the real form until everything is warm, and records what the last one sends: one that nobody else's waits beside. */
export async function recordFiling(db: Database): Promise<Recording> {
  const { transactions, file } = await filingForms(db);
  for (let filings = 0; filings < 5; filings += 1) {
    transactions.length = 0;
    await file();
  }
  return transactions;
}

/** Files tickets that arrive together, on a database of one connection, and records the transaction in which eight are committed. */
export async function recordFilings(db: Database): Promise<Recording> {
  const { transactions, file } = await filingForms(db);
  for (let filings = 0; filings < 5; filings += 1) await file();
  transactions.length = 0;
  // While the only connection is held, one waits for it, four go beside, and eight wait for those.
  const held = await db.app.connect();
  const filed = Promise.all(Array.from({ length: 1 + 4 + TOGETHER }, file));
  await sleep(300);
  held.release();
  await filed;
  const together = transactions.filter((trips) =>
    trips.flat().some((sent) => typeof sent !== "string" && sent.name === writtenTogether),
  );
  if (together.length !== 1) throw new Error("eight were not committed together");
  return together.map((trips) => trips.map((trip) => trip.map(patient)));
}

/** The program gives a batch up that waits for a lock, and files each of it alone; what is only replayed waits. */
function patient(sent: Sent): Sent {
  return typeof sent === "string" ? sent.replace(/lock_timeout = \d+/u, "lock_timeout = 0") : sent;
}

/** How many are committed by `recordFilings`'s one transaction. */
export const TOGETHER = 8;

const writtenTogether = `filings.file-${TOGETHER}`;

async function filingForms(
  db: Database,
): Promise<{ readonly transactions: Sent[][][]; readonly file: () => Promise<void> }> {
  const transactions: Sent[][][] = [];
  const url = "http://127.0.0.1:1";
  const plazo = await plazoOn(listenTo(db, transactions), url);
  const app = makeApp(plazo, {
    log: makeLog("silent"),
    metrics: makeMetrics(null),
    readiness: () => Promise.resolve({ ready: true }),
    metricsToken: null,
    desks: null,
  });
  const file = async (): Promise<void> => {
    const headers = { origin: url, "content-type": formType, "x-forwarded-for": sourceAddress() };
    const answer = await app.request(url + formPath, { method: "POST", headers, body: formBody() });
    if (answer.status !== 303)
      throw new Error(`not filed: ${answer.status} ${await answer.text()}`);
  };
  return { transactions, file };
}

/** What acts on a desk in the bench's own process, on a database that is open. */
export async function plazoOn(db: Database, url: string): Promise<Plazo> {
  const folder = await mkdtemp(join(tmpdir(), "plazo-bench-files-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const files = await diskFiles(folder);
  const packParts = packPartsIn("policies");
  const staffAddress = (): Promise<undefined> => Promise.resolve(undefined);
  return {
    db,
    effects: { mail: keptMail, files, random: systemRandom, staffAddress, packParts },
    settings: {
      secret: new Uint8Array(32).fill(1),
      url,
      mailFrom: "ayuda@plazo.example.com",
      mailReplyTo: null,
      acknowledgements: acknowledgementLimits,
    },
    caches: emptyCaches(),
  };
}

/** A prepared statement as the program hands it to `pg`. */
type Asked = Exclude<Sent, string> & { readonly callback: (...answer: unknown[]) => void };

function sentBy(what: string | Asked): Sent {
  if (typeof what === "string") return what;
  const { name, text, values } = what;
  return { name, text, values };
}

/**
 * The same database; each connection taken from its pool begins a list of what is sent through it.
 * What is sent while something sent before is not answered yet belongs to the same round trip.
 */
export function listenTo(db: Database, transactions: Sent[][][]): Database {
  const app = Object.create(db.app, {
    connect: {
      value: async () => {
        const client = await db.app.connect();
        const trips: Sent[][] = [];
        transactions.push(trips);
        const query = client.query.bind(client) as (what: string | Asked) => unknown;
        let unanswered = 0;
        const answered = (): void => void (unanswered -= 1);
        return Object.create(client, {
          query: {
            value: (what: string | Asked) => {
              if (unanswered === 0) trips.push([]);
              trips.at(-1)?.push(sentBy(what));
              unanswered += 1;
              if (typeof what === "string")
                return (query(what) as Promise<unknown>).finally(answered);
              const { callback } = what;
              return query(
                Object.assign(what, {
                  callback: (...answer: unknown[]) => {
                    answered();
                    callback(...answer);
                  },
                }),
              );
            },
          },
          release: { value: (broken?: boolean) => client.release(broken) },
        }) as typeof client;
      },
    },
  }) as Database["app"];
  return { ...db, app };
}

const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gu;

let made = 1_000_000_000 + Math.floor(Math.random() * 1_000_000_000);

/** Another ticket's number, and what turns a filing's texts into its own: folio, ids and address are new. */
export function another(): {
  readonly number: number;
  readonly renamed: (text: string) => string;
} {
  const number = (made += 1);
  const ids = new Map<string, string>();
  const id = (old: string): string => {
    const known = ids.get(old) ?? systemRandom.id();
    ids.set(old, known);
    return known;
  };
  return {
    number,
    renamed: (text) =>
      text
        .replace(uuids, id)
        .replace(/\b(hd)-\d+\b/giu, (_, prefix: string) => `${prefix}-${number}`)
        .replace(/cliente-\d+@/gu, `cliente-${number}@`),
  };
}

type Ticket = ReturnType<typeof another>;

/**
 * The same filing, of another ticket: what is its own (number, folio, ids, hashes, addresses) is
 * made anew wherever it stands; everything else is sent as it was.
 */
export function anew(recording: Recording): Recording {
  const one = another();
  return withValues(recording, ({ old, at, of }) =>
    of.name === "filing.file" && at === 1 ? one.number : renewed(old, one),
  );
}

/** The same of a transaction of `recordFilings`: each of its rows is of another ticket. */
export function anewTogether(recording: Recording): Recording {
  const tickets = Array.from({ length: TOGETHER }, another);
  return withValues(recording, ({ old, at, of }) => {
    if (Array.isArray(old)) return old.map((value, i) => renewed(value, tickets[i]));
    if (of.name !== writtenTogether || at < BEFORE_ROWS) return old;
    const width = (of.values.length - BEFORE_ROWS) / TOGETHER;
    const ticket = tickets[Math.floor((at - BEFORE_ROWS) / width)];
    return (at - BEFORE_ROWS) % width === 1 ? ticket?.number : renewed(old, ticket);
  });
}

/** Parameters of `writtenTogether` that stand before those of its rows. */
const BEFORE_ROWS = 3;

function renewed(old: unknown, ticket?: Ticket): unknown {
  if (typeof old === "string") return ticket?.renamed(old);
  return old instanceof Uint8Array ? crypto.getRandomValues(new Uint8Array(old.length)) : old;
}

type Prepared = Exclude<Sent, string>;

function withValues(
  recording: Recording,
  value: (one: { readonly old: unknown; readonly at: number; readonly of: Prepared }) => unknown,
): Recording {
  const again = (of: Sent): Sent =>
    typeof of === "string"
      ? of
      : { ...of, values: of.values.map((old, at) => value({ old, at, of })) };
  return recording.map((trips) => trips.map((trip) => trip.map(again)));
}
