import { hasFailedTooLong, nextAttempt, outcomeOf } from "../../core/webhook/attempts.ts";
import type { Instant } from "../../core/time/instant.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Transaction } from "../../store/transaction.ts";
import { settleDelivery } from "../../store/webhook-deliveries.ts";
import type { Attempt } from "../../store/webhook-deliveries.ts";
import { endpointFails, endpointWorks, setEndpointState } from "../../store/webhook-endpoints.ts";
import type { Plazo } from "../plazo.ts";
import { shareOf } from "./share-of.ts";
import type { TakenDelivery } from "./take-delivery.ts";
import { tellWebhookOff } from "./tell-webhook-off.ts";

/** What was answered; `error`: a code of the system's ("ECONNREFUSED"), or what it said, where nothing was. */
export type Answered = { readonly took: number } & (
  | { readonly status: number; readonly text: string }
  | { readonly error: string }
);

/** How a delivery stands after an attempt. */
export type DeliveryEnd = "sent" | "failed" | "postponed";

/** Characters of an answer that are kept: enough to see what went wrong there. */
const head = 1_000;

/**
 * Writes down what an attempt came to. An endpoint that answers 410, or has answered nothing good for
 * three days, is switched off, and the desk's administrators are told.
 */
export function endDelivery(
  plazo: Plazo,
  taken: TakenDelivery,
  answered: Answered,
): Promise<DeliveryEnd> {
  const { desk, endpoint, id } = taken;
  return inDesk(plazo.db, desk, async (tx): Promise<DeliveryEnd> => {
    const now = await tx.now();
    const status = "status" in answered ? answered.status : null;
    const outcome = status === null ? "again" : outcomeOf(status);
    const facts = {
      took: Math.round(answered.took),
      status,
      answer: "text" in answered ? printable(answered.text) : null,
      error: "error" in answered ? printable(answered.error) : null,
    };
    const attempt = attemptOf(taken, { outcome, now });
    await settleDelivery(tx, id, { ...facts, ...attempt });
    if (outcome === "sent") await endpointWorks(tx, endpoint);
    else await failed(plazo, tx, { taken, outcome, now });
    return attempt.state === "pending" ? "postponed" : attempt.state;
  });
}

type Outcome = ReturnType<typeof outcomeOf>;

function attemptOf(
  { attempts, id }: TakenDelivery,
  { outcome, now }: { readonly outcome: Outcome; readonly now: Instant },
): Pick<Attempt, "state" | "due"> {
  if (outcome === "sent") return { state: "sent", due: null };
  const wait = outcome === "gone" ? null : nextAttempt(attempts, shareOf(id + attempts));
  return wait === null ? { state: "failed", due: null } : { state: "pending", due: now + wait };
}

async function failed(
  plazo: Plazo,
  tx: Transaction,
  failing: { readonly taken: TakenDelivery; readonly outcome: Outcome; readonly now: Instant },
): Promise<void> {
  const { taken, outcome, now } = failing;
  const { desk, endpoint, url } = taken;
  const since = await endpointFails(tx, endpoint, now);
  const state = outcome === "gone" ? "gone" : hasFailedTooLong(since, now) ? "failing" : null;
  if (state === null || !(await setEndpointState(tx, endpoint, { state, at: now }))) return;
  await tellWebhookOff(plazo, tx, { desk, endpoint, host: new URL(url).host, state, since, now });
}

/** What a stranger answered, without what does not show and at most so long. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]+/gu, " ").slice(0, head);
}
