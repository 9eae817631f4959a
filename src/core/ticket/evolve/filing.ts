import { absorbInto } from "../../clock/merge.ts";
import type { Mark } from "../../policy/clock-rule.ts";
import type { Ticket } from "../ticket.ts";
import type { Changes, EventOf } from "./change.ts";
import { withMarks } from "./moments.ts";
import { said } from "./talk.ts";

/** The ticket that a filing makes. A severity that is not provisional counts as classified. */
export function filed(event: EventOf<"filed">): Ticket {
  const { fact, at, seq } = event;
  const marks = receivedAs(fact.provisional);
  return {
    folio: fact.folio,
    policy: fact.policy,
    channel: fact.channel,
    form: fact.form,
    kind: fact.kind,
    subject: fact.subject,
    requester: fact.requester,
    fields: fact.fields,
    portal: fact.portal,
    flags: fact.flags,
    facts: fact.facts,
    severity: fact.severity,
    provisional: fact.provisional,
    level: fact.level,
    ...nothingYet,
    links: fact.cites === null ? [] : [{ to: fact.cites, as: "cites" }],
    trace: {
      moments: marks.map((mark) => ({ mark, at, seq })),
      severities: [{ severity: fact.severity, from: at }],
      pauses: [],
      ended: null,
      incomplete: false,
    },
    filedAt: at,
    unansweredSince: at,
    lastAt: at,
    lastRecorded: event.recorded,
    seq,
  };
}

const nothingYet = {
  path: [],
  assignee: null,
  awaiting: null,
  askedAt: null,
  turns: [],
  held: null,
  present: null,
  solution: null,
  closed: null,
  confirmed: false,
  urgency: null,
  charge: null,
  scheduledUntil: null,
  opened: [],
  recordedBreaches: [],
  recordedWarnings: [],
  recordedPasses: [],
} as const satisfies Partial<Ticket>;

/** A held ticket has not been received as far as promises go: no clock starts. */
export const held: Changes<"held"> = (ticket, event) => ({
  held: event.fact.why,
  lacks: event.fact.lacks ?? [],
  flags: withFlag(
    ticket.flags.filter((flag) => flag !== ticket.held),
    event.fact.why,
  ),
  trace: { ...ticket.trace, moments: [] },
});

/** Nothing more is awaited of them on that account. */
export const proved: Changes<"proved"> = (ticket) => ({
  proved: true,
  lacks: (ticket.lacks ?? []).filter((lack) => lack !== "code"),
});

/** Who asks is known: nothing more is awaited of them on that account. The page's link shows no more than before. */
export const verified: Changes<"verified"> = (ticket) => ({
  lacks: (ticket.lacks ?? []).filter((lack) => lack.startsWith("field:")),
});

/** What was completed counts as if it had been filed so; it is a word of the client. */
export const completed: Changes<"completed"> = (ticket, event) => ({
  ...said(ticket, event, ["client-said"]),
  fields: { ...ticket.fields, ...event.fact.fields },
  lacks: event.fact.lacks,
});

/** Promises start when it is admitted; a severity that was fixed by then counts from there. */
export const admitted: Changes<"admitted"> = (ticket, event) => ({
  held: null,
  lacks: [],
  flags: ticket.flags.filter((flag) => flag !== event.fact.why),
  trace: withMarks(ticket.trace, event, receivedAs(ticket.provisional)),
});

function receivedAs(provisional: boolean): readonly Mark[] {
  return provisional ? ["received"] : ["received", "classified"];
}

/** The other's earlier start wins, and the earliest contact of the desk in either stops first contact. */
export const absorbed: Changes<"absorbed"> = (ticket, event) => {
  const { received, contacted, from } = event.fact;
  return {
    links: [...ticket.links, { to: from, as: "absorbed" }],
    trace: absorbInto(ticket.trace, { received, contacted, seq: event.seq }),
  };
};

function withFlag(flags: readonly string[], flag: string): readonly string[] {
  return flags.includes(flag) ? flags : [...flags, flag];
}
