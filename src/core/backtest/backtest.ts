import type { Binding } from "../ticket/scene.ts";
import type { Ticket } from "../ticket/ticket.ts";
import type { Instant } from "../time/instant.ts";
import { courseUnder } from "./outcome.ts";
import type { Compared } from "./tally.ts";
import { underDraft } from "./under-draft.ts";

/** What is compared: the version that bound the ticket, the draft, and the instant of looking. */
export interface Comparison {
  readonly before: Binding;
  readonly draft: Binding;
  readonly now: Instant;
}

/**
 * A past ticket as it went, beside how it would have gone under the draft if people had done the
 * same at the same instants. Null where nothing was promised: it is held, was merged into another,
 * or its history is incomplete.
 */
export function compareTicket(ticket: Ticket, { before, draft, now }: Comparison): Compared | null {
  const { trace } = ticket;
  if (ticket.held !== null || trace.incomplete || trace.ended?.how === "merged") return null;
  const redrawn = underDraft(ticket, draft.policy.policy);
  const known = draft.policy.policy.severities;
  return {
    folio: ticket.folio,
    before: courseUnder(ticket, before, now),
    after: courseUnder(redrawn, draft, now),
    unknownSeverity: redrawn.trace.severities.some(
      ({ severity }) => severity !== "" && !known.some(({ id }) => id === severity),
    ),
  };
}
