import type { Awaited, Condition } from "./condition.ts";

/** What conditions can see of a ticket, or of what is being filed, at an instant. */
export interface ConditionView {
  readonly fields: Readonly<Record<string, string>>;
  readonly severity: string;
  readonly level: string;
  readonly channel: string;
  readonly kind: string;
  readonly awaiting: Awaited | null;
  readonly confirmed: boolean;
  readonly solved: boolean;
  readonly closed: boolean;
  readonly urgency: {
    readonly ground: string;
    readonly state: "claimed" | "confirmed" | "refused";
  } | null;
  /** A ticket exists already. */
  readonly ticket: boolean;
  /** The named clock's limit has passed and it was not met by then. */
  readonly passed: (clock: string) => boolean;
  /** The named calendar is open. */
  readonly open: (calendar: string) => boolean;
}

/** What conditions see where there is nothing yet: no ticket, no time that passed, no calendar open. */
export const emptyView: ConditionView = {
  fields: {},
  severity: "",
  level: "",
  channel: "",
  kind: "",
  awaiting: null,
  confirmed: false,
  solved: false,
  closed: false,
  urgency: null,
  ticket: false,
  passed: () => false,
  open: () => false,
};

/**
 * Whether a condition is true of what is seen. An empty `all` is true and an empty `any` false; a
 * field that was not filled in has no value, so no list contains it.
 */
export function holds(condition: Condition, view: ConditionView): boolean {
  switch (condition.is) {
    case "always":
      return true;
    case "all":
      return condition.of.every((part) => holds(part, view));
    case "any":
      return condition.of.some((part) => holds(part, view));
    case "not":
      return !holds(condition.of, view);
    case "hours":
      return view.open(condition.calendar) === condition.open;
    case "passed":
      return view.passed(condition.clock);
    case "ground":
      return groundHolds(condition, view);
    case "confirmed":
    case "solved":
    case "closed":
    case "ticket":
      return view[condition.is];
    default:
      return valueHolds(condition, view);
  }
}

type Ground = Extract<Condition, { readonly is: "ground" }>;
type OneOf = Extract<Condition, { readonly in: readonly string[] }>;

function groundHolds(condition: Ground, { urgency }: ConditionView): boolean {
  if (urgency === null || urgency.state !== condition.state) return false;
  return condition.ground === undefined || condition.ground === urgency.ground;
}

function valueHolds(condition: OneOf, view: ConditionView): boolean {
  const list: readonly string[] = condition.in;
  if (condition.is === "awaiting") return view.awaiting !== null && list.includes(view.awaiting);
  const value = condition.is === "field" ? view.fields[condition.field] : view[condition.is];
  return value !== undefined && list.includes(value);
}
