import { endOf } from "../clock/term.ts";
import type { Calendars } from "../clock/clock.ts";
import type { AnnouncementRule } from "../policy/attention.ts";
import type { Policy } from "../policy/policy.ts";
import { refuse } from "../refusal.ts";
import { sourced } from "../refused/sourced.ts";
import type { Refusal } from "../refusal.ts";
import type { AnnouncementRefusal } from "../refusal-codes.ts";
import { DAY } from "../time/instant.ts";
import type { Instant } from "../time/instant.ts";

/** A process that somebody wants to announce: what, of which type, from when until when. */
export interface Announcing {
  readonly process: string;
  readonly type: string | null;
  readonly starts: Instant;
  readonly ends: Instant;
  readonly by: "client" | "agent";
}

/** No process takes longer than a year. */
const LONGEST = 366 * DAY;

/** The rule of a process; undefined: the policy has none of that name. */
export function processOf(policy: Policy, id: string): AnnouncementRule | undefined {
  return policy.announcements?.find((rule) => rule.id === id);
}

/**
 * Why a process may not be announced (RD-15c); null: it may. Refuses a process or a type that the
 * policy does not have, whoever may not announce it, an end that does not come after the start, one
 * that lasts more than a year, and one that is not announced ahead.
 */
export function cannotAnnounce(
  announcing: Announcing,
  desk: { policy: Policy; calendars: Calendars; now: Instant },
): Refusal<AnnouncementRefusal> | null {
  const no = refusedAnnouncement(announcing, desk);
  return no === null ? null : sourced(no, { policy: desk.policy });
}

function refusedAnnouncement(
  announcing: Announcing,
  { policy, calendars, now }: { policy: Policy; calendars: Calendars; now: Instant },
): Refusal<AnnouncementRefusal> | null {
  const { process, type, starts, ends, by } = announcing;
  const rule = processOf(policy, process);
  if (rule === undefined)
    return refuse("process-unknown", { field: "process", facts: { process } });
  const { clause, types } = rule;
  if (!rule.who.includes(by)) return refuse("announcer-may-not", { clause, facts: { process } });
  if (type === null ? types.length > 0 : !types.some(({ id }) => id === type))
    return refuse("process-type-unknown", { field: "type", facts: { type, process } });
  if (ends <= starts || ends - starts > LONGEST)
    return refuse("process-ends-wrong", { field: "ends", facts: { starts, ends } });
  const earliest = earliestStart(rule, { calendars, now });
  if (earliest !== null && starts > now && starts >= earliest) return null;
  return refuse("announced-late", { field: "starts", clause, facts: { starts, earliest } });
}

/** The earliest instant at which what is announced now may start; null: the desk never opens again. */
export function earliestStart(
  { ahead }: AnnouncementRule,
  { calendars, now }: { readonly calendars: Calendars; readonly now: Instant },
): Instant | null {
  if (ahead === null) return now;
  const earliest = endOf(ahead, now, { calendars });
  return typeof earliest === "number" ? earliest : null;
}
