import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { takeInMail } from "../../src/channels/email/take-in.ts";
import { startFetching } from "../../src/jobs/fetch-mail.ts";
import type { Worker } from "../../src/jobs/worker.ts";
import type { Plazo } from "../../src/desk/plazo.ts";
import { closeDatabase, openDatabase } from "../../src/store/connect.ts";
import { inDesk } from "../../src/store/transaction.ts";
import { openTestDesk } from "../kit/desk.ts";
import type { TestDesk } from "../kit/desk.ts";
import { imapServer } from "../kit/imap-server.ts";
import type { ImapServer } from "../kit/imap-server.ts";
import {
  addTestMailbox,
  hurried,
  onlyMailbox,
  someMail,
  testFetching,
  until,
} from "../kit/mailboxes.ts";

// A thousand messages, a mail server that cuts the line ten times, two workers with a database of
// their own each, one of which dies in between: a thousand messages are stored, each once.
const MESSAGES = 1_000;
const CUTS = 10;

let test: TestDesk;
let server: ImapServer;
beforeAll(async () => {
  [test, server] = await Promise.all([openTestDesk("hib2b"), imapServer()]);
});
afterAll(async () => {
  await server.close();
  await test.close();
});

interface Own {
  readonly worker: Worker;
  close(): Promise<void>;
}

/** A worker as another process has it: its own connections to the database, its own memory. */
async function ownWorker(): Promise<Own> {
  const db = await openDatabase({ connection: test.database.connection, time: test.plazo.db.time });
  const plazo: Plazo = { ...test.plazo, db };
  const fetching = testFetching((arriving) => takeInMail(plazo, arriving, { resolver: null }), {
    rhythm: { ...hurried, lease: 3_000 },
  });
  const worker = startFetching(plazo, fetching);
  return {
    worker,
    async close() {
      await worker.stop();
      await closeDatabase(db);
    },
  };
}

/** What is stored: mails, the places that they came from, and the tickets that they made. */
function stored(): Promise<{ mails: number; places: number; tickets: number; bytes: number }> {
  return inDesk(test.plazo.db, test.desk, async (tx) => {
    const found = await tx.client.query<{
      mails: number;
      places: number;
      tickets: number;
      bytes: number;
    }>(
      `select count(*)::int as mails, count(distinct uid)::int as places, count(distinct ticket)::int as tickets,
         count(distinct sha256)::int as bytes from received_mail`,
    );
    const [row] = found.rows;
    if (row === undefined) throw new Error("nothing was counted");
    return row;
  });
}

describe("a thousand messages", () => {
  it("are stored each once, however often the line is cut and whichever of two workers fetches them", async () => {
    for (let n = 1; n <= MESSAGES; n += 1) server.deliver(someMail(n));
    const cuts: number[] = [];
    const step = Math.floor(MESSAGES / (CUTS + 1));
    server.cutAfter = (uid, bytes) => {
      if (cuts.length >= CUTS || uid < (cuts.length + 1) * step) return null;
      cuts.push(uid);
      return Math.floor(bytes / 3);
    };
    await addTestMailbox(test, server.port);
    const [first, second] = [await ownWorker(), await ownWorker()];
    await until(
      () => cuts.length,
      (n) => n >= CUTS / 2,
      60_000,
    );
    await first.close();
    const third = await ownWorker();
    await until(
      () => onlyMailbox(test),
      ({ lastUid }) => lastUid === MESSAGES,
      90_000,
    );
    await second.close();
    await third.close();
    expect(cuts).toHaveLength(CUTS);
    expect(await stored()).toEqual({
      mails: MESSAGES,
      places: MESSAGES,
      tickets: MESSAGES,
      bytes: MESSAGES,
    });
    const seen = server.folders.get("INBOX")?.messages.filter(({ flags }) => flags.has("\\Seen"));
    expect(seen).toHaveLength(MESSAGES);
  }, 180_000);
});
