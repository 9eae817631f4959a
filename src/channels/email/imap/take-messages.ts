import type { FetchMessageObject } from "imapflow";
import type { MailboxTrouble } from "../../../core/mailbox/trouble.ts";
import type { Instant } from "../../../core/time/instant.ts";
import { failMessage, settleMessages, triesOf } from "../../../store/mailbox-messages.ts";
import type { Folder } from "../../../store/mailbox-messages.ts";
import { settle } from "../../../store/settle.ts";
import { inDesk } from "../../../store/transaction.ts";
import { usualLimits } from "../in/limits.ts";
import { markTaken } from "./mark-taken.ts";
import { notAnswered } from "./open-client.ts";
import type { OpenMailbox } from "./read-folder.ts";

/** Messages between two looks at whether the mailbox is still ours; then they are marked on the server. */
const chunk = 25;

/** How often a message is tried before it is put aside for a person, and how long after each time, in milliseconds: once at once, for most lines break by chance. */
const mostTries = 5;
const delayAfter = (tries: number): number => (tries === 1 ? 0 : 30_000 * 4 ** (tries - 2));

/** Takes messages in one after the other. One that fails is tried later, and stops no other. */
export async function takeMessages(
  open: OpenMailbox,
  { folder, uids }: { readonly folder: Folder; readonly uids: readonly number[] },
): Promise<{ readonly note: MailboxTrouble | null } | "unfinished"> {
  let note: MailboxTrouble | null = null;
  for (let from = 0; from < uids.length; from += chunk) {
    if (!(await open.hold())) return "unfinished";
    const done: Record<"taken" | "passed-over", number[]> = { taken: [], "passed-over": [] };
    // A line that breaks in the middle takes nothing of what was done before it.
    const ended = await settle(
      takeEach(open, folder, { uids: uids.slice(from, from + chunk), done }),
    );
    const marked = open.client.usable ? await markTaken(open, done.taken) : null;
    note = marked ?? note;
    // What could not be marked for want of a line is met again, known by its bytes, and marked then.
    const taken = open.client.usable ? done.taken : [];
    await inDesk(open.plazo.db, open.desk, async (tx) => {
      await settleMessages(tx, folder, { uids: taken, state: "taken" });
      await settleMessages(tx, folder, { uids: done["passed-over"], state: "passed-over" });
    });
    if ("fault" in ended) throw ended.fault;
    if (open.stopped()) return "unfinished";
  }
  return { note };
}

async function takeEach(
  open: OpenMailbox,
  folder: Folder,
  {
    uids,
    done,
  }: { readonly uids: readonly number[]; readonly done: Record<"taken" | "passed-over", number[]> },
): Promise<void> {
  for (const uid of uids) {
    if (open.stopped()) return;
    const end = await settle(takeOne(open, folder, uid));
    if ("value" in end) {
      done[end.value].push(uid);
      continue;
    }
    if (open.stopped()) return;
    // Where the database is away this throws too, and nothing is counted against the message.
    await putOff(open, folder, { uid, fault: end.fault });
    open.onFault(end.fault);
    // Also a message at which the line breaks each time stops no other.
    if (!open.client.usable) throw end.fault;
  }
}

async function takeOne(
  open: OpenMailbox,
  { uidValidity }: Folder,
  uid: number,
): Promise<"taken" | "passed-over"> {
  const { desk, mailbox, connection, takeIn } = open;
  const fetched = await fetchWhole(open, uid);
  if (fetched === "gone" || isTooEarly(fetched, mailbox.since)) return "passed-over";
  const { id, address, form } = mailbox;
  const { folder } = connection;
  // What was there before the desk had this mailbox counts from when it had it.
  const received = fetched.at === null ? null : Math.max(fetched.at, mailbox.created);
  const origin = { by: "imap", folder, uidValidity, uid, received } as const;
  await takeIn({ desk, mailbox: { id, address, form }, origin, raw: fetched.raw });
  return "taken";
}

/** What arrived before the mailbox was added is left alone, by the server's own time of receipt. */
function isTooEarly({ at }: { readonly at: Instant | null }, since: Instant | null): boolean {
  // Servers say it in whole seconds.
  return since !== null && at !== null && at < Math.floor(since / 1_000) * 1_000;
}

/**
 * The bytes of a message, up to one more than the intake reads: then it waits for a person as too
 * large, and stays whole on the server. `gone`: somebody removed it meanwhile.
 */
async function fetchWhole(
  { client }: OpenMailbox,
  uid: number,
): Promise<{ readonly raw: Buffer; readonly at: Instant | null } | "gone"> {
  const source = { start: 0, maxLength: usualLimits.bytes + 1 };
  const asked = { uid: true, internalDate: true, source };
  const found = await client.fetchOne(String(uid), asked, { uid: true });
  if (found !== undefined && found !== false && found.source !== undefined)
    return { raw: found.source, at: arrivalOf(found) };
  const still = await client.search({ uid: String(uid) }, { uid: true });
  if (still !== undefined && still !== false && !still.includes(uid)) return "gone";
  throw notAnswered(client, `message ${uid}`);
}

function arrivalOf({ internalDate }: FetchMessageObject): Instant | null {
  const at = new Date(internalDate ?? Number.NaN).getTime();
  return Number.isNaN(at) ? null : at;
}

/** A message that could not be taken in is tried again later; tried often enough, it waits for a person. */
async function putOff(
  { plazo, desk }: OpenMailbox,
  folder: Folder,
  { uid, fault }: { readonly uid: number; readonly fault: Error },
): Promise<void> {
  await inDesk(plazo.db, desk, async (tx) => {
    const tries = (await triesOf(tx, folder, uid)) + 1;
    const due = tries >= mostTries ? null : (await tx.now()) + delayAfter(tries);
    await failMessage(tx, folder, { uid, due, error: fault.message });
  });
}
