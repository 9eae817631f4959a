import { isRefusal, refuse } from "../refusal.ts";
import type { Refusal } from "../refusal.ts";
import type { Actor } from "../ticket/actor.ts";
import { decide } from "../ticket/decide.ts";
import type { Context } from "../ticket/scene.ts";
import type { Ticket } from "../ticket/ticket.ts";
import { actFor, textFor } from "./act.ts";
import type { BulkAct } from "./act.ts";
import { leftUnfilled } from "./fill.ts";

/** Stands for the words that are still to be written down. */
const words = { id: "00000000-0000-0000-0000-000000000000", channel: "mail", files: [] };

/**
 * What an act on many would come to with one ticket: `null`, it would be done; else why not, by the
 * very rules that decide when it is done. Besides these, `already-so` (there is nothing to do),
 * `text-missing` (nothing is said in the client's language), `placeholder-unfilled` (facts: `left`),
 * `not-a-part`.
 */
export function wouldNot(
  ticket: Ticket,
  act: BulkAct,
  { by, context }: { readonly by: Actor; readonly context: Context },
): Refusal | null {
  const { language } = ticket.requester;
  if (textFor(act, language) === undefined) return refuse("text-missing", { facts: { language } });
  const left = leftUnfilled(act, language);
  if (left.length > 0) return refuse("placeholder-unfilled", { field: "text", facts: { left } });
  if (ticket.closed === null && isAlready(ticket, act)) return refuse("already-so");
  if (act.do === "leave" && !isPart(ticket, act.incident)) return refuse("not-a-part");
  const decided = decide(ticket, { by, act: actFor(act, language, words) }, context);
  return isRefusal(decided) ? decided : null;
}

/** Whether the ticket is already as the act would make it. */
export function isAlready(ticket: Ticket, act: BulkAct): boolean {
  switch (act.do) {
    case "assign":
      return (ticket.assignee?.id ?? null) === (act.to?.id ?? null);
    case "classify":
      return ticket.severity === act.severity && !ticket.provisional;
    case "route":
      return ticket.level === act.to;
    case "schedule":
      return ticket.scheduledUntil === act.until;
    case "join":
      return isPart(ticket, act.incident);
    default:
      return false;
  }
}

function isPart({ links }: Ticket, incident: string): boolean {
  return links.some(({ to, as }) => to === incident && as === "part-of");
}
