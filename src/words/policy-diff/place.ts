import type { Json } from "../../core/policy/canonical.ts";
import type { Condition } from "../../core/policy/condition.ts";
import type { PolicyPath } from "../../core/policy/diff/differences.ts";
import { isObject, keyed } from "../../core/policy/diff/keyed.ts";
import type { Policy } from "../../core/policy/policy.ts";
import type { Language } from "../../core/policy/text.ts";
import { weekdayWords } from "../hours.ts";
import { labelIn, sayCondition } from "../conditions.ts";
import { diffNames } from "./names.ts";

/** Where a difference stands, in words. */
export interface SaidPlace {
  readonly section: string;
  /** The things that it is about, from the outermost in: "Resolución", "Crítico". */
  readonly subject: readonly string[];
  /** The key of the property that changed; empty where a whole item did. */
  readonly property: string;
}

/** The policy that has an item, and the reader's language. */
interface Owner {
  readonly policy: Policy;
  readonly language: Language;
}

/** Groups whose keys are names of the pack, not words of the language. */
const BY_NAME = new Set([
  "calendars",
  "calendarSources",
  "dayLength",
  "statedWeek",
  "people",
  "roles",
  "within",
  "every",
  "terms",
  "weekly",
]);

/** Groups that say nothing by themselves: what is in them speaks. */
const SILENT = new Set(["within", "fields", "options", "of", "client", "reopen", "desk", "steps"]);

/** The words by which an item of a policy is known; null: its own name is all there is. */
function labelOf(node: Json | undefined, key: string, given: Owner): string | null {
  if (!isObject(node)) return null;
  const { policy, language } = given;
  const { term, message, clock, when } = node;
  if (typeof term === "string") return term;
  for (const word of ["label", "title", "role", "name", "means"]) {
    const words = node[word];
    if (isObject(words) && typeof words["es"] === "string")
      return language === "en" && typeof words["en"] === "string" ? words["en"] : words["es"];
  }
  if (typeof message === "string") return message;
  if (typeof clock === "string") return labelIn(policy.clocks, clock, language);
  if (key.startsWith("{") && isObject(when))
    return sayCondition(when as unknown as Condition, given);
  return null;
}

function stepInto(node: Json | undefined, key: string): Json | undefined {
  if (Array.isArray(node))
    return keyed(node as readonly Json[])?.find((one) => one.key === key)?.item;
  return isObject(node) && Object.hasOwn(node, key) ? node[key] : undefined;
}

function nameOf(key: string, node: Json | undefined, given: Owner): string {
  const { policy, language } = given;
  if (key === "*") return diffNames(language).any;
  const words: Readonly<Record<string, string>> = weekdayWords[language];
  if (Object.hasOwn(words, key)) return words[key] ?? key;
  const severity = policy.severities.find(({ id }) => id === key);
  if (severity !== undefined) return labelIn(policy.severities, key, language);
  return labelOf(node, key, given) ?? key;
}

/**
 * Where a difference stands, in the words of the policy that has it (`policy`, and `other` for what it
 * does not have). A key that the catalogues do not know is said as it is: nothing is left out.
 */
export function sayPlace(
  path: PolicyPath,
  { policy, other, language }: { policy: Policy; other: Policy; language: Language },
): SaidPlace {
  const { sections, properties } = diffNames(language);
  const [first = ""] = path;
  const known = (names: object, key: string): boolean => Object.hasOwn(names, key);
  const section = known(sections, first) ? sections[first as keyof typeof sections] : first;
  const subject: string[] = [];
  let property = known(properties, first) && path.length < 3 ? first : "";
  let node = stepInto(policy as unknown as Json, first);
  let spare = stepInto(other as unknown as Json, first);
  for (const [i, key] of path.entries()) {
    if (i === 0) continue;
    const isName = Array.isArray(node ?? spare) || BY_NAME.has(path[i - 1] ?? "");
    node = stepInto(node, key);
    spare = stepInto(spare, key);
    if (isName) subject.push(nameOf(key, node ?? spare, { policy, language }));
    else if (known(properties, key)) property = key;
    else if (!SILENT.has(key) || i === path.length - 1) property = key;
  }
  return { section, subject, property };
}
