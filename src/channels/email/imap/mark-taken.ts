import type { MailboxTrouble } from "../../../core/mailbox/trouble.ts";
import { settle } from "../../../store/settle.ts";
import type { Settled } from "../../../store/settle.ts";
import { troubleOf } from "./open-client.ts";
import type { OpenMailbox } from "./read-folder.ts";

/**
 * Marks messages on the server as read, or moves them where the mailbox says, making that folder where
 * it is missing. It deletes nothing. What the server refuses is a note: what was taken in is taken in.
 */
export async function markTaken(
  { client, connection }: OpenMailbox,
  uids: readonly number[],
): Promise<MailboxTrouble | null> {
  if (uids.length === 0) return null;
  const { after, moveTo } = connection;
  const range = uids.join(",");
  if (after === "seen" || moveTo === null)
    return noteOf(await settle(client.messageFlagsAdd(range, ["\\Seen"], { uid: true })));
  const move = () => settle(client.messageMove(range, moveTo, { uid: true }));
  const moved = await move();
  if (noteOf(moved) === null || !client.usable) return noteOf(moved);
  await settle(client.mailboxCreate(moveTo));
  return noteOf(await move());
}

function noteOf(marked: Settled<unknown>): MailboxTrouble | null {
  if ("fault" in marked)
    return { trouble: "marking-refused", detail: troubleOf(marked.fault).detail };
  return marked.value === false ? { trouble: "marking-refused", detail: null } : null;
}
