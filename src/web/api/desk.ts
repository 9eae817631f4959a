import { acted } from "../../contract/acts.ts";
import type { ActBody, Acted, ActName } from "../../contract/acts.ts";
import { explanation } from "../../contract/clock.ts";
import type { ExplanationReading } from "../../contract/clock.ts";
import { deskDetail, invited, me } from "../../contract/desk.ts";
import type { DeskDetail, Invitation, Me } from "../../contract/desk.ts";
import { tookDown } from "../../contract/filing.ts";
import type { TakenDown, TookDown } from "../../contract/filing.ts";
import { outgoingDetail, outgoingPage, sentAgain } from "../../contract/outgoing.ts";
import type { OutgoingDetail, OutgoingPage } from "../../contract/outgoing.ts";
import { ticketCounts, ticketDetail, ticketPage } from "../../contract/ticket.ts";
import type { TicketCounts, TicketDetail, TicketPage } from "../../contract/ticket.ts";
import { request } from "./request.ts";
import type { Answer } from "./request.ts";

/** A ticket's place. */
export interface Place {
  readonly desk: string;
  readonly folio: string;
}

const at = (desk: string): string => `/desks/${encodeURIComponent(desk)}`;
const ticketAt = ({ desk, folio }: Place): string =>
  `${at(desk)}/tickets/${encodeURIComponent(folio)}`;

/** Who is signed in. */
export function whoAmI(signal: AbortSignal): Promise<Answer<Me>> {
  return request("/me", me, { signal });
}

/** A desk's vocabulary and people. */
export function readDesk(desk: string, signal: AbortSignal): Promise<Answer<DeskDetail>> {
  return request(at(desk), deskDetail, { signal });
}

/** A page of a list; `search` is the list's address. */
export function listTickets(
  desk: string,
  search: URLSearchParams,
  signal: AbortSignal,
): Promise<Answer<TicketPage>> {
  return request(`${at(desk)}/tickets?${search}`, ticketPage, { signal });
}

/** How many tickets each list holds. */
export function countTickets(desk: string, signal: AbortSignal): Promise<Answer<TicketCounts>> {
  return request(`${at(desk)}/counts`, ticketCounts, { signal });
}

/** A ticket whole. */
export function readTicket(place: Place, signal: AbortSignal): Promise<Answer<TicketDetail>> {
  return request(ticketAt(place), ticketDetail, { signal });
}

/** Why a deadline is what it is. */
export function explainClock(
  place: Place,
  clock: { readonly id: string; readonly round: number; readonly language: string },
  signal: AbortSignal,
): Promise<Answer<ExplanationReading>> {
  const { id, round, language } = clock;
  return request(
    `${ticketAt(place)}/clocks/${encodeURIComponent(id)}?round=${round}&lang=${language}`,
    explanation,
    { signal },
  );
}

/** Does an act to a ticket as it was seen at `seq`; without it, whatever was written since. */
export function actOn<Name extends ActName>(
  place: Place & { readonly seq?: number; readonly key?: string },
  name: Name,
  body: ActBody<Name>,
): Promise<Answer<Acted>> {
  return request(`${ticketAt(place)}/${name}`, acted, {
    method: "POST",
    body,
    once: place.key ?? true,
    headers: place.seq === undefined ? {} : { "if-match": `"${place.seq}"` },
  });
}

/** Files a request for somebody who is on the line. */
export function takeDown(desk: string, wish: TakenDown): Promise<Answer<TookDown>> {
  return request(`${at(desk)}/tickets`, tookDown, { method: "POST", body: wish, once: true });
}

/** Where a ticket's file is fetched from. */
export function fileAddress(place: Place, id: string): string {
  return `/api/v1${ticketAt(place)}/files/${encodeURIComponent(id)}`;
}

/** What left the desk, newest first. */
export function listOutgoing(
  desk: string,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Answer<OutgoingPage>> {
  const query = cursor === null ? "" : `?cursor=${encodeURIComponent(cursor)}`;
  return request(`${at(desk)}/outgoing${query}`, outgoingPage, { signal });
}

/** One outgoing message. */
export function readOutgoing(
  desk: string,
  id: string,
  signal: AbortSignal,
): Promise<Answer<OutgoingDetail>> {
  return request(`${at(desk)}/outgoing/${encodeURIComponent(id)}`, outgoingDetail, { signal });
}

/** Sends once more what failed, came back or was held. */
export function sendOutgoingAgain(desk: string, id: string): Promise<Answer<{ id: string }>> {
  return request(`${at(desk)}/outgoing/${encodeURIComponent(id)}/again`, sentAgain, {
    method: "POST",
    body: {},
  });
}

/** Where the HTML of an outgoing message is shown from: a page of its own, for its styles are its own. */
export function outgoingHtmlAddress(desk: string, id: string): string {
  return `/api/v1${at(desk)}/outgoing/${encodeURIComponent(id)}/html`;
}

/** A one-time link for a new colleague. */
export function invite(
  desk: string,
  person: Invitation,
): Promise<Answer<{ link: string; expires: number }>> {
  return request(`${at(desk)}/invitations`, invited, { method: "POST", body: person });
}
