import { isOpen } from "../calendar/arithmetic.ts";
import { type ConditionView, emptyView, holds } from "../policy/holds.ts";
import type { Policy } from "../policy/policy.ts";
import { refuse } from "../refusal.ts";
import type { Instant } from "../time/instant.ts";
import type { Binding, Context, No } from "./scene.ts";
import type { Ticket } from "./ticket.ts";
import { viewOf } from "./view.ts";

/** What is being filed, as conditions see it before there is a ticket. */
export type FilingView = Pick<ConditionView, "fields" | "severity" | "level" | "channel" | "kind">;

/** Where a channel is looked at from: a ticket, or what is being filed, at an instant. */
export interface Approach {
  readonly at: Instant;
  readonly context: Binding;
  readonly ticket: Ticket | null;
  readonly filing?: FilingView;
}

/**
 * Refuses a channel that the policy does not have, or whose first condition that fails keeps it
 * closed (HB-6: the telephone needs a ticket; RD-13, RD-15: it opens with time or urgency). A passed
 * clock that opened it keeps it open. null: it is open. Its hours of attention close nothing: what
 * comes outside them waits.
 */
export function closedChannel(id: string, approach: Approach): No | null {
  const { policy } = approach.context.policy;
  const ruledAs = ruleOf(id, policy);
  const channel = policy.channels.find((rule) => rule.id === ruledAs);
  if (channel === undefined)
    return refuse("channel-unknown", { field: "channel", facts: { channel: id } });
  if (approach.ticket?.opened.includes(channel.id) === true) return null;
  const view = viewFrom(approach);
  const unmet = channel.needs.find((need) => !holds(need, view));
  if (unmet === undefined) return null;
  return refuse("channel-closed", {
    clause: channel.clause,
    facts: { channel: id, needs: unmet.is },
  });
}

/**
 * Refuses a channel that the contracted kind of support does not include (HB-2). null: it does, the
 * owner of the portal is not known, or the policy makes no difference.
 */
export function notContracted(channel: string, { policy, facts }: Context): No | null {
  const kinds = policy.policy.support;
  if (facts.support === null || kinds.length === 0) return null;
  const kind = kinds.find(({ id }) => id === facts.support?.plan) ?? kinds[0];
  if (kind === undefined || kind.channels.includes(ruleOf(channel, policy.policy))) return null;
  return refuse("channel-not-contracted", {
    clause: kind.clause,
    facts: { channel, plan: kind.id },
  });
}

/** The rule that a channel goes by: a program fills in the form, and where the policy says nothing of programs the form's rule is theirs. */
function ruleOf(channel: string, { channels }: Pick<Policy, "channels">): string {
  return channel === "api" && !channels.some(({ id }) => id === channel) ? "form" : channel;
}

/** What conditions see from there. */
export function viewFrom({ ticket, at, context, filing }: Approach): ConditionView {
  if (ticket !== null) return viewOf(ticket, context.calendars, at);
  return { ...emptyView, ...filing, open: (calendar) => isOpen(context.calendars(calendar), at) };
}
