import { errorCodes, ticketInvoices } from "../../contract/invoices.ts";
import type { ErrorCodes, ErrorCodeWish, TicketInvoices } from "../../contract/invoices.ts";
import { fileAddress } from "./desk.ts";
import type { Place } from "./desk.ts";
import { request } from "./request.ts";
import type { Answer } from "./request.ts";

const at = ({ desk, folio }: Place): string =>
  `/desks/${encodeURIComponent(desk)}/tickets/${encodeURIComponent(folio)}/invoices`;

/** The invoices of a ticket, and the codes that its words name. */
export function readInvoices(place: Place, signal: AbortSignal): Promise<Answer<TicketInvoices>> {
  return request(at(place), ticketInvoices, { signal });
}

/** Asks the SAT for the status of an invoice. */
export function askSat(place: Place, file: string): Promise<Answer<TicketInvoices>> {
  return request(`${at(place)}/${file}/sat-status`, ticketInvoices, { method: "POST" });
}

/** The lines of a file of a ticket; none where it cannot be had now. */
export async function readLines(place: Place, file: string): Promise<readonly string[]> {
  const answer = await fetch(fileAddress(place, file));
  return answer.ok ? (await answer.text()).split(/\r\n|\r|\n/u) : [];
}

const codesAt = (desk: string): string => `/desks/${encodeURIComponent(desk)}/error-codes`;

/** Every code at the desk. */
export function listErrorCodes(desk: string, signal: AbortSignal): Promise<Answer<ErrorCodes>> {
  return request(codesAt(desk), errorCodes, { signal });
}

/** Writes what a code means at the desk. */
export function writeErrorCode(
  desk: string,
  code: string,
  body: ErrorCodeWish,
): Promise<Answer<ErrorCodes>> {
  return request(`${codesAt(desk)}/${encodeURIComponent(code)}`, errorCodes, {
    method: "PUT",
    body,
  });
}

/** Takes the desk's words for a code away. */
export function removeErrorCode(desk: string, code: string): Promise<Answer<ErrorCodes>> {
  return request(`${codesAt(desk)}/${encodeURIComponent(code)}/removal`, errorCodes, {
    method: "POST",
  });
}
