import type { Instant } from "../time/instant.ts";
import type { TicketEvent } from "./event.ts";
import { evolve } from "./evolve.ts";
import type { Deed } from "./scene.ts";
import type { Ticket } from "./ticket.ts";

/** An event, and the ticket just before and just after it. */
export interface Step {
  readonly event: TicketEvent;
  readonly before: Ticket | null;
  readonly after: Ticket;
}

/** A decision as it grows: the ticket as it is now, and the steps that led here. */
export interface Story {
  readonly ticket: Ticket;
  readonly steps: readonly Step[];
}

/** When something happened, and when it is being written. */
export interface Times {
  readonly at: Instant;
  readonly recorded: Instant;
}

/** A story of a ticket in which nothing has happened yet. */
export function storyOf(ticket: Ticket): Story {
  return { ticket, steps: [] };
}

/** A story that begins with a filing. */
export function begin(deed: Deed, times: Times): Story {
  const event: TicketEvent = { seq: 1, ...times, ...deed };
  const after = evolve(null, event);
  return { ticket: after, steps: [{ event, before: null, after }] };
}

/** The story with these deeds recorded, in order, at one time. */
export function record(story: Story, deeds: readonly Deed[], times: Times): Story {
  let { ticket } = story;
  const steps = [...story.steps];
  for (const deed of deeds) {
    const event: TicketEvent = { seq: ticket.seq + 1, ...times, ...deed };
    const before = ticket;
    ticket = evolve(before, event);
    steps.push({ event, before, after: ticket });
  }
  return { ticket, steps };
}
