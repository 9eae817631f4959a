import { z } from "zod";
import { hookTypeNames } from "../core/webhook/hook-types.ts";
import { cursor, instant } from "./primitives.ts";

/** What other systems can be told of. */
export const hookType = z.enum(hookTypeNames).meta({ id: "WebhookType" });

/** An endpoint, without its secret. */
export const webhook = z
  .strictObject({
    id: z.uuid(),
    url: z.string(),
    note: z.string(),
    types: z.array(hookType),
    /** `gone`: it answered 410; `failing`: it took nothing for three days. */
    state: z.enum(["on", "off", "gone", "failing", "removed"]),
    stateSince: instant,
    failingSince: instant.nullable(),
    /** Until when the secret before the newest signs as well. */
    beforeUntil: instant.nullable(),
    made: instant,
    madeBy: z.string(),
  })
  .meta({ id: "Webhook" });

export const webhooks = z.strictObject({ webhooks: z.array(webhook) }).meta({ id: "Webhooks" });

/** Where something is to be told, and of what. */
export const webhookWished = z
  .strictObject({
    url: z.string().trim().min(1).max(2_000),
    note: z.string().trim().max(200),
    types: z.array(hookType).min(1).max(hookTypeNames.length),
  })
  .meta({ id: "WebhookWished" });

/** An endpoint with its new secret: it is said this once. */
export const webhookMade = z
  .strictObject({ made: webhook, secret: z.string().meta({ examples: ["whsec_…"] }) })
  .meta({ id: "WebhookMade" });

export const webhookSwitched = z
  .strictObject({ state: z.enum(["on", "off", "removed"]) })
  .meta({ id: "WebhookSwitched" });

/** A delivery as the log shows it. */
export const webhookDelivery = z
  .strictObject({
    id: z.string(),
    /** The header `webhook-id`. */
    message: z.string(),
    type: z.string(),
    folio: z.string().nullable(),
    event: z.int().nullable(),
    /** `missed`: the endpoint was switched off when it happened. */
    state: z.enum(["pending", "sent", "failed", "missed"]),
    at: instant,
    due: instant,
    attempts: z.int(),
    tried: instant.nullable(),
    /** Milliseconds that the last attempt took, its status, and how its answer began. */
    took: z.int().nullable(),
    status: z.int().nullable(),
    answer: z.string().nullable(),
    error: z.string().nullable(),
    againOf: z.string().nullable(),
    askedBy: z.string().nullable(),
  })
  .meta({ id: "WebhookDelivery" });

export const webhookDeliveries = z
  .strictObject({ deliveries: z.array(webhookDelivery), next: cursor.nullable() })
  .meta({ id: "WebhookDeliveries" });

/** A stretch of time whose deliveries are sent once more: those that did not arrive, or all. */
export const webhookStretch = z
  .strictObject({ from: instant, to: instant, all: z.boolean() })
  .meta({ id: "WebhookStretch" });

/** How many deliveries are on their way again. */
export const webhookAgain = z.strictObject({ again: z.int() }).meta({ id: "WebhookAgain" });

export type Webhook = z.infer<typeof webhook>;
export type Webhooks = z.infer<typeof webhooks>;
export type WebhookWished = z.infer<typeof webhookWished>;
export type WebhookMade = z.infer<typeof webhookMade>;
export type WebhookDelivery = z.infer<typeof webhookDelivery>;
export type WebhookDeliveries = z.infer<typeof webhookDeliveries>;
export type WebhookStretch = z.infer<typeof webhookStretch>;
export type WebhookAgain = z.infer<typeof webhookAgain>;
