import type { ImapFlow } from "imapflow";
import type { MailboxTrouble } from "../../../core/mailbox/trouble.ts";
import type { Plazo } from "../../../desk/plazo.ts";
import { noteMailboxRead } from "../../../store/mailbox-state.ts";
import { forgetMessages, knownMessages } from "../../../store/mailbox-messages.ts";
import type { Folder, MessageState } from "../../../store/mailbox-messages.ts";
import type { Mailbox, MailboxConnection } from "../../../store/mailboxes.ts";
import { inDesk } from "../../../store/transaction.ts";
import type { Arriving, TakenIn } from "../take-in.ts";
import { notAnswered } from "./open-client.ts";
import { takeMessages } from "./take-messages.ts";

/** Takes one message in; when it returns, it is committed. */
export type TakeIn = (arriving: Arriving) => Promise<TakenIn>;

/** A mailbox in this worker's hands, with the line to its server. */
export interface OpenMailbox {
  readonly plazo: Plazo;
  readonly desk: string;
  readonly mailbox: Mailbox;
  readonly connection: MailboxConnection;
  readonly client: ImapFlow;
  readonly takeIn: TakeIn;
  /** Whether it is still ours: false where another worker took it, or its settings were changed. */
  readonly hold: () => Promise<boolean>;
  readonly stopped: () => boolean;
  /** Told of what could not be done with one message. */
  readonly onFault: (fault: unknown) => void;
}

/** How a reading ended: to its end, or let go of before; how many messages there were when it began, and how many of them were new. */
export interface ReadFolder {
  readonly whole: boolean;
  readonly exists: number;
  readonly fresh: number;
}

/**
 * UIDs below the last one that are looked at each time: some servers show a message after those that
 * came later, and a message whose line was cut is among them.
 */
const lookBack = 1_000;

const DAY = 86_400_000;

/**
 * Reads a folder to its end, once: every message that is not known is taken in, those first that came
 * first. UIDs of another validity (RFC 9051 §2.3.1.1) are all new; what was taken in before is known
 * by its bytes. Throws where the line breaks: what was taken in is written down, and the rest is met
 * again.
 */
export async function readFolder(open: OpenMailbox): Promise<ReadFolder> {
  const { plazo, desk, client, connection, mailbox } = open;
  const opened = await client.mailboxOpen(connection.folder);
  const folder = { mailbox: mailbox.id, uidValidity: String(opened.uidValidity) };
  const current = folder.uidValidity === mailbox.uidValidity;
  const above = Math.max(0, (current ? mailbox.lastUid : 0) - lookBack);
  const { now, known } = await inDesk(plazo.db, desk, async (tx) => ({
    now: await tx.now(),
    known: await knownMessages(tx, folder, above),
  }));
  const there = opened.exists === 0 ? [] : await uidsAbove(open, above);
  const uids = wanted(there, known, now);
  const taken = await takeMessages(open, { folder, uids });
  const { exists } = opened;
  if (taken === "unfinished") return { whole: false, exists, fresh: uids.length };
  const lastUid = Math.max(current ? mailbox.lastUid : 0, ...there.slice(-1));
  // Nothing was to be marked: whether it is still refused is not known.
  const note = uids.length === 0 ? markingOf(mailbox) : taken.note;
  await writeDown(open, { folder, lastUid, note });
  return { whole: true, exists, fresh: uids.length };
}

function markingOf({ lastError, errorDetail }: Mailbox): MailboxTrouble | null {
  return lastError === "marking-refused" ? { trouble: lastError, detail: errorDetail } : null;
}

async function writeDown(
  { plazo, desk, mailbox }: OpenMailbox,
  {
    folder,
    lastUid,
    note,
  }: { readonly folder: Folder; readonly lastUid: number; readonly note: MailboxTrouble | null },
): Promise<void> {
  const { uidValidity } = folder;
  await inDesk(plazo.db, desk, async (tx) => {
    await noteMailboxRead(tx, mailbox.id, { at: await tx.now(), uidValidity, lastUid, note });
    await forgetMessages(tx, folder, lastUid - lookBack);
  });
}

/** UIDs of the folder above one, in order; of messages that arrived before the mailbox was added none, give or take a day. */
async function uidsAbove({ client, mailbox }: OpenMailbox, above: number): Promise<number[]> {
  const since = mailbox.since === null ? {} : { since: new Date(mailbox.since - DAY) };
  const found = await client.search({ uid: `${above + 1}:*`, ...since }, { uid: true });
  if (found === false || found === undefined) throw notAnswered(client, "the search");
  // "*" is the last message whatever its UID (RFC 9051 §9).
  return found.filter((uid) => uid > above).toSorted((a, b) => a - b);
}

/** What is to be taken in now: what is not known, and what failed and is due again. */
function wanted(
  there: readonly number[],
  known: readonly MessageState[],
  now: number,
): readonly number[] {
  const states = new Map(known.map((one) => [one.uid, one]));
  const again = known.filter(({ state, due }) => state === "failing" && (due ?? 0) <= now);
  const fresh = there.filter((uid) => !states.has(uid));
  return [...new Set([...again.map(({ uid }) => uid), ...fresh])].toSorted((a, b) => a - b);
}
