import type { Condition } from "../condition.ts";

type OneOf = Extract<Condition, { readonly in: readonly string[] }>;

const isOneOf = (condition: Condition): condition is OneOf => "in" in condition;

const subjectOf = (condition: OneOf): string =>
  condition.is === "field" ? `field ${condition.field}` : condition.is;

const same = (a: Condition, b: Condition): boolean => JSON.stringify(a) === JSON.stringify(b);

function leafImplies(a: Condition, b: Condition): boolean {
  if (isOneOf(a) && isOneOf(b)) {
    const taken: readonly string[] = b.in;
    return subjectOf(a) === subjectOf(b) && a.in.every((value) => taken.includes(value));
  }
  if (a.is === "ground" && b.is === "ground")
    return a.state === b.state && (b.ground === undefined || a.ground === b.ground);
  if (a.is === "not" && b.is === "not") return implies(b.of, a.of);
  return false;
}

/** A list of values, taken one by one. */
function oneByOne(condition: Condition): readonly Condition[] {
  if (!isOneOf(condition)) return [condition];
  return condition.in.map((value) => ({ ...condition, in: [value] }) as Condition);
}

/**
 * Whether the second condition holds wherever the first does, as far as their shapes tell: `true` is
 * certain, `false` only means that it cannot be told.
 */
export function implies(a: Condition, b: Condition): boolean {
  if (b.is === "always" || same(a, b)) return true;
  if (b.is === "all") return b.of.every((part) => implies(a, part));
  if (a.is === "any") return a.of.every((part) => implies(part, b));
  if (a.is === "all" && a.of.some((part) => implies(part, b))) return true;
  if (b.is !== "any") return a.is !== "all" && leafImplies(a, b);
  if (b.of.some((part) => implies(a, part))) return true;
  const ones = oneByOne(a);
  return ones.length > 1 && ones.every((one) => implies(one, b));
}

/** Whether two conditions can never hold together, as far as their shapes tell. */
export function excludes(a: Condition, b: Condition): boolean {
  if (a.is === "not") return implies(b, a.of);
  if (b.is === "not") return implies(a, b.of);
  if (isOneOf(a) && isOneOf(b)) {
    const taken: readonly string[] = b.in;
    return subjectOf(a) === subjectOf(b) && !a.in.some((value) => taken.includes(value));
  }
  if (a.is === "hours" && b.is === "hours") return a.calendar === b.calendar && a.open !== b.open;
  // There is one claim of urgency at a time, in one state.
  if (a.is === "ground" && b.is === "ground")
    return (
      a.state !== b.state ||
      (a.ground !== undefined && b.ground !== undefined && a.ground !== b.ground)
    );
  return false;
}
