import type { TicketEvent } from "../core/ticket/event.ts";
import { canonicalJson } from "./canonical-json.ts";
import { sha256 } from "./digest.ts";

/** What the first event of a ticket is chained to. */
export const noHead: Uint8Array = new Uint8Array(0);

/** An event with its link: SHA-256 of the hash before it and the event in canonical JSON. */
export interface ChainedEvent {
  readonly event: TicketEvent;
  readonly hash: Buffer;
}

/** Links events, in their order, to the hash before them. */
export function chained(head: Uint8Array, events: readonly TicketEvent[]): ChainedEvent[] {
  let before = head;
  return events.map((event) => {
    const text = canonicalJson(event);
    const hash = sha256(before.length === 0 ? text : Buffer.concat([before, Buffer.from(text)]));
    before = hash;
    return { event, hash };
  });
}
