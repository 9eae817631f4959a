import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { messagesAside, retryMessages } from "../../store/mailbox-messages.ts";
import {
  listMailboxes as listRows,
  readMailbox,
  removeMailbox as removeRow,
} from "../../store/mailboxes.ts";
import type { Mailbox } from "../../store/mailboxes.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";

/** A mailbox, and how many of its messages wait on the server for a person. */
export type ListedMailbox = Mailbox & { readonly aside: number };

/** The mailboxes of a desk by address. */
export function listMailboxes(plazo: Plazo, desk: string): Promise<readonly ListedMailbox[]> {
  return inDesk(plazo.db, desk, async (tx) => {
    const [rows, aside] = [await listRows(tx), await messagesAside(tx)];
    return rows.map((row) => ({ ...row, aside: aside.get(row.id) ?? 0 }));
  });
}

/** One mailbox. Refuses `no-such-mailbox`. */
export function findMailbox(
  plazo: Plazo,
  desk: string,
  id: string,
): Promise<Mailbox | Refusal<"no-such-mailbox">> {
  return inDesk(
    plazo.db,
    desk,
    async (tx) => (await readMailbox(tx, id)) ?? refuse("no-such-mailbox"),
  );
}

/** Removes a mailbox: nothing more is fetched, and what was taken in stays. Refuses `no-such-mailbox`. */
export function removeMailbox(
  plazo: Plazo,
  desk: string,
  id: string,
): Promise<Refusal<"no-such-mailbox"> | { readonly removed: true }> {
  return inDesk(plazo.db, desk, async (tx) =>
    (await removeRow(tx, id)) ? { removed: true as const } : refuse("no-such-mailbox"),
  );
}

/** Has the messages that were put aside tried again. Refuses `no-such-mailbox`. */
export function retryAside(
  plazo: Plazo,
  desk: string,
  id: string,
): Promise<Refusal<"no-such-mailbox"> | { readonly retried: number }> {
  return inDesk(plazo.db, desk, async (tx) => {
    if ((await readMailbox(tx, id)) === undefined) return refuse("no-such-mailbox");
    return { retried: await retryMessages(tx, id, await tx.now()) };
  });
}
