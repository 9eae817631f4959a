import type { Outcome } from "./acting.ts";
import { compared, type Found, nothing, type Value, wordsValue } from "./difference.ts";
import type { Life } from "./life.ts";
import { localInstant } from "./moment.ts";
import type { Step } from "./scenario.ts";
import type { World } from "./world.ts";
import type { Instant } from "../time/instant.ts";
import type { Path } from "../policy/problem.ts";

/** What expectations are held against, just after a step. */
export interface Look {
  readonly world: World;
  readonly step: Step;
  /** The step's ticket as it is now; null: there is none. */
  readonly life: Life | null;
  /** What the step's act came to. */
  readonly outcome: Outcome;
}

/** Holds one expectation against what there is. */
export type Check<T> = (expected: T, look: Look) => readonly Found[];

/** The instant of a local time of the scenario. */
export function instantOf({ world }: Look, moment: string): Instant {
  const { zone } = world.binding.policy.policy.desk;
  return localInstant(moment, zone) ?? Number.NaN;
}

/** One or several, as a list. */
export function several<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}

/** One word expected of the ticket: the word that it has, or none. */
export function wordOf(read: (life: Life, look: Look) => string | null): Check<string> {
  return (expected, look) => {
    const found = look.life === null ? null : read(look.life, look);
    const actual = found === null ? nothing : wordsValue(found);
    return compared({ name: null, at: [], expected: wordsValue(expected), actual });
  };
}

/** Each expected word must be among those that there are. */
export function allAmong(
  expected: readonly string[],
  actual: readonly string[],
  more: { readonly name: string | null; readonly at: Path },
): readonly Found[] {
  if (expected.every((word) => actual.includes(word))) return [];
  return [{ ...more, expected: wordsValue(...expected), actual: wordsValue(...actual) }];
}

/** Each expected part must stand in the text, whatever case it is written in. */
export function allIn(
  parts: readonly string[],
  text: string,
  more: { readonly name: string | null; readonly at: Path },
): readonly Found[] {
  const whole = text.toLowerCase();
  const missing = parts.filter((part) => !whole.includes(part.toLowerCase()));
  if (missing.length === 0) return [];
  const actual: Value = text === "" ? nothing : wordsValue(text);
  return [{ ...more, expected: wordsValue(...missing), actual }];
}
