import type { ClockReading } from "../../core/clock/clock.ts";
import type { Language } from "../../core/policy/text.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { Ticket } from "../../core/ticket/ticket.ts";
import type { Instant } from "../../core/time/instant.ts";
import type { BoundPolicy } from "../caches.ts";
import type { Plazo } from "../plazo.ts";
import type { FileRow, MessageRow } from "./for-staff.ts";

/** What the client sees of a ticket: nothing internal, no staff but by name. */
export interface ClientView {
  readonly folio: string;
  readonly ticket: Ticket;
  /** The published state's id (`policy.states`). */
  readonly state: string;
  readonly policy: BoundPolicy;
  readonly promises: readonly ClockReading[];
  /** Public messages, oldest first. */
  readonly messages: readonly MessageRow[];
  readonly files: readonly FileRow[];
  /** Actions taken: what the client may know, oldest first. */
  readonly actions: readonly { readonly type: string; readonly at: Instant; readonly facts: Readonly<Record<string, string>> }[];
  /** What the client may do now. */
  readonly may: { readonly answer: boolean; readonly confirm: boolean; readonly withdraw: boolean; readonly citeAnew: boolean };
  readonly language: Language;
  readonly seq: number;
  readonly now: Instant;
}

export interface Opened {
  readonly desk: string;
  readonly capability: string;
}

export type NoWay = Refusal<"no-such-ticket" | "capability-expired">;

/** The ticket that a capability opens. Looking changes nothing. */
export function viewAsClient(_plazo: Plazo, _opened: Opened): Promise<ClientView | NoWay> {
  throw new Error("being written");
}

export interface ClientWords {
  readonly text: string;
  readonly uploads?: { readonly session: string; readonly ids: readonly string[] };
  /** The form's token: the same one twice writes one message. */
  readonly submission: string;
}

/** Adds the client's message and files. */
export function answerAsClient(_plazo: Plazo, _opened: Opened, _words: ClientWords): Promise<{ readonly folio: string } | Refusal> {
  throw new Error("being written");
}

/** "It is solved" or "it is not", with words or without. */
export function confirmAsClient(_plazo: Plazo, _opened: Opened, _answer: { readonly solved: boolean; readonly text?: string; readonly submission: string }): Promise<{ readonly folio: string } | Refusal> {
  throw new Error("being written");
}

/** The client takes the request back. */
export function withdrawAsClient(_plazo: Plazo, _opened: Opened): Promise<{ readonly folio: string } | Refusal> {
  throw new Error("being written");
}
