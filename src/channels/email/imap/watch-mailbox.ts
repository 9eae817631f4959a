import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { ImapFlow } from "imapflow";
import type { MailboxTrouble } from "../../../core/mailbox/trouble.ts";
import type { Random } from "../../../desk/effects.ts";
import type { Plazo } from "../../../desk/plazo.ts";
import { leaseMailbox, noteMailboxFailed, releaseMailbox } from "../../../store/mailbox-state.ts";
import type { Mailbox } from "../../../store/mailboxes.ts";
import { settle } from "../../../store/settle.ts";
import { inDesk } from "../../../store/transaction.ts";
import { imapPatience, openClient, troubleOf } from "./open-client.ts";
import type { ImapPatience } from "./open-client.ts";
import { readFolder } from "./read-folder.ts";
import type { TakeIn } from "./read-folder.ts";
import { forgetToken, signInOf } from "./sign-in.ts";
import type { MailNetwork, Tokens } from "./sign-in.ts";

/** How mailboxes are watched by one worker. */
export interface Watching {
  readonly plazo: Plazo;
  readonly takeIn: TakeIn;
  readonly network: MailNetwork;
  readonly tokens: Tokens;
  /** Who holds the mailbox: each worker another. */
  readonly holder: string;
  readonly rhythm: Rhythm;
  readonly patience?: ImapPatience;
  /** Aborted when nothing more is to begin. */
  readonly stopping: AbortSignal;
  /** Told of what went wrong, with the mailbox. */
  readonly onTrouble: (told: {
    readonly desk: string;
    readonly id: string;
    readonly fault: unknown;
  }) => void;
}

/** Milliseconds. */
export interface Rhythm {
  /** Between two readings while the server tells of new messages by itself (IDLE, RFC 2177), and while it cannot. */
  readonly idle: number;
  readonly poll: number;
  /** For how long a mailbox is in one worker's hands unless it holds it longer. */
  readonly lease: number;
  /** After the first failure; twice as long each time, up to the most. */
  readonly retry: number;
  readonly retryMost: number;
  /** For how long a server is waited for once the worker is to stop. */
  readonly grace: number;
}

export const usualRhythm: Rhythm = {
  idle: 60_000,
  poll: 20_000,
  lease: 180_000,
  retry: 2_000,
  retryMost: 120_000,
  grace: 8_000,
};

/** A mailbox and the version of its settings. */
export interface Watched {
  readonly desk: string;
  readonly id: string;
  readonly version: number;
}

/**
 * Watches a mailbox until it is stopped, or its settings change: holds it, connects, reads it to its
 * end, waits for more. Whatever goes wrong is written down where people see it, and tried again after
 * a growing delay with some chance in it, so that many workers do not come back at once.
 */
export async function watchMailbox(watching: Watching, watched: Watched): Promise<void> {
  const { plazo, holder, rhythm, stopping, onTrouble } = watching;
  const { desk, id } = watched;
  let failures = 0;
  while (!stopping.aborted) {
    const state = { succeeded: false };
    const ended = await settle(visit(watching, watched, state));
    if (state.succeeded) failures = 0;
    if ("fault" in ended) onTrouble({ desk, id, fault: ended.fault });
    if (!("fault" in ended) && ended.value === "changed") return;
    // Where the database is away it cannot be given back: its lease ends by itself.
    await settle(inDesk(plazo.db, desk, (tx) => releaseMailbox(tx, id, holder)));
    if (!("fault" in ended) && ended.value === "held") failures = 0;
    else failures += 1;
    const longest = Math.min(rhythm.retry * 2 ** Math.min(failures, 20), rhythm.retryMost);
    await pause(longest * (0.5 + chance(plazo.effects.random) / 2), stopping);
  }
}

/** How a visit ended without a fault: its settings are others now, another worker has it, or it is to be begun again. */
type Visit = "changed" | "held" | "again";

async function visit(
  watching: Watching,
  watched: Watched,
  state: { succeeded: boolean },
): Promise<Visit> {
  const { plazo, network, tokens, patience = imapPatience } = watching;
  const held = await hold(watching, watched);
  if (held === "changed" || held === "held") return held;
  const { connection } = held;
  if (connection === null) return "changed";
  const door = { desk: watched.desk, id: watched.id, connection };
  const signIn = await signInOf(plazo, door, { network, tokens });
  if ("trouble" in signIn) return failed(watching, watched, signIn);
  const client = await openClient(signIn, patience);
  if ("trouble" in client) {
    // A token may have been withdrawn before its time: the next visit asks for another.
    if (client.trouble === "login-refused") forgetToken(tokens, door);
    return failed(watching, watched, client);
  }
  const cut = cutAtStop(client, watching);
  const read = await settle(readOnAndOn(watching, { ...watched, client, state }));
  if (client.usable) await Promise.race([settle(client.logout()), pause(1_000, null)]);
  client.close();
  cut.cancel();
  if (!("fault" in read)) return read.value;
  if (!watching.stopping.aborted) await failed(watching, watched, troubleOf(read.fault));
  throw read.fault;
}

/** Takes the mailbox into hand as it is now, or holds it longer. */
async function hold(
  { plazo, holder, rhythm }: Watching,
  { desk, id, version }: Watched,
): Promise<Mailbox | "changed" | "held"> {
  return inDesk(plazo.db, desk, async (tx) => {
    const now = await tx.now();
    const held = await leaseMailbox(tx, id, { holder, now, until: now + rhythm.lease });
    if (held === undefined) return "held" as const;
    return held.version === version ? held : ("changed" as const);
  });
}

async function readOnAndOn(
  watching: Watching,
  {
    client,
    state,
    ...watched
  }: Watched & { readonly client: ImapFlow; readonly state: { succeeded: boolean } },
): Promise<Visit> {
  const { plazo, takeIn, stopping, rhythm, onTrouble } = watching;
  const { desk, id } = watched;
  while (!stopping.aborted) {
    const mailbox = await hold(watching, watched);
    if (mailbox === "changed" || mailbox === "held") return mailbox;
    const { connection } = mailbox;
    if (connection === null) return "changed";
    const { whole, exists, fresh } = await readFolder({
      ...{ plazo, desk, mailbox, connection, client, takeIn },
      hold: async () => typeof (await hold(watching, watched)) === "object",
      stopped: () => stopping.aborted,
      onFault: (fault) => onTrouble({ desk, id, fault }),
    });
    state.succeeded ||= whole;
    // What came while messages were taken in may have been told of already.
    if (whole && fresh > 0) continue;
    if (!(await waitForMore(client, { rhythm, stopping, exists }))) return "again";
  }
  return "again";
}

/** Waits until the server tells of something, or for as long as it is not asked; false: the line is gone. */
async function waitForMore(
  client: ImapFlow,
  {
    rhythm,
    stopping,
    exists,
  }: { readonly rhythm: Rhythm; readonly stopping: AbortSignal; readonly exists: number },
): Promise<boolean> {
  if (!client.usable) return false;
  const canIdle = client.capabilities.has("IDLE");
  const over = new AbortController();
  const { signal } = over;
  const told = ["exists", "close"].map((event) => settle(once(client, event, { signal })));
  // What came while the folder was read was told then, and not again.
  const came = client.mailbox !== false && client.mailbox.exists > exists;
  if (canIdle && !came) void settle(client.idle());
  if (!came)
    await Promise.race([...told, pause(canIdle ? rhythm.idle : rhythm.poll, stopping, signal)]);
  over.abort();
  return client.usable;
}

/** Once the worker is to stop, a server that does not answer is waited for no longer than the grace. */
function cutAtStop(client: ImapFlow, { stopping, rhythm }: Watching): { cancel(): void } {
  const over = new AbortController();
  const stopped = stopping.aborted ? Promise.resolve() : settle(once(stopping, "abort", over));
  void stopped.then(() => pause(rhythm.grace, over.signal)).then(() => client.close());
  return { cancel: () => over.abort() };
}

async function failed(
  { plazo, onTrouble }: Watching,
  { desk, id }: Watched,
  trouble: MailboxTrouble,
): Promise<"again"> {
  await inDesk(plazo.db, desk, async (tx) =>
    noteMailboxFailed(tx, id, { at: await tx.now(), ...trouble }),
  );
  onTrouble({ desk, id, fault: trouble });
  return "again";
}

async function pause(milliseconds: number, ...signals: (AbortSignal | null)[]): Promise<void> {
  const given = signals.filter((signal) => signal !== null);
  const signal = AbortSignal.any(given);
  await settle(sleep(milliseconds, undefined, given.length === 0 ? {} : { signal }));
}

/** A number from 0 up to 1. */
function chance(random: Random): number {
  return Number.parseInt(random.id().slice(0, 8), 16) / 2 ** 32;
}
