import {
  assigned,
  awaiting,
  charge,
  closed,
  flags,
  folio,
  held,
  history,
  kind,
  lacks,
  level,
  links,
  present,
  progress,
  provisional,
  record,
  severity,
  state,
  subject,
  wakes,
} from "./check-ticket.ts";
import { breached, clocks, due, keeps, on, passed, target, warned } from "./check-clocks.ts";
import { manual } from "./check-manual.ts";
import { notTold, told } from "./check-told.ts";
import { tracker } from "./check-tracker.ts";
import { asks, channels, may, mayNot, refused } from "./check-ways.ts";
import type { Found } from "./difference.ts";
import type { Check, Look } from "./look.ts";
import type { ThenSource } from "./schema/then.ts";

const checks: { readonly [K in keyof ThenSource]-?: Check<NonNullable<ThenSource[K]>> } = {
  folio,
  severity,
  provisional,
  state,
  progress,
  level,
  awaiting,
  present,
  assigned,
  subject,
  kind,
  held,
  lacks,
  charge,
  closed,
  due,
  target,
  clocks,
  on,
  keeps,
  breached,
  warned,
  passed,
  wakes,
  told,
  "not-told": notTold,
  refused,
  channels,
  may,
  "may-not": mayNot,
  asks,
  flags,
  history,
  record,
  links,
  tracker,
  manual,
};

/** Holds everything that a step expects against what there is, in the order in which it is written. */
export function checkThen(
  then: ThenSource,
  look: Look,
): readonly (Found & { readonly about: keyof ThenSource })[] {
  return (Object.keys(then) as (keyof ThenSource)[]).flatMap((about) => {
    // Each check is typed for its own key; the compiler cannot follow that both are of that one.
    const check = checks[about] as Check<ThenSource[typeof about]>;
    const found = then[about] === undefined ? [] : check(then[about], look);
    return found.map((one) => ({ ...one, about }));
  });
}
