import { mailboxTried, mailboxes } from "../../contract/mailboxes.ts";
import type {
  MailboxTrial,
  MailboxTried,
  MailboxWish,
  Mailboxes,
} from "../../contract/mailboxes.ts";
import { request } from "./request.ts";
import type { Answer } from "./request.ts";

const at = (desk: string): string => `/desks/${encodeURIComponent(desk)}/mailboxes`;

/** The mailboxes of a desk. */
export function listMailboxes(desk: string, signal: AbortSignal): Promise<Answer<Mailboxes>> {
  return request(at(desk), mailboxes, { signal });
}

/** Adds a mailbox, or changes the one of an id. */
export function saveMailbox(
  desk: string,
  id: string | null,
  body: MailboxWish,
): Promise<Answer<Mailboxes>> {
  return request(id === null ? at(desk) : `${at(desk)}/${id}`, mailboxes, { method: "POST", body });
}

/** Removes a mailbox, or has what could not be taken in tried again. */
export function doToMailbox(
  desk: string,
  id: string,
  act: "remove" | "retry",
): Promise<Answer<Mailboxes>> {
  return request(`${at(desk)}/${id}/${act}`, mailboxes, { method: "POST", body: {} });
}

/** Tries a connection. */
export function tryMailbox(desk: string, body: MailboxTrial): Promise<Answer<MailboxTried>> {
  const path = `/desks/${encodeURIComponent(desk)}/mailbox-trials`;
  return request(path, mailboxTried, { method: "POST", body });
}
