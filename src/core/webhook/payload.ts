import type { Actor } from "../ticket/actor.ts";
import type { Fact, TicketEvent } from "../ticket/event.ts";
import { formatInstant } from "../time/iso.ts";
import type { Instant } from "../time/instant.ts";
import { hookTypeOf } from "./hook-types.ts";

type Told = Readonly<Record<string, string | number | boolean | null>>;

/** A notice: what happened, when, and where to read the rest (Standard Webhooks 1.0, "Payload structure"). */
export interface Notice {
  readonly type: string;
  /** ISO 8601, in UTC: when it happened in the world. */
  readonly timestamp: string;
  readonly data: Told;
}

/**
 * The notice of an event of a ticket: the desk, the folio, the event's number, who acted (the kind
 * alone) and the few facts that say what to do with it. No word of the client's, no name and no
 * address: whoever may know them reads the ticket. The same event always gives the same notice. Throws
 * on an event that is told to nobody.
 */
export function noticeOf(
  { seq, at, recorded, by, fact }: TicketEvent,
  where: { readonly desk: string; readonly folio: string; readonly url: string },
): Notice {
  const type = hookTypeOf(fact.type);
  if (type === null) throw new Error(`nobody is told of ${fact.type}`);
  const { desk, folio, url } = where;
  const ticket = `${url}/api/v1/desks/${desk}/tickets/${encodeURIComponent(folio)}`;
  const data = { desk, ticket: folio, url: ticket, event: seq, recorded: isoOf(recorded) };
  return { type, timestamp: isoOf(at), data: { ...data, by: kindOf(by), ...factsTold(fact) } };
}

function kindOf(by: Actor): string {
  return by.kind === "staff" && by.through !== undefined ? by.through : by.kind;
}

function factsTold(fact: Fact): Told {
  if ("clock" in fact) return clockTold(fact);
  switch (fact.type) {
    case "filed":
      return told(fact, ["channel", "form", "kind", "severity", "provisional", "level"]);
    case "contacted":
      return { how: fact.how, asks: fact.asks !== null, progress: fact.progress };
    case "added":
      return { automatic: fact.automatic };
    case "classified":
      return told(fact, ["severity", "from"]);
    case "assigned":
      return { assignee: fact.to?.id ?? null };
    case "routed":
    case "handed-back":
    case "level-asked":
    case "level-answered":
      return { level: fact.to, from: fact.from };
    case "held":
    case "admitted":
      return { why: fact.why };
    case "paused":
      return { reason: fact.reason, until: fact.until === null ? null : isoOf(fact.until) };
    case "resumed":
    case "closed":
      return { reason: fact.reason };
    case "merged":
      return { into: fact.into };
    default:
      return {};
  }
}

/** What is told of a promise: which clock, for which round, and its deadline. */
function clockTold(fact: Fact & { readonly clock: string | null }): Told {
  const round = "round" in fact ? fact.round : null;
  const deadline = "deadline" in fact && fact.deadline !== null ? isoOf(fact.deadline) : null;
  const more: Told =
    fact.type === "breached"
      ? { how: fact.how }
      : fact.type === "revised"
        ? { what: fact.what }
        : fact.type === "limit-moved"
          ? { promised: isoOf(fact.promised) }
          : {};
  return { clock: fact.clock, round, deadline, ...more };
}

function told<F extends Fact, Key extends keyof F>(fact: F, keys: readonly Key[]): Told {
  return Object.fromEntries(keys.map((key) => [key, fact[key]])) as Told;
}

function isoOf(at: Instant): string {
  return formatInstant(at, 0).replace("+00:00", "Z");
}
