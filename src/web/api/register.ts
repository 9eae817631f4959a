import {
  clientTickets,
  contactPersons,
  contactPersonWritten,
  importReport,
  lookedUp,
  organisation,
  organisations,
  organisationWritten,
  ticketClient,
} from "../../contract/register.ts";
import type {
  ClientTickets,
  ContactPersons,
  ContactPersonWish,
  ContactPersonWritten,
  ImportReport,
  LookedUp,
  Organisation,
  Organisations,
  OrganisationWish,
  OrganisationWritten,
  TicketClient,
} from "../../contract/register.ts";
import { request } from "./request.ts";
import type { Answer } from "./request.ts";

const at = (desk: string): string => `/desks/${encodeURIComponent(desk)}/register`;

const paged = (cursor: string | null, more: Readonly<Record<string, string>> = {}): string =>
  `?${new URLSearchParams({ ...more, ...(cursor === null ? {} : { cursor }) })}`;

/** The desk's clients, by name. */
export function listOrganisations(
  desk: string,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Answer<Organisations>> {
  return request(`${at(desk)}/organisations${paged(cursor)}`, organisations, { signal });
}

/** Who may be meant. */
export function lookUp(desk: string, q: string, signal: AbortSignal): Promise<Answer<LookedUp>> {
  return request(`${at(desk)}/lookup?${new URLSearchParams({ q })}`, lookedUp, { signal });
}

/** One client. */
export function readOrganisation(
  desk: string,
  id: string,
  signal: AbortSignal,
): Promise<Answer<Organisation>> {
  return request(`${at(desk)}/organisations/${id}`, organisation, { signal });
}

/** A client's contacts, by name. */
export function listContacts(
  desk: string,
  { id, cursor }: { readonly id: string; readonly cursor: string | null },
  signal: AbortSignal,
): Promise<Answer<ContactPersons>> {
  const path = `${at(desk)}/organisations/${id}/contacts${paged(cursor)}`;
  return request(path, contactPersons, { signal });
}

/** A client's tickets, newest first. */
export function listTickets(
  desk: string,
  wish: { readonly id: string; readonly cursor: string | null; readonly state: "open" | "all" },
  signal: AbortSignal,
): Promise<Answer<ClientTickets>> {
  const { id, cursor, state } = wish;
  const path = `${at(desk)}/organisations/${id}/tickets${paged(cursor, { state })}`;
  return request(path, clientTickets, { signal });
}

/** Which thing is written over, as it was seen; null: a new one. */
export type Over = { readonly id: string; readonly version: number } | null;

const sending = (over: Over, body: object) =>
  over === null
    ? ({ method: "POST", body } as const)
    : ({ method: "PUT", body, headers: { "if-match": `"${over.version}"` } } as const);

/** Writes a client down. */
export function writeOrganisation(
  desk: string,
  over: Over,
  body: OrganisationWish,
): Promise<Answer<OrganisationWritten>> {
  const path = `${at(desk)}/organisations${over === null ? "" : `/${over.id}`}`;
  return request(path, organisationWritten, sending(over, body));
}

/** Writes a contact down. */
export function writeContact(
  desk: string,
  over: Over,
  body: ContactPersonWish,
): Promise<Answer<ContactPersonWritten>> {
  const path = `${at(desk)}/contacts${over === null ? "" : `/${over.id}`}`;
  return request(path, contactPersonWritten, sending(over, body));
}

/** Says what a file would do to the register; with `write`, does it. */
export function sendFile(desk: string, file: Blob, write: boolean): Promise<Answer<ImportReport>> {
  const path = `${at(desk)}/import?write=${write ? "yes" : "no"}`;
  return request(path, importReport, { method: "POST", bytes: file });
}

/** Where the register, or the headings of its files, are fetched from. */
export function registerFile(desk: string, what: "export" | "template"): string {
  return `/api/v1${at(desk)}/${what}`;
}

/** Whose a ticket is. */
export function readClient(
  { desk, folio }: { readonly desk: string; readonly folio: string },
  signal: AbortSignal,
): Promise<Answer<TicketClient>> {
  const path = `/desks/${encodeURIComponent(desk)}/tickets/${encodeURIComponent(folio)}/client`;
  return request(path, ticketClient, { signal });
}
