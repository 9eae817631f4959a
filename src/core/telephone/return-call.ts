import { isOpen, nextOpen } from "../calendar/arithmetic.ts";
import { endOf } from "../clock/term.ts";
import type { Amount } from "../policy/clock-rule.ts";
import type { Condition } from "../policy/condition.ts";
import type { ChannelRule, Policy } from "../policy/policy.ts";
import { type ChannelNow, channelsNow } from "../ticket/channel-now.ts";
import type { Approach } from "../ticket/channels.ts";
import type { Binding } from "../ticket/scene.ts";
import type { Instant } from "../time/instant.ts";

/** The telephone of a desk as it is for somebody; null: its manual has none. */
export function telephoneNow(approach: Approach): ChannelNow | null {
  return channelsNow(approach).find(({ channel }) => channel.id === "phone") ?? null;
}

/** What becomes of a call that nobody attended to. */
export type Missed =
  /** The telephone is open to them: they are called back, at the latest then. */
  | { readonly is: "owed"; readonly due: Instant; readonly clause: readonly string[] }
  /** It is not: they are told so, and by which clause; null: time alone does not open it. */
  | {
      readonly is: "closed";
      readonly clause: readonly string[];
      readonly unmet: readonly Condition[];
      readonly opensAt: Instant | null;
    }
  /** The manual has no telephone. */
  | { readonly is: "none" };

/**
 * What becomes of a call that nobody attended to: whoever may call (HB-6, RD-3, RD-13, RD-15) is
 * called back at once, or as soon as the telephone is attended; whoever may not is owed no call. Of
 * several approaches, one for each open ticket of theirs, the first that is open counts.
 */
export function afterMissed(approaches: readonly Approach[]): Missed {
  const all = approaches.flatMap((approach) => {
    const now = telephoneNow(approach);
    return now === null ? [] : [{ now, at: approach.at }];
  });
  const open = all.find(({ now }) => now.open);
  const { clause = [] } = (open ?? all[0])?.now.channel ?? {};
  if (open !== undefined) return { is: "owed", due: open.now.attendedFrom ?? open.at, clause };
  const [closed] = all;
  if (closed === undefined) return { is: "none" };
  const { unmet, opensAt } = closed.now;
  return { is: "closed", clause, unmet, opensAt };
}

/**
 * When somebody who was called back and not found is called again: after the delay that the manual has
 * between two calls (CC-11), and at the earliest when the telephone is attended. null: it asks for no
 * second attempt, or it was made.
 */
export function nextAttempt(
  attempts: number,
  at: Instant,
  { policy, calendars }: Binding,
): Instant | null {
  const delays = delaysOf(policy.policy);
  const after = delays[attempts - 1];
  if (after === undefined) return null;
  const due = endOf(after, at, { calendars });
  return typeof due === "number" ? attended(phoneOf(policy.policy), due, calendars) : null;
}

/** The delays before each call after the first, as the manual tells solutions in turn. */
function delaysOf({ tell }: Policy): readonly Amount[] {
  const turns = tell.find(({ inTurn }) => inTurn !== undefined)?.inTurn ?? [];
  return turns.flatMap(({ channel, after }) =>
    channel === "phone" && after !== null ? [after] : [],
  );
}

function phoneOf({ channels }: Policy): ChannelRule | undefined {
  return channels.find(({ id }) => id === "phone");
}

function attended(
  phone: ChannelRule | undefined,
  at: Instant,
  calendars: Binding["calendars"],
): Instant {
  if (phone === undefined || phone.during === null) return at;
  const calendar = calendars(phone.during);
  if (isOpen(calendar, at)) return at;
  const opens = nextOpen(calendar, at);
  return typeof opens === "number" ? opens : at;
}
