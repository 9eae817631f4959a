import type { ClockReading } from "../../core/clock/clock.ts";
import type { Actor } from "../../core/ticket/actor.ts";
import type { TicketEvent } from "../../core/ticket/event.ts";
import { inLanguage } from "../../core/policy/text.ts";
import { formatInstant } from "../../core/time/iso.ts";
import type { Instant } from "../../core/time/instant.ts";
import type { MessageRow, StaffView } from "../../desk/tickets/for-staff.ts";
import type { QueueRow } from "../../desk/tickets/queue.ts";
import { untrusted } from "./untrusted.ts";

/** Events that one answer holds: the newest. */
const mostEvents = 100;

/** An instant as a reader that is no program of ours takes it: ISO 8601, in UTC. */
export function isoOf(at: Instant): string {
  return formatInstant(at, 0).replace("+00:00", "Z");
}

/** A ticket of a list: what the desk knows of it, and its subject, which the client wrote. */
export function rowSaid(row: QueueRow): object {
  const { folio, severity, level, state, progress, assignee, breached, due } = row;
  return {
    ...{ folio, severity, level, state, progress, breached },
    assignee: assignee?.name ?? null,
    filed: isoOf(row.filedAt),
    closed: row.closedAt === null ? null : isoOf(row.closedAt),
    due: due === null ? null : { clock: due.clock, limit: due.at === null ? null : isoOf(due.at) },
    subject: untrusted(row.subject),
  };
}

/** A ticket whole: its promises, and its timeline with every word of the client's marked. */
export function ticketSaid(view: StaffView): object {
  const { row, ticket, promises, events, messages } = view;
  const texts = new Map(messages.map((message) => [message.seq, message]));
  const fields = Object.entries(ticket.fields).map(([id, value]) => [id, untrusted(value)]);
  return {
    ...rowSaid(row),
    now: isoOf(view.now),
    requester: { name: untrusted(row.requester.name ?? ""), language: ticket.requester.language },
    fields: Object.fromEntries(fields),
    promises: promises.map(promiseSaid),
    earlierEvents: Math.max(0, events.length - mostEvents),
    timeline: events.slice(-mostEvents).map((event) => eventSaid(event, texts.get(event.seq))),
  };
}

/** A promise: its clause, how it stands, its target and its limit. */
export function promiseSaid({ rule, round, status, target, limit }: ClockReading): object {
  return {
    clock: rule.id,
    label: inLanguage(rule.label, "es"),
    clause: rule.clause,
    ...{ against: rule.against, round, status },
    target: target === null ? null : isoOf(target),
    limit: limit === null ? null : isoOf(limit),
  };
}

function eventSaid({ seq, at, by, fact }: TicketEvent, message: MessageRow | undefined): object {
  return {
    ...{ event: seq, at: isoOf(at), type: fact.type, by: whoSaid(by) },
    ...(message === undefined ? {} : { public: message.public, said: wordsOf(message) }),
  };
}

/** The desk's own words are as it wrote them; all others are marked. */
function wordsOf({ author, text }: MessageRow): object {
  return author.kind === "client" ? untrusted(text) : { text: text.slice(0, 4_000) };
}

function whoSaid(by: Actor): string {
  return by.kind === "staff" ? by.name : by.kind;
}
