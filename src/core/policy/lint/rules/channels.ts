import type { Condition } from "../../condition.ts";
import type { ChannelRule } from "../../policy.ts";
import { openPeriods } from "../../../calendar/arithmetic.ts";
import { DAY } from "../../../time/instant.ts";
import type { At, Linted, LintRule } from "../linted.ts";
import { deadClockIn, neverHolds } from "../possible.ts";
import { openings } from "../spans-of-years.ts";

const whole = ({ needs }: ChannelRule): Condition => ({ is: "all", of: needs });

/** A channel whose conditions can never hold: it waits for a clock that never starts, or for a ground where there is none. */
export const channelNeverOpens: LintRule = ({ policy, find }) =>
  policy.channels
    .filter((channel) => neverHolds(policy, whole(channel)))
    .map((channel) => {
      const dead = deadClockIn(policy, whole(channel));
      const own: At = { path: ["channels", channel.id, "needs"], of: "key" };
      return find(
        "channel-never-opens",
        dead === null ? [own] : [own, { path: ["clocks", dead.id, "from"], of: "key" }],
        { channel: channel.id },
      );
    });

/** A clock that opens a channel which is open to everybody already. */
export const opensWhatIsOpen: LintRule = ({ policy, pack, find }) =>
  policy.clocks.flatMap((rule) =>
    rule.then.flatMap((consequence, i) => {
      if (consequence.do !== "open") return [];
      const channel = policy.channels.find(({ id }) => id === consequence.channel);
      if (channel === undefined || channel.needs.length > 0) return [];
      const isList = Array.isArray(pack.clocks?.[rule.id]?.then);
      const path = ["clocks", rule.id, "then", ...(isList ? [i] : [])];
      return find("opens-what-is-open", [{ path }, { path: ["channels", channel.id], of: "key" }], {
        clock: rule.id,
        channel: channel.id,
      });
    }),
  );

/** Whether a calendar is open, in half a year, when another is not. */
function isOpenWithout(linted: Linted, during: string, on: string): boolean {
  const starts = openings(linted.calendars(during));
  const [from = 0] = starts;
  const to = (starts.at(-1) ?? 0) + DAY;
  const counted = openPeriods(linted.calendars(on), from - DAY, to + DAY);
  return openPeriods(linted.calendars(during), from, to).some(
    (period) => !counted.some((other) => other.from <= period.from && period.to <= other.to),
  );
}

/**
 * A channel that is attended in hours that a promise does not count on: what comes in then is answered by
 * somebody, and its clock stands still.
 */
export const channelOutsideClock: LintRule = (linted) => {
  const { policy, find } = linted;
  const seen = new Set<string>();
  return policy.channels.flatMap((channel) =>
    policy.clocks.flatMap((rule) => {
      const { during } = channel;
      const on = rule.calendar;
      const key = `${during} ${on}`;
      if (during === null || on === null || during === on || seen.has(key)) return [];
      if (rule.against !== "desk" || !rule.from.includes("received")) return [];
      seen.add(key);
      if (!isOpenWithout(linted, during, on)) return [];
      return find(
        "channel-outside-clock",
        [
          { path: ["channels", channel.id, "during"], of: "key" },
          { path: ["clocks", rule.id, "on"], of: "key" },
        ],
        { channel: channel.id, clock: rule.id, during, on },
      );
    }),
  );
};
