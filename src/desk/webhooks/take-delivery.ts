import { noticeOf } from "../../core/webhook/payload.ts";
import { trialType } from "../../core/webhook/hook-types.ts";
import { formatInstant } from "../../core/time/iso.ts";
import { inDesk } from "../../store/transaction.ts";
import { leaseDelivery } from "../../store/webhook-deliveries.ts";
import type { LeasedDelivery } from "../../store/webhook-deliveries.ts";
import { readEndpoint } from "../../store/webhook-endpoints.ts";
import type { Plazo } from "../plazo.ts";
import { messageIdOf } from "./message-id.ts";
import { openWebhookSecrets } from "./secret.ts";
import { signedHeaders } from "./sign.ts";

/** A delivery in one worker's hands: the request as it is to be made. */
export interface TakenDelivery {
  readonly desk: string;
  readonly endpoint: string;
  readonly id: number;
  readonly attempts: number;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A delivery is in one worker's hands for a minute at most; after a crash another takes it then. */
const lease = 60_000;

/** Takes a delivery into hand, and makes and signs its request; `undefined` where another has it, or its endpoint is no more. */
export function takeDelivery(
  plazo: Plazo,
  { desk, endpoint, id }: { readonly desk: string; readonly endpoint: string; readonly id: number },
): Promise<TakenDelivery | undefined> {
  return inDesk(plazo.db, desk, async (tx) => {
    const found = await readEndpoint(tx, endpoint);
    if (found?.state !== "on") return undefined;
    const at = await tx.now();
    const delivery = await leaseDelivery(tx, id, { now: at, until: at + lease });
    if (delivery === undefined) return undefined;
    const body = JSON.stringify(noticeIn(plazo, desk, delivery));
    const secrets = openWebhookSecrets(plazo, desk, { endpoint: found, at });
    const signed = { id: messageIdOf(desk, delivery), at, body };
    const headers = {
      "Content-Type": "application/json",
      "User-Agent": "Plazo-Webhooks/1",
      ...signedHeaders(secrets, signed),
    };
    return { desk, endpoint, id, attempts: delivery.attempts, url: found.url, headers, body };
  });
}

function noticeIn({ settings }: Plazo, desk: string, delivery: LeasedDelivery): object {
  const { event, folio, at } = delivery;
  if (event !== null && folio !== null) return noticeOf(event, { desk, folio, url: settings.url });
  const timestamp = formatInstant(at, 0).replace("+00:00", "Z");
  return { type: trialType, timestamp, data: { desk } };
}
