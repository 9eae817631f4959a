import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { changeMailbox } from "../desk/mailboxes/change-mailbox.ts";
import { listMailboxes, removeMailbox, retryAside } from "../desk/mailboxes/list-mailboxes.ts";
import { openTestDesk } from "../../test/kit/desk.ts";
import type { TestDesk } from "../../test/kit/desk.ts";
import { imapServer } from "../../test/kit/imap-server.ts";
import type { ImapServer } from "../../test/kit/imap-server.ts";
import {
  addTestMailbox,
  connectionTo,
  hurried,
  onlyMailbox,
  someMail,
  taker,
  testFetching,
  until,
} from "../../test/kit/mailboxes.ts";
import type { Taker } from "../../test/kit/mailboxes.ts";
import { startFetching } from "./fetch-mail.ts";
import type { Fetching } from "./fetch-mail.ts";
import type { Worker } from "./worker.ts";

let test: TestDesk;
let server: ImapServer;
let taking: Taker;
const workers: Worker[] = [];

beforeAll(async () => {
  test = await openTestDesk("hib2b");
  test.staff.set("boss", { name: "Ada", address: "ada@example.com", language: "es" });
});
afterAll(() => test.close());
beforeEach(async () => {
  server = await imapServer();
  taking = taker();
});
afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.stop();
  for (const { id } of await listMailboxes(test.plazo, test.desk))
    await removeMailbox(test.plazo, test.desk, id);
  await server.close();
});

const fetchNow = (more: Partial<Fetching> = {}): unknown[] => {
  const fetching = testFetching((arriving) => taking.takeIn(arriving), more);
  workers.push(startFetching(test.plazo, fetching));
  return fetching.faults;
};
const taken = (count: number) =>
  until(
    () => taking.taken.length,
    (n) => n >= count,
  );
const uids = (): (number | null)[] =>
  taking.taken.map(({ origin }) => (origin.by === "imap" ? origin.uid : null));
const state = () => onlyMailbox(test);

describe("fetching mail", () => {
  it("takes in what is there, first come first, whole and as it came, and marks it as read", async () => {
    for (let n = 1; n <= 60; n += 1) server.deliver(someMail(n));
    const { id } = await addTestMailbox(test, server.port, { form: "soporte" });
    fetchNow();
    await until(state, ({ lastSuccess }) => lastSuccess !== null);
    expect(uids()).toEqual(Array.from({ length: 60 }, (_, n) => n + 1));
    const [first] = taking.taken;
    expect(first?.raw.toString()).toBe(someMail(1));
    expect(first).toMatchObject({
      desk: test.desk,
      mailbox: { id, address: "mesa@example.com", form: "soporte" },
      origin: { by: "imap", folder: "INBOX", uidValidity: "7", uid: 1 },
    });
    const flags = server.folders.get("INBOX")?.messages.map((one) => [...one.flags].join());
    expect(new Set(flags)).toEqual(new Set(["\\Seen"]));
    expect(await state()).toMatchObject({
      lastUid: 60,
      uidValidity: "7",
      lastError: null,
      aside: 0,
    });
  });

  it("is told of a new message at once, also of one that comes to a mailbox added while it runs", async () => {
    fetchNow({ rhythm: { ...hurried, idle: 60_000 } });
    await addTestMailbox(test, server.port);
    await until(
      () => server.commands,
      (given) => given.includes("IDLE"),
    );
    const began = performance.now();
    server.deliver(someMail("one"));
    await taken(1);
    await until(
      () => server.commands.filter((one) => one === "IDLE").length,
      (n) => n > 1,
    );
    server.deliver(someMail("two"));
    await taken(2);
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(uids()).toEqual([1, 2]);
  });

  it("asks again and again where the server cannot tell by itself", async () => {
    server.capabilities = server.capabilities.filter((one) => one !== "IDLE");
    await addTestMailbox(test, server.port);
    fetchNow();
    await until(state, ({ lastSuccess }) => lastSuccess !== null);
    server.deliver(someMail("later"));
    await taken(1);
    expect(server.commands).not.toContain("IDLE");
  });

  it("moves what it took in where the mailbox says so, and makes the folder; nothing is deleted", async () => {
    server.deliver(someMail("a"));
    server.deliver(someMail("b"));
    const moving = connectionTo(server.port, { after: "move", moveTo: "Atendidos" });
    await addTestMailbox(test, server.port, { connection: moving });
    fetchNow();
    await until(
      () => server.folders.get("Atendidos")?.messages.length ?? 0,
      (n) => n === 2,
    );
    expect(server.folders.get("INBOX")?.messages).toEqual([]);
    server.deliver(someMail("c"));
    await taken(3);
    expect(uids()).toEqual([1, 2, 3]);
  });

  it("leaves alone what arrived before the mailbox was added, where that is wanted, also under another validity", async () => {
    const added = test.time.read();
    server.deliver(someMail("old"), { at: new Date(added - 5 * 86_400_000) });
    server.deliver(someMail("same day"), { at: new Date(added - 3_600_000) });
    server.deliver(someMail("new"), { at: new Date(added + 60_000) });
    await addTestMailbox(test, server.port, { begins: "now" });
    fetchNow();
    await taken(1);
    await until(state, ({ lastUid }) => lastUid === 3);
    server.renumber();
    await until(state, ({ uidValidity }) => uidValidity === "8");
    expect(uids()).toEqual([3, 3]);
  });

  it("reads everything again where the folder's UIDs mean something else now", async () => {
    server.deliver(someMail("x"));
    server.deliver(someMail("y"));
    await addTestMailbox(test, server.port);
    fetchNow();
    await until(state, ({ lastUid }) => lastUid === 2);
    server.renumber();
    server.deliver(someMail("z"));
    await until(state, ({ uidValidity, lastUid }) => uidValidity === "8" && lastUid === 3);
    expect(taking.taken.slice(2).map(({ origin }) => origin)).toMatchObject(
      [1, 2, 3].map((uid) => ({ uidValidity: "8", uid })),
    );
  });

  it("finds a message that the server shows only after later ones", async () => {
    const inbox = server.folders.get("INBOX");
    server.deliver(someMail(1));
    server.deliver(someMail(2));
    const hidden = inbox?.messages.shift();
    await addTestMailbox(test, server.port);
    fetchNow();
    await until(state, ({ lastUid }) => lastUid === 2);
    if (hidden !== undefined) inbox?.messages.unshift(hidden);
    await taken(2);
    expect(uids()).toEqual([2, 1]);
  });
});

describe("a mail server on a bad day", () => {
  it("cuts the line in the middle of messages, and each is taken in and marked", async () => {
    for (let n = 1; n <= 30; n += 1) server.deliver(someMail(n));
    const cut = new Set<number>();
    server.cutAfter = (uid, bytes) => {
      if (uid % 4 !== 0 || cut.has(uid)) return null;
      cut.add(uid);
      return Math.floor(bytes / 2);
    };
    await addTestMailbox(test, server.port);
    fetchNow();
    await until(state, ({ lastSuccess }) => lastSuccess !== null);
    // What the line was cut over before it was marked comes again, and is known by its bytes.
    expect([...new Set(uids())].toSorted((a, b) => Number(a) - Number(b))).toEqual(
      Array.from({ length: 30 }, (_, n) => n + 1),
    );
    const inbox = server.folders.get("INBOX")?.messages ?? [];
    expect(inbox.every(({ flags }) => flags.has("\\Seen"))).toBe(true);
    expect(cut.size).toBe(7);
    expect(server.connections.taken).toBeGreaterThan(7);
  });

  it.each([
    ["never greets", "timed-out", (): void => void (server.greets = false)],
    ["refuses the password", "login-refused", (): void => void (server.admits = () => false)],
    [
      "falls silent at the sign-in",
      "cut",
      (): void => void (server.fate = (command) => (command === "LOGIN" ? "stall" : "go")),
    ],
    [
      "falls silent in the middle of a message",
      "cut",
      (): void => void (server.fate = (command) => (command === "UID FETCH" ? "stall" : "go")),
    ],
    [
      "closes at the folder",
      "cut",
      (): void => void (server.fate = (command) => (command === "SELECT" ? "close" : "go")),
    ],
    ["has no such folder", "folder-missing", (): void => void server.folders.delete("INBOX")],
  ] as const)(
    "that %s is a trouble with a name, and once it is well again mail comes",
    async (...[, trouble, worsen]) => {
      server.deliver(someMail("waits"));
      const inbox = server.folders.get("INBOX");
      const { admits, fate } = server;
      worsen();
      await addTestMailbox(test, server.port);
      fetchNow();
      const failed = await until(state, ({ lastError }) => lastError !== null);
      expect(["timed-out", trouble]).toContain(failed.lastError);
      expect(failed.failingSince).toBe(test.time.read());
      expect(taking.taken).toEqual([]);
      Object.assign(server, { greets: true, admits, fate });
      if (inbox !== undefined) server.folders.set("INBOX", inbox);
      await taken(1);
      expect(await until(state, ({ lastError }) => lastError === null)).toMatchObject({
        failingSince: null,
      });
    },
  );

  it("that lets nothing be marked is read all the same, and says so", async () => {
    server.fate = (command) => (command === "UID STORE" ? { no: "solo lectura" } : "go");
    server.deliver(someMail("marked"));
    await addTestMailbox(test, server.port);
    fetchNow();
    expect(await until(state, ({ lastSuccess }) => lastSuccess !== null)).toMatchObject({
      lastError: "marking-refused",
    });
    expect(uids()).toEqual([1]);
  });
});

describe("a message that cannot be taken in", () => {
  it("stops no other, is tried five times, and then waits on the server until a person wants it tried again", async () => {
    for (let n = 1; n <= 3; n += 1) server.deliver(someMail(n));
    const tried: number[] = [];
    taking.before = ({ origin }) => {
      if (origin.by !== "imap" || origin.uid !== 2) return;
      tried.push(test.time.read());
      throw new Error("no se pudo");
    };
    const { id } = await addTestMailbox(test, server.port);
    const faults = fetchNow();
    await taken(2);
    expect(uids()).toEqual([1, 3]);
    const later = (): number => {
      test.time.advance(3_600_000);
      return tried.length;
    };
    await until(later, (tries) => tries >= 5);
    await until(state, ({ aside }) => aside === 1);
    test.time.advance(3_600_000);
    server.deliver(someMail("next"));
    await taken(3);
    expect(tried).toHaveLength(5);
    expect(faults.map(String)).toContain("Error: no se pudo");
    taking.before = () => undefined;
    expect(await retryAside(test.plazo, test.desk, id)).toEqual({ retried: 1 });
    await taken(4);
    expect(uids()).toEqual([1, 3, 4, 2]);
    expect(await until(state, ({ aside }) => aside === 0)).toMatchObject({ lastError: null });
  });

  it("does not stop the others either where the line breaks at it each time", async () => {
    for (let n = 1; n <= 3; n += 1) server.deliver(someMail(n));
    server.cutAfter = (uid) => (uid === 1 ? 10 : null);
    await addTestMailbox(test, server.port);
    fetchNow();
    await taken(2);
    expect(uids()).toEqual([2, 3]);
  });
});

describe("several workers", () => {
  it("hold a mailbox one at a time, and another takes it over when the first lets go", async () => {
    await addTestMailbox(test, server.port);
    fetchNow();
    await until(state, ({ lastSuccess }) => lastSuccess !== null);
    fetchNow();
    for (let n = 1; n <= 20; n += 1) server.deliver(someMail(n));
    await taken(20);
    expect(server.connections.open).toBe(1);
    await workers.shift()?.stop();
    server.deliver(someMail("after"));
    await taken(21);
    expect(uids()).toEqual(Array.from({ length: 21 }, (_, n) => n + 1));
  });

  it("stop at once, also while the server stalls, and finish the message that they hold", async () => {
    server.deliver(someMail(1));
    server.deliver(someMail(2));
    const going = Promise.withResolvers<undefined>();
    taking.before = async () => going.promise;
    await addTestMailbox(test, server.port);
    fetchNow();
    await until(
      () => server.commands,
      (given) => given.includes("UID FETCH"),
    );
    const stopped = workers.shift()?.stop();
    going.resolve(undefined);
    await stopped;
    expect(uids()).toEqual([1]);
    server.fate = (command) => (command === "UID FETCH" ? "stall" : "go");
    const before = server.commands.length;
    fetchNow({ patience: { connect: 1_000, greet: 1_000, silence: 60_000 } });
    await until(
      () => server.commands.slice(before),
      (given) => given.includes("UID FETCH"),
    );
    const began = performance.now();
    await workers.shift()?.stop();
    expect(performance.now() - began).toBeLessThan(3_000);
  });

  it("let go of a mailbox whose settings change, and use the new ones", async () => {
    const { id } = await addTestMailbox(test, server.port);
    fetchNow({ rhythm: { ...hurried, idle: 60_000 } });
    await until(state, ({ lastSuccess }) => lastSuccess !== null);
    const other = await imapServer();
    other.deliver(someMail("other"));
    const connection = connectionTo(other.port);
    const wish = { address: "mesa@example.com", form: null, connection, begins: "all" } as const;
    await changeMailbox(test.plazo, test.desk, { id, wish });
    await taken(1);
    await until(
      () => server.connections.open,
      (n) => n === 0,
    );
    await removeMailbox(test.plazo, test.desk, id);
    await until(
      () => other.connections.open,
      (n) => n === 0,
    );
    await other.close();
  });
});
