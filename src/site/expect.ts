import type { Calendars, ClockReading } from "../core/clock/clock.ts";
import { classifyIntake } from "../core/intake/classify.ts";
import { readClocks } from "../core/clock/readings.ts";
import type { Watched } from "../core/clock/watched.ts";
import { isOpen } from "../core/calendar/arithmetic.ts";
import type { Mark } from "../core/policy/clock-rule.ts";
import type { Condition } from "../core/policy/condition.ts";
import type { Policy } from "../core/policy/policy.ts";
import { emptyView } from "../core/policy/holds.ts";
import type { ConditionView } from "../core/policy/holds.ts";
import type { Instant } from "../core/time/instant.ts";

/** The desk's rules with their calendars. */
export interface Rules {
  readonly policy: Policy;
  readonly calendars: Calendars;
}

/** What a request would be promised if it were sent at an instant with these answers. */
export interface Expected {
  readonly severity: string;
  readonly provisional: boolean;
  /** The clocks that would be running. */
  readonly promises: readonly ClockReading[];
}

/** The view of conditions on a request that is being written: nothing has happened to it yet. */
function viewOf(
  rules: Rules,
  fields: Readonly<Record<string, string>>,
  now: Instant,
): ConditionView {
  const open = (calendar: string) => isOpen(rules.calendars(calendar), now);
  return { ...emptyView, fields, channel: "form", open };
}

/** What filing with these answers at `now` would promise on a form of this kind. */
export function expectAt(
  rules: Rules,
  { fields, kind }: { readonly fields: Readonly<Record<string, string>>; readonly kind: string },
  now: Instant,
): Expected {
  const { severity, provisional } = classifyIntake(rules.policy, { fields, channel: "form", kind });
  const view = { ...viewOf(rules, fields, now), kind };
  const watched = startedAt(rules, { mark: "received", severity, view }, now);
  const promises = readClocks(watched, now).filter(
    ({ rule, status, limit }) => rule.breach !== false && status === "running" && limit !== null,
  );
  return { severity, provisional, promises };
}

/** Clocks on the simplest ticket there is: one mark at an instant, one severity, nothing else. */
export function startedAt(
  rules: Rules,
  start: { readonly mark: Mark; readonly severity: string; readonly view?: ConditionView },
  at: Instant,
): Watched {
  const view = start.view ?? viewOf(rules, {}, at);
  return {
    rules: rules.policy.clocks,
    calendars: rules.calendars,
    view: { ...view, severity: start.severity },
    trace: {
      moments: [{ mark: start.mark, at, seq: 1 }],
      severities: [{ severity: start.severity, from: at }],
      pauses: [],
      ended: null,
      incomplete: false,
    },
  };
}

/** The fields whose value the classification looks at: their answers show their promise at once. */
export function classifyingFields(policy: Policy): ReadonlySet<string> {
  const fields = new Set<string>();
  const visit = (condition: Condition): void => {
    if (condition.is === "field") fields.add(condition.field);
    else if (condition.is === "not") visit(condition.of);
    else if (condition.is === "all" || condition.is === "any") condition.of.forEach(visit);
  };
  for (const { when } of policy.classify) visit(when);
  return fields;
}
