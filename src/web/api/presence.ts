import { presence } from "../../contract/presence.ts";
import type { Presence, Showing } from "../../contract/presence.ts";
import { request } from "./request.ts";
import type { Answer } from "./request.ts";

const at = (desk: string): string => `/desks/${encodeURIComponent(desk)}/presence`;

/** Says which ticket a screen shows; gives who else has it open. */
export function showTicket(desk: string, showing: Showing): Promise<Answer<Presence>> {
  return request(at(desk), presence, { method: "POST", body: showing });
}

/** Says that a screen that is being closed shows nothing any more; nobody waits for an answer. */
export function leaveTicket(desk: string, screen: string): void {
  const showing: Showing = { screen, folio: null, writing: false };
  const body = new Blob([JSON.stringify(showing)], { type: "application/json" });
  navigator.sendBeacon(`/api/v1${at(desk)}`, body);
}
