import type { Arriving, TakenIn } from "../../src/channels/email/take-in.ts";
import type { Rhythm } from "../../src/channels/email/imap/watch-mailbox.ts";
import { isRefusal } from "../../src/core/refusal.ts";
import { addMailbox } from "../../src/desk/mailboxes/add-mailbox.ts";
import type { MailboxWish, WishedConnection } from "../../src/desk/mailboxes/wish.ts";
import type { ListedMailbox } from "../../src/desk/mailboxes/list-mailboxes.ts";
import { listMailboxes } from "../../src/desk/mailboxes/list-mailboxes.ts";
import type { Plazo } from "../../src/desk/plazo.ts";
import type { Fetching } from "../../src/jobs/fetch-mail.ts";
import type { Mailbox } from "../../src/store/mailboxes.ts";

/** A mail of somebody, different from every other. */
export function someMail(n: number | string, more = ""): string {
  return [
    `From: Cliente ${n} <cliente-${n}@example.com>`,
    "To: mesa@example.com",
    `Subject: No puedo entrar al portal, caso ${n}`,
    `Message-ID: <caso-${n}@example.com>`,
    "Date: Fri, 20 Nov 2026 17:00:00 -0600",
    "Content-Type: text/plain; charset=utf-8",
    "",
    `Desde ayer no puedo entrar al portal. Es el caso ${n}.${more}`,
    "",
  ].join("\r\n");
}

/** The connection to a server of the test's own. */
export function connectionTo(
  port: number,
  differs: Partial<WishedConnection> = {},
): WishedConnection {
  return {
    host: "127.0.0.1",
    port,
    tls: "none",
    username: "mesa",
    auth: "password",
    folder: "INBOX",
    after: "seen",
    moveTo: null,
    clientId: null,
    tokenUrl: null,
    secret: { password: "clave" },
    ...differs,
  };
}

/** Adds a mailbox that must be taken. */
export async function addTestMailbox(
  { plazo, desk }: { readonly plazo: Plazo; readonly desk: string },
  port: number,
  differs: Partial<MailboxWish> = {},
): Promise<Mailbox> {
  const wish: MailboxWish = {
    address: "mesa@example.com",
    form: null,
    connection: connectionTo(port),
    begins: "all",
    ...differs,
  };
  const added = await addMailbox(plazo, desk, { wish, by: "prueba" });
  if (isRefusal(added)) throw new Error(JSON.stringify(added));
  return added;
}

/** A rhythm in which a test need not wait. */
export const hurried: Rhythm = {
  idle: 400,
  poll: 50,
  lease: 5_000,
  retry: 20,
  retryMost: 200,
  grace: 500,
};

/** What takes messages in for a test: each place once, with what is to go wrong. */
export interface Taker {
  readonly takeIn: (arriving: Arriving) => Promise<TakenIn>;
  readonly taken: Arriving[];
  /** Throws for what is not to be taken in. */
  before: (arriving: Arriving) => void | Promise<void>;
}

/** Takes everything in and writes it down in memory. */
export function taker(): Taker {
  const own: Taker = {
    taken: [],
    before: () => undefined,
    async takeIn(arriving) {
      await own.before(arriving);
      own.taken.push(arriving);
      return { mail: String(own.taken.length), became: "filed", folio: null };
    },
  };
  return own;
}

/** How a test fetches: hurried, from this machine, with what went wrong written down. */
export function testFetching(
  takeIn: Taker["takeIn"],
  more: Partial<Fetching> = {},
): Fetching & { readonly faults: unknown[] } {
  const faults: unknown[] = [];
  return {
    takeIn,
    network: {
      allowed: ["127.0.0.1"],
      post: () => Promise.reject(new Error("no token is asked for here")),
    },
    onTrouble: ({ fault }) => void faults.push(fault),
    onFault: (fault) => void faults.push(fault),
    desks: null,
    every: 50,
    rhythm: hurried,
    patience: { connect: 1_000, greet: 500, silence: 500 },
    faults,
    ...more,
  };
}

/** Waits until something holds; throws with what was seen last where it never does. */
export async function until<T>(
  see: () => T | Promise<T>,
  holds: (seen: T) => boolean,
  within = 60_000,
): Promise<T> {
  const end = performance.now() + within;
  for (;;) {
    const seen = await see();
    if (holds(seen)) return seen;
    if (performance.now() > end) throw new Error(`never: ${JSON.stringify(seen)}`);
    await new Promise((soon) => void setTimeout(soon, 10));
  }
}

/** The only mailbox of a desk, as lists show it. */
export async function onlyMailbox({
  plazo,
  desk,
}: {
  readonly plazo: Plazo;
  readonly desk: string;
}): Promise<ListedMailbox> {
  const [one] = await listMailboxes(plazo, desk);
  if (one === undefined) throw new Error("there is no mailbox");
  return one;
}
