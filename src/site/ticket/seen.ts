import { inLanguage } from "../../core/policy/text.ts";
import type { ClientView } from "../../desk/tickets/as-client.ts";
import type { DeskName } from "../page.ts";
import type { Here } from "../moment.ts";
import type { Reader } from "../reader.ts";

/** A ticket as its requester's pages get it. */
export interface SeenTicket {
  readonly reader: Reader;
  readonly view: ClientView;
}

/** Where, in which words and when a ticket is read. */
export function hereOf({ reader, view }: SeenTicket): Here {
  return { zone: view.policy.policy.policy.desk.zone, language: reader.language, now: view.now };
}

/** The desk's name for the head of the page. */
export function deskOf({ reader, view }: SeenTicket): DeskName {
  const { desk } = view.policy.policy.policy;
  return { id: desk.id, name: inLanguage(desk.name, reader.language), terms: desk.terms };
}
