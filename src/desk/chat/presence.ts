import type { Ticket } from "../../core/ticket/ticket.ts";
import type { Instant } from "../../core/time/instant.ts";
import { readChat } from "../../store/chat.ts";
import type { Transaction } from "../../store/transaction.ts";

/** Milliseconds of silence after which a page, a client's or an agent's, counts as gone. */
export const silence = 60_000;

/** Whether somebody who was last seen at an instant is there: seen within the last minute. */
export function isThere(seen: Instant | null, now: Instant): boolean {
  return seen !== null && now - seen < silence;
}

/** Where the client of a chat is: gone once they said so (RD-12), or their page fell silent. */
export function standingOf(
  { seen, present }: { readonly seen: Instant | null; readonly present: boolean | null },
  now: Instant,
): "there" | "gone" {
  return present === true && isThere(seen, now) ? "there" : "gone";
}

/** The same, read of a ticket; null: it did not come by the chat's page. */
export async function chatStanding(
  tx: Transaction,
  of: { readonly number: number; readonly ticket: Ticket; readonly now: Instant },
): Promise<"there" | "gone" | null> {
  const { number, ticket, now } = of;
  const chat = await readChat(tx, number);
  if (chat === undefined) return null;
  return standingOf({ seen: chat.seen, present: ticket.present }, now);
}
