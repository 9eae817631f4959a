import type { Instant } from "../../core/time/instant.ts";
import { HOUR } from "../../core/time/instant.ts";
import { countLeft } from "../../store/outbox.ts";
import type { OutboxMail } from "../../store/outbox.ts";
import { countAcknowledged, countLeftFor, isUnreachable } from "../../store/returned.ts";
import { acrossDesks } from "../../store/transaction.ts";
import type { Transaction } from "../../store/transaction.ts";
import type { OwnReason } from "../../words/mail/why-undelivered.ts";
import { acknowledgementLimits } from "../plazo.ts";
import type { Plazo } from "../plazo.ts";
import { addressKey } from "../register/address-key.ts";

/** Why a message is held: for good until somebody sends it again, or until an instant. */
export type Held =
  | { readonly cancelled: OwnReason }
  | { readonly postponed: OwnReason; readonly until: Instant };

/**
 * Why an automatic mail does not leave now; null: it does. An address that does not exist is told
 * nothing of itself; no more than the limits leaves within an hour, as acknowledgements of one desk
 * and of all, and of any kind to one address: whatever goes round in a loop comes to a stop there.
 * What a person wrote always leaves, and what is for the desk's own people too.
 */
export async function whyHeld(
  plazo: Plazo,
  tx: Transaction,
  { mail, now }: { readonly mail: OutboxMail; readonly now: Instant },
): Promise<Held | null> {
  const { moment, recipient, payload, askedBy } = mail;
  if (!payload.automatic || askedBy !== null || recipient.startsWith("staff:")) return null;
  if (await isUnreachable(tx, addressKey(recipient))) return { cancelled: "unreachable" };
  const { perDesk, perInstallation, perRecipient } = {
    ...acknowledgementLimits,
    ...plazo.settings.acknowledgements,
  };
  const after = now - HOUR;
  const until = now + HOUR / 6;
  if (perRecipient !== undefined) {
    const left = await countLeftFor(tx, recipient, { after, limit: perRecipient });
    if (left >= perRecipient) return { postponed: "held-back-address", until };
  }
  if (moment !== "received") return null;
  if ((await countLeft(tx, "received", { after, limit: perDesk })) >= perDesk)
    return { postponed: "held-back", until };
  if (perInstallation === undefined) return null;
  const limit = perInstallation;
  const everywhere = await acrossDesks(plazo.db, (across) =>
    countAcknowledged(across, { after, limit }),
  );
  return everywhere < limit ? null : { postponed: "held-back-here", until };
}
