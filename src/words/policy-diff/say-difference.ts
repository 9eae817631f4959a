import type { Json } from "../../core/policy/canonical.ts";
import type { Difference } from "../../core/policy/diff/differences.ts";
import { isObject, isOneValue } from "../../core/policy/diff/keyed.ts";
import type { Policy } from "../../core/policy/policy.ts";
import type { Language } from "../../core/policy/text.ts";
import { sayList } from "../hours.ts";
import { aroundDifference } from "./around-difference.ts";
import { diffNames } from "./names.ts";
import type { DiffNames } from "./names.ts";
import { sayPlace } from "./place.ts";
import type { SaidPlace } from "./place.ts";
import { sayValue } from "./value.ts";

/** The two policies that are compared, and the reader's language. */
export interface Comparison {
  readonly before: Policy;
  readonly after: Policy;
  readonly language: Language;
}

/** One difference in words: the heading under which it goes, and its line. */
export interface SaidDifference {
  readonly section: string;
  readonly text: string;
}

function propertyWord({ property }: SaidPlace, { properties }: DiffNames): string {
  return Object.hasOwn(properties, property)
    ? properties[property as keyof typeof properties]
    : property;
}

const lead = (subject: readonly string[]): string =>
  subject.length === 0 ? "" : `${subject.join(", ")}: `;

/** Lists of more words than this are said by what comes and what goes. */
const WHOLE_LIST = 4;

const isWords = (value: Json | undefined): value is readonly string[] =>
  Array.isArray(value) && value.every((item: Json) => typeof item === "string");

/** "se agrega HB-12": what comes into a long list of words, and what goes; null for what is no such list, or only in another order. */
function listChange(
  values: { readonly before: Json | undefined; readonly after: Json | undefined },
  { property }: SaidPlace,
  { before, after, language }: Comparison,
): string | null {
  const [was, is] = [values.before, values.after];
  if (!isWords(was) || !isWords(is) || Math.max(was.length, is.length) <= WHOLE_LIST) return null;
  const comes = is.filter((item) => !was.includes(item));
  const goes = was.filter((item) => !is.includes(item));
  const w = diffNames(language);
  const told = [
    ...(comes.length === 0
      ? []
      : [w.added(sayValue(comes, { policy: after, language, property }))]),
    ...(goes.length === 0
      ? []
      : [w.removed(sayValue(goes, { policy: before, language, property }))]),
  ];
  return told.length === 0 ? null : told.join("; ");
}

/** "límite 6 h → 4 h": two values in words; as plain data where their words are the same. */
function change(
  values: { readonly before: Json | undefined; readonly after: Json | undefined },
  place: SaidPlace,
  { before, after, language }: Comparison,
): string {
  const { property } = place;
  const named = propertyWord(place, diffNames(language));
  const word = `${lead(place.subject)}${named === "" ? "" : `${named} `}`;
  const list = listChange(values, place, { before, after, language });
  if (list !== null) return `${word}${list}`;
  const was = sayValue(values.before, { policy: before, language, property });
  const is = sayValue(values.after, { policy: after, language, property });
  const [a, b] =
    was === is
      ? [JSON.stringify(values.before ?? null), JSON.stringify(values.after ?? null)]
      : [was, is];
  const [from, to] = aroundDifference(a, b);
  return `${word}${from} → ${to}`;
}

/** What a promise that comes or goes amounts to; nothing for what its name says. */
function amounts(value: Json, policy: Policy, language: Language): string {
  if (!isObject(value) || !isObject(value["limit"])) return "";
  const { properties } = diffNames(language);
  return ` (${properties.limit} ${sayValue(value["limit"], { policy, language, property: "limit" })})`;
}

/** A group of keys that is no single value. */
const isGroup = (value: Json): boolean => isObject(value) && !isOneValue(value);

/** An item, as against a property of one: it comes or goes whole. */
const isItem = (value: Json, index: number | null): boolean => index !== null || isGroup(value);

function comesOrGoes(
  difference: Extract<Difference, { kind: "added" | "removed" }>,
  comparison: Comparison,
): SaidDifference {
  const { language } = comparison;
  const isAdded = difference.kind === "added";
  const value = isAdded ? difference.after : difference.before;
  const [policy, other] = isAdded
    ? [comparison.after, comparison.before]
    : [comparison.before, comparison.after];
  const place = sayPlace(difference.path, { policy, other, language });
  const w = diffNames(language);
  if (!isItem(value, difference.index)) {
    const values = isAdded
      ? { before: undefined, after: value }
      : { before: value, after: undefined };
    return { section: place.section, text: change(values, place, comparison) };
  }
  const word = propertyWord(place, w);
  const name = place.subject.at(-1) ?? (word === "" ? place.section : word);
  const what = `${w.quoted(name)}${amounts(value, policy, language)}`;
  const within = place.subject.slice(0, -1);
  const told = isAdded ? w.added(what) : w.removed(what);
  return { section: place.section, text: `${lead(within)}${told}` };
}

/** Whether a reading is told already where it stands: the list of all readings repeats it. */
function isRepeated(difference: Difference, others: readonly Difference[]): boolean {
  if (difference.path[0] !== "assumptions" || difference.path.length < 2) return false;
  const reading = (value: Json | undefined): Json | undefined =>
    isObject(value) ? value["assumed"] : value;
  const was = "before" in difference ? reading(difference.before) : undefined;
  const is = "after" in difference ? reading(difference.after) : undefined;
  return others.some(
    (other) =>
      other.path[0] !== "assumptions" &&
      other.path.at(-1) === "assumed" &&
      ("before" in other ? other.before : undefined) === was &&
      ("after" in other ? other.after : undefined) === is,
  );
}

/**
 * All differences in words, each once: the list of readings, which repeats those that stand where they
 * were taken, is told only for the others.
 */
export function sayDifferences(
  differences: readonly Difference[],
  comparison: Comparison,
): readonly SaidDifference[] {
  return differences
    .filter((one) => !isRepeated(one, differences))
    .map((one) => sayDifference(one, comparison));
}

/**
 * One difference in the reader's language, in the names that the policies give: "Resolución, Crítico:
 * límite 6 h → 4 h". Whatever differs is said: what has no words of its own is shown as plain data.
 */
export function sayDifference(difference: Difference, comparison: Comparison): SaidDifference {
  if (difference.kind === "added" || difference.kind === "removed")
    return comesOrGoes(difference, comparison);
  const { before, after, language } = comparison;
  if (difference.kind === "changed") {
    const { path, before: was, after: is } = difference;
    if (was === null && isGroup(is))
      return comesOrGoes({ kind: "added", path, after: is, index: null }, comparison);
    if (is === null && isGroup(was))
      return comesOrGoes({ kind: "removed", path, before: was, index: null }, comparison);
  }
  const place = sayPlace(difference.path, { policy: after, other: before, language });
  if (difference.kind === "changed")
    return { section: place.section, text: change(difference, place, comparison) };
  const names = (keys: readonly string[], policy: Policy): string =>
    sayList(
      keys.map((key) => {
        const said = sayPlace([...difference.path, key], { policy, other: before, language });
        return said.subject.at(-1) ?? key;
      }),
      language,
    );
  const word = propertyWord(place, diffNames(language));
  const order = `${word === "" ? "" : `${word}, `}${diffNames(language).order}`;
  const text = `${lead(place.subject)}${order} ${names(difference.before, before)} → ${names(difference.after, after)}`;
  return { section: place.section, text };
}
