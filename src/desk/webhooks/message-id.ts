import { createHash } from "node:crypto";

/**
 * The `webhook-id` of a delivery: of an event the same at every attempt, at every endpoint and when it
 * is sent once more, so that whoever keeps the ids it has seen does nothing twice. A trial has its own.
 */
export function messageIdOf(
  desk: string,
  delivery: { readonly id: number; readonly ticket: number | null; readonly seq: number | null },
): string {
  const { id, ticket, seq } = delivery;
  const what = ticket === null ? `trial/${id}` : `${ticket}/${seq}`;
  return `msg_${createHash("sha256").update(`${desk}/${what}`).digest("hex").slice(0, 32)}`;
}
