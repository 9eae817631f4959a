import { z } from "zod";
import {
  receivedCount,
  receivedDetail,
  receivedPage,
  receivedRow,
} from "../../contract/received.ts";
import type {
  ReceivedCount,
  ReceivedDetail,
  ReceivedList,
  ReceivedPage,
  ReceivedRow,
} from "../../contract/received.ts";
import { request } from "./request.ts";
import type { Answer } from "./request.ts";

const at = (desk: string): string => `/desks/${encodeURIComponent(desk)}`;
const mailAt = (desk: string, id: string): string =>
  `${at(desk)}/received/${encodeURIComponent(id)}`;

/** A page of mail that came, newest first. */
export function listReceived(
  desk: string,
  { list, cursor }: { readonly list: ReceivedList; readonly cursor: string | null },
  signal: AbortSignal,
): Promise<Answer<ReceivedPage>> {
  const query = new URLSearchParams({ list });
  if (cursor !== null) query.set("cursor", cursor);
  return request(`${at(desk)}/received?${query}`, receivedPage, { signal });
}

/** How many mails wait for a person. */
export function countReceived(desk: string, signal: AbortSignal): Promise<Answer<ReceivedCount>> {
  return request(`${at(desk)}/received/waiting`, receivedCount, { signal });
}

/** One mail that came. */
export function readReceived(
  desk: string,
  id: string,
  signal: AbortSignal,
): Promise<Answer<ReceivedDetail>> {
  return request(mailAt(desk, id), receivedDetail, { signal });
}

const mails = z.strictObject({ mails: z.array(receivedRow) });

/** The mails of a ticket, oldest first. */
export function listReceivedOf(
  { desk, folio }: { readonly desk: string; readonly folio: string },
  signal: AbortSignal,
): Promise<Answer<z.infer<typeof mails>>> {
  return request(`${at(desk)}/tickets/${encodeURIComponent(folio)}/received`, mails, { signal });
}

/** Takes a mail in after all: as a new request, or on a ticket. */
export function releaseReceived(
  desk: string,
  id: string,
  to: string | null,
): Promise<Answer<ReceivedRow>> {
  return request(`${mailAt(desk, id)}/release`, receivedRow, { method: "POST", body: { to } });
}

/** Takes a mail out of what waits. */
export function discardReceived(
  desk: string,
  id: string,
  reason: string,
): Promise<Answer<ReceivedRow>> {
  return request(`${mailAt(desk, id)}/discard`, receivedRow, { method: "POST", body: { reason } });
}

/** Where a mail is had as it came. */
export function rawAddress(desk: string, id: string): string {
  return `/api/v1${mailAt(desk, id)}/raw`;
}

/** Where its HTML is shown from, in a frame. */
export function receivedHtmlAddress(desk: string, id: string): string {
  return `/api/v1${mailAt(desk, id)}/html`;
}
