import { webhookAgain, webhookDeliveries, webhookMade, webhooks } from "../../contract/webhooks.ts";
import type {
  WebhookAgain,
  WebhookDeliveries,
  WebhookMade,
  Webhooks,
  WebhookStretch,
  WebhookWished,
} from "../../contract/webhooks.ts";
import { request } from "./request.ts";
import type { Answer } from "./request.ts";

const at = (desk: string): string => `/desks/${encodeURIComponent(desk)}/webhooks`;

/** The endpoints of a desk. */
export function listWebhooks(desk: string, signal: AbortSignal): Promise<Answer<Webhooks>> {
  return request(at(desk), webhooks, { signal });
}

/** Adds an endpoint; its answer says the secret this once. */
export function addWebhook(desk: string, body: WebhookWished): Promise<Answer<WebhookMade>> {
  return request(at(desk), webhookMade, { method: "POST", body });
}

/** Switches an endpoint on or off, or takes it away. */
export function switchWebhook(
  desk: string,
  id: string,
  state: "on" | "off" | "removed",
): Promise<Answer<Webhooks>> {
  return request(`${at(desk)}/${id}/state`, webhooks, { method: "POST", body: { state } });
}

/** Gives an endpoint a new secret, said this once. */
export function renewSecret(desk: string, id: string): Promise<Answer<WebhookMade>> {
  return request(`${at(desk)}/${id}/secret`, webhookMade, { method: "POST" });
}

/** A page of what was sent to an endpoint, newest first. */
export function listDeliveries(
  desk: string,
  id: string,
  { cursor, signal }: { readonly cursor: string | null; readonly signal: AbortSignal },
): Promise<Answer<WebhookDeliveries>> {
  const query = cursor === null ? "" : `?cursor=${encodeURIComponent(cursor)}`;
  return request(`${at(desk)}/${id}/deliveries${query}`, webhookDeliveries, { signal });
}

/** Sends a delivery once more. */
export function replayDelivery(
  desk: string,
  id: string,
  delivery: string,
): Promise<Answer<WebhookAgain>> {
  const path = `${at(desk)}/${id}/deliveries/${delivery}/again`;
  return request(path, webhookAgain, { method: "POST" });
}

/** Sends once more what happened in a stretch of time. */
export function replayDeliveries(
  desk: string,
  id: string,
  body: WebhookStretch,
): Promise<Answer<WebhookAgain>> {
  return request(`${at(desk)}/${id}/replays`, webhookAgain, { method: "POST", body });
}

/** Sends a trial. */
export function tryWebhook(desk: string, id: string): Promise<Answer<WebhookAgain>> {
  return request(`${at(desk)}/${id}/trials`, webhookAgain, { method: "POST" });
}
