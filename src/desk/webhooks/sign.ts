import { createHmac, randomBytes } from "node:crypto";
import type { Instant } from "../../core/time/instant.ts";

const prefix = "whsec_";

/** A new secret: `whsec_` and 32 random bytes in base64 (Standard Webhooks 1.0, "Signature scheme"). */
export function newWebhookSecret(): string {
  return prefix + randomBytes(32).toString("base64");
}

/** What is signed: the message's id, the instant of the attempt, and the body as it is sent. */
export interface Signed {
  readonly id: string;
  readonly at: Instant;
  readonly body: string;
}

/**
 * The headers of a webhook (Standard Webhooks 1.0): its id, the attempt's time in seconds, and a
 * signature `v1` by each secret that holds, with a space between them.
 */
export function signedHeaders(
  secrets: readonly string[],
  { id, at, body }: Signed,
): Readonly<Record<"webhook-id" | "webhook-timestamp" | "webhook-signature", string>> {
  const seconds = String(Math.floor(at / 1_000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(prefix.length), "base64");
    return `v1,${createHmac("sha256", key).update(`${id}.${seconds}.${body}`).digest("base64")}`;
  });
  return {
    "webhook-id": id,
    "webhook-timestamp": seconds,
    "webhook-signature": signatures.join(" "),
  };
}
