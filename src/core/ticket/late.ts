import { reviseAfter } from "../clock/revise.ts";
import type { Instant } from "../time/instant.ts";
import { theDesk } from "./actor.ts";
import { isOfClient } from "./evolve/turns.ts";
import { type Context, type Deed, deeds } from "./scene.ts";
import { record, type Story, type Times } from "./story.ts";
import type { Ticket, Turn } from "./ticket.ts";
import { watched } from "./view.ts";

/**
 * What a fact that arrived late changes in what was recorded: a closing by silence that the client's
 * answer had forestalled is withdrawn (the ticket is open again), and breaches are withdrawn or
 * added. `before`: the ticket without the fact; `because`: the number of its event.
 */
export function revisedAfter(story: Story, before: Ticket, context: Context): Story {
  const because = before.seq + 1;
  const times: Times = { at: context.now, recorded: context.now };
  const reopened = record(story, closingsOf(story.ticket, because), times);
  return record(reopened, breachesOf(reopened.ticket, { before, because }, context), times);
}

function closingsOf(ticket: Ticket, because: number): readonly Deed[] {
  const { closed } = ticket;
  if (closed?.reason !== "silence" || wasSilentAt(ticket.turns, closed.at)) return [];
  const pass = ticket.recordedPasses.findLast(({ deadline }) => deadline <= closed.at);
  const { clock = null, round = null, deadline = null } = pass ?? {};
  return deeds(theDesk, {
    type: "revised",
    what: "closing-withdrawn",
    clock,
    round,
    deadline,
    because,
  });
}

/**
 * Whether the client was awaited just as the ticket was closed at that instant: the last turn before
 * the closing itself says so. An answer at that very instant was in time, and stands after it.
 */
function wasSilentAt(turns: readonly Turn[], closed: Instant): boolean {
  const last = turns.findLast(
    ({ at, turn }) => at < closed || (at === closed && turn !== "nothing"),
  );
  return isOfClient(last?.awaits ?? null);
}

function breachesOf(
  ticket: Ticket,
  { before, because }: { readonly before: Ticket; readonly because: number },
  context: Context,
): readonly Deed[] {
  const { now } = context;
  const known = { recorded: ticket, now };
  const revisions = reviseAfter(before.trace, watched(ticket, context, now), known);
  return revisions.flatMap(({ what, clock, round, deadline, at, how }) => {
    if (what === "closing-withdrawn") return [];
    const moved = at === deadline ? {} : { breachedAt: at };
    const added = what === "breach-added" ? { how, ...moved } : {};
    return deeds(theDesk, { type: "revised", what, clock, round, deadline, ...added, because });
  });
}
