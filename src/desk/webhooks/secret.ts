import type { Instant } from "../../core/time/instant.ts";
import type { SealedEndpoint } from "../../store/webhook-endpoints.ts";
import { seal, unseal } from "../sealed.ts";
import type { Sealing } from "../sealed.ts";
import type { Plazo } from "../plazo.ts";

/** Whose secret it is: it opens in no other row. */
export interface Whose {
  readonly desk: string;
  readonly id: string;
}

/** Encrypts an endpoint's secret for the database. */
export function sealWebhookSecret(plazo: WithSecret, whose: Whose, secret: string): Buffer {
  return seal(Buffer.from(secret), sealingOf(plazo, whose));
}

type WithSecret =
  | Pick<Plazo, "settings">
  | { readonly settings: Pick<Plazo["settings"], "secret"> };

/**
 * The secrets that sign at an instant, the newest first. Throws where they were sealed with another
 * installation's secret.
 */
export function openWebhookSecrets(
  plazo: WithSecret,
  desk: string,
  { endpoint, at }: { readonly endpoint: SealedEndpoint; readonly at: Instant },
): readonly string[] {
  const { id, secret, secretBefore, beforeUntil } = endpoint;
  const holds = secretBefore !== null && beforeUntil !== null && beforeUntil > at;
  const sealed = holds ? [secret, secretBefore] : [secret];
  return sealed.map((one) => unseal(one, sealingOf(plazo, { desk, id })).toString("utf8"));
}

function sealingOf({ settings }: WithSecret, { desk, id }: Whose): Sealing {
  return { secret: settings.secret, purpose: "webhook", of: `${desk}/${id}` };
}
