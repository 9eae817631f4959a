import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { lockMessage, markReachable, repeatMessage } from "../../store/returned.ts";
import { inDesk } from "../../store/transaction.ts";
import { newMessageId } from "../mail/compose.ts";
import type { Plazo } from "../plazo.ts";
import { addressKey } from "../register/address-key.ts";
import { idOf } from "./list-outgoing.ts";
import { isSendableAgain } from "./sendable-again.ts";

/**
 * Sends a message once more that failed, came back or was held: as a message of its own, under its own
 * Message-ID, that says who asked for it; the one that failed stays as it is. Its address is taken as
 * right again. Gives the new message's id. Refuses `no-such-message`, `not-sendable-again` (it left,
 * still waits, or had become pointless) and `sent-again-already`.
 */
export function sendAgain(
  plazo: Plazo,
  desk: string,
  { id, by }: { readonly id: string; readonly by: string },
): Promise<
  { readonly id: string } | Refusal<"no-such-message" | "not-sendable-again" | "sent-again-already">
> {
  const number = idOf(id);
  if (number === undefined) return Promise.resolve(refuse("no-such-message"));
  return inDesk(plazo.db, desk, async (tx) => {
    const mail = await lockMessage(tx, number);
    if (mail === undefined) return refuse("no-such-message");
    if (!isSendableAgain(mail)) return refuse("not-sendable-again");
    const at = await tx.now();
    const messageId = newMessageId(plazo);
    const made = await repeatMessage(tx, number, { messageId, at, by });
    if (made === undefined) return refuse("sent-again-already");
    await markReachable(tx, addressKey(mail.recipient));
    return { id: String(made) };
  });
}
