import type { Rebinding, Trace } from "../../clock/trace.ts";
import type { Instant } from "../../time/instant.ts";
import type { Ticket } from "../ticket.ts";
import type { Changes } from "./change.ts";
import { withMarks } from "./moments.ts";

/**
 * The severity in force from here on; pauses and the start of clocks stay as they were. Another
 * severity makes other promises: dates of before that an exception had moved are not kept beside them.
 */
export const classified: Changes<"classified"> = (ticket, event) => {
  const trace = withMarks(ticket.trace, event, ["classified"]);
  const { severity } = event.fact;
  return {
    severity,
    provisional: false,
    trace:
      severity === ticket.severity
        ? trace
        : {
            ...promisedAnew(trace),
            severities: [...trace.severities, { severity, from: event.at }],
          },
  };
};

/** Given to somebody, or to nobody: taking it from somebody is no mark for clocks. */
export const assigned: Changes<"assigned"> = (ticket, event) => ({
  assignee: event.fact.to,
  trace: event.fact.to === null ? ticket.trace : withMarks(ticket.trace, event, ["assigned"]),
});

/** Up to another level: the answer will travel back through the one it left. Back down: the path shortens. */
export const routed: Changes<"routed"> = (ticket, event) => {
  const { to, from } = event.fact;
  const back = ticket.path.indexOf(to);
  return {
    ...begunAnew(ticket),
    ...movedTo(ticket, to, event.at),
    path: back >= 0 ? ticket.path.slice(0, back) : [...ticket.path, from],
    assignee: null,
    trace: withMarks(ticket.trace, event, ["routed"]),
  };
};

/** At another level from here on; the stay at the one before is kept, for figures by level. */
function movedTo(
  { level, stays = [] }: Ticket,
  to: string,
  at: Instant,
): Pick<Ticket, "level" | "stays"> {
  return to === level ? { level } : { level: to, stays: [...stays, { level, to: at }] };
}

/** Work that begins anew at another level: what was to be followed through, told or answered is not any more. */
function begunAnew({ undertakings = [] }: Ticket): Partial<Ticket> {
  return {
    consultation: null,
    turn: null,
    ...(undertakings.length === 0 ? {} : { undertakings: [] }),
  };
}

/** The level that is asked has the ticket until it answers; the way back to the client stays. */
export const levelAsked: Changes<"level-asked"> = (ticket, { at, fact }) => {
  const { level, path, assignee } = ticket;
  const moved = movedTo(ticket, fact.to, at);
  return { ...moved, consultation: { level, path, assignee, at }, assignee: null };
};

/** Back where it was asked from, in the hands that asked. */
export const levelAnswered: Changes<"level-answered"> = (ticket, { at }) => {
  const { consultation } = ticket;
  if (consultation === null || consultation === undefined) return {};
  const { level, path, assignee } = consultation;
  return { ...movedTo(ticket, level, at), path, assignee, consultation: null };
};

/** A level that does not tell the client gives cause and remedy to the one that does (CC-9, CC-10). */
export const handedBack: Changes<"handed-back"> = (ticket, event) => {
  const { to, cause, remedy } = event.fact;
  const back = ticket.path.indexOf(to);
  return {
    ...movedTo(ticket, to, event.at),
    path: back >= 0 ? ticket.path.slice(0, back) : ticket.path.slice(0, -1),
    assignee: null,
    consultation: null,
    solution: { at: event.at, cause, remedy, told: false },
    trace: withMarks(ticket.trace, event, ["handed-back"]),
  };
};

/** A ground is claimed: what a claim opens is open (RD-15). */
export const urgencyClaimed: Changes<"urgency-claimed"> = (ticket, event) => ({
  urgency: { ground: event.fact.ground, state: "claimed" },
  trace: withMarks(ticket.trace, event, ["urgency-claimed"]),
});

/** The desk agrees to the claim. */
export const urgencyConfirmed: Changes<"urgency-confirmed"> = (_, event) => ({
  urgency: { ground: event.fact.ground, state: "confirmed" },
});

/** The desk does not: what the claim opened is closed again (RD-15). */
export const urgencyRefused: Changes<"urgency-refused"> = (_, event) => ({
  urgency: { ground: event.fact.ground, state: "refused" },
});

/** A link to another ticket, once for each kind. */
export const linked: Changes<"linked"> = (ticket, event) => ({
  links: withLink(ticket, event.fact.to, event.fact.as),
});

/** A link that was taken back. */
export const unlinked: Changes<"unlinked"> = (ticket, { fact }) => ({
  links: ticket.links.filter(({ to, as }) => to !== fact.to || as !== fact.as),
});

/** One more address is told what the client is told. */
export const participantAdded: Changes<"participant-added"> = (ticket, event) => ({
  participants: [...(ticket.participants ?? []), event.fact.address],
});

/** The other ticket took a part of this one (FI-9). */
export const split: Changes<"split"> = (ticket, event) => ({
  links: withLink(ticket, event.fact.into, "split-into"),
});

/**
 * Bound to another version, with all its clocks, by an explicit act. The breaches and warnings that
 * stand are kept for the clocks, which do not know the promises of before; dates that an exception
 * had moved are not, for other promises are told from here on.
 */
export const rebound: Changes<"rebound"> = (ticket, { at, fact }) => {
  const standing = ticket.recordedBreaches.filter(({ withdrawn }) => !withdrawn);
  const rebinding: Rebinding = {
    at,
    breaches: standing.map(({ clock, deadline, at: breached, how }) => ({
      clock,
      deadline,
      at: breached,
      how,
    })),
    warnings: ticket.recordedWarnings.map(({ clock, round, index }) => ({ clock, round, index })),
  };
  const rebindings = [...(ticket.trace.rebindings ?? []), rebinding];
  return { policy: fact.policy, trace: { ...promisedAnew(ticket.trace), rebindings } };
};

/** What is promised from here on is told anew. */
function promisedAnew({ promised: _told, ...trace }: Trace): Trace {
  return trace;
}

function withLink(ticket: Ticket, to: string, as: string): Ticket["links"] {
  const known = ticket.links.some((link) => link.to === to && link.as === as);
  return known ? ticket.links : [...ticket.links, { to, as }];
}
