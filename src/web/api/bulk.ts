import { bulk, bulkPlan } from "../../contract/bulk.ts";
import type { Bulk, BulkPlan, BulkWire } from "../../contract/bulk.ts";
import { guardTurn } from "../../contract/guard.ts";
import type { GuardTurn } from "../../contract/guard.ts";
import { incidentOfTicket } from "../../contract/incidents.ts";
import type { IncidentOfTicket } from "../../contract/incidents.ts";
import type { ViewFilter } from "../../contract/views.ts";
import type { Place } from "./desk.ts";
import { request } from "./request.ts";
import type { Answer } from "./request.ts";

const at = (desk: string): string => `/desks/${encodeURIComponent(desk)}`;

/** What an act would come to with each of many tickets. */
export function planBulk(
  desk: string,
  does: BulkWire,
  on: { readonly folios: readonly string[] } | { readonly filter: ViewFilter },
): Promise<Answer<BulkPlan>> {
  return request(`${at(desk)}/bulk-plans`, bulkPlan, { method: "POST", body: { does, on } });
}

/** Does an act to each of these tickets. */
export function beginBulk(
  desk: string,
  wish: {
    readonly does: BulkWire;
    readonly folios: readonly string[];
    readonly undoSeconds: number;
  },
): Promise<Answer<Bulk>> {
  return request(`${at(desk)}/bulks`, bulk, { method: "POST", body: wish, once: true });
}

/** How far it is. */
export function readBulk(desk: string, id: string, signal: AbortSignal): Promise<Answer<Bulk>> {
  return request(`${at(desk)}/bulks/${id}`, bulk, { signal });
}

/** Stops it, or takes it back. */
export function endBulk(desk: string, id: string, how: "stop" | "undo"): Promise<Answer<Bulk>> {
  return request(`${at(desk)}/bulks/${id}/${how}`, bulk, { method: "POST", body: {}, once: true });
}

/** The next ticket on guard; `skip`: why the one that one has is passed over. */
export function nextOnGuard(
  desk: string,
  skip?: { readonly folio: string; readonly reason: string },
): Promise<Answer<GuardTurn>> {
  const body = skip === undefined ? {} : { skip };
  return request(`${at(desk)}/guard/next`, guardTurn, { method: "POST", body });
}

/** Keeps the ticket that one has on guard for longer, or goes off guard. */
export function guard(desk: string, how: "keep" | "leave"): Promise<Answer<GuardTurn>> {
  return request(`${at(desk)}/guard/${how}`, guardTurn, { method: "POST", body: {} });
}

const incidentAt = ({ desk, folio }: Place): string =>
  `${at(desk)}/tickets/${encodeURIComponent(folio)}/incident`;

/** What a ticket has to do with mass incidents. */
export function readIncident(place: Place, signal: AbortSignal): Promise<Answer<IncidentOfTicket>> {
  return request(incidentAt(place), incidentOfTicket, { signal });
}

/** Makes a ticket a mass incident. */
export function declareIncident(place: Place): Promise<Answer<IncidentOfTicket>> {
  return request(incidentAt(place), incidentOfTicket, { method: "POST", body: {}, once: true });
}
