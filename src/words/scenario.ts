import type { About, Difference, Value } from "../core/scenario/difference.ts";
import type { Instant } from "../core/time/instant.ts";
import { MINUTE } from "../core/time/instant.ts";
import type { Place } from "./dates.ts";
import { scenarioEn } from "./scenario-en.ts";
import { scenarioEs } from "./scenario-es.ts";
import { sayShortMoment, sayShortTime } from "./short.ts";

/** How a kind of difference is said: what it is about, what there is, and that there is nothing. */
export interface AboutWords {
  readonly of: (name: string) => string;
  readonly is: string;
  readonly isNot: string;
}

/** The words of `plazo policy test`. */
export interface ScenarioWords {
  readonly quoted: (name: string) => string;
  readonly expected: (about: string, expected: string, actual: string) => string;
  readonly expectedNothing: (about: string, actual: string) => string;
  readonly refused: (sentence: string, why: string) => string;
  readonly notRefused: (why: string) => string;
  readonly about: Readonly<Record<Exclude<About, "act">, AboutWords>>;
  readonly survives: (construct: string) => string;
  readonly unproved: (clauses: readonly string[]) => string;
  readonly failing: (scenarios: readonly string[]) => string;
  readonly mutations: (taken: number, survivors: number) => string;
  readonly none: (desk: string) => string;
  readonly unknownPack: (name: string, known: readonly string[]) => string;
}

/** The catalogue of a language. */
export function scenarioWords(language: Place["language"]): ScenarioWords {
  return language === "en" ? scenarioEn : scenarioEs;
}

/** What came out otherwise, in a sentence: "14:00: se esperaba «primer-contacto» 12:00, vence 13:00". */
export function sayDifference(difference: Difference, place: Place): string {
  return `${sayFullMoment(difference.now, difference.now, place)}: ${sentenceOf(difference, place)}`;
}

function sentenceOf({ about, name, now, expected, actual }: Difference, place: Place): string {
  const say = scenarioWords(place.language);
  const wished = sayValue(expected, now, place);
  const found = sayValue(actual, now, place);
  if (about === "act") return say.refused(name ?? "", found ?? "");
  if (about === "refused" && actual.is === "nothing") return say.notRefused(wished ?? "");
  const words = say.about[about];
  const subject = words.of(name === null ? "" : say.quoted(name));
  const is = found === null ? words.isNot : `${words.is} ${found}`;
  const sentence =
    wished === null ? say.expectedNothing(subject, is) : say.expected(subject, wished, is);
  return sentence.replace(/ {2,}/gu, " ").replace(/ (?=[,:])/gu, "");
}

function sayValue(value: Value, now: Instant, place: Place): string | null {
  switch (value.is) {
    case "nothing":
      return null;
    case "words":
      return value.words.join(", ");
    case "instants":
      return value.instants.map((at) => sayFullMoment(at, now, place)).join(", ");
  }
}

/** The date too where it is another day than the step's, and thousandths where there are any. */
function sayFullMoment(at: Instant, now: Instant, place: Place): string {
  const isSameDay = at !== now && sayShortMoment(at, place).startsWith(dayOf(now, place));
  const text = isSameDay ? sayShortTime(at, place) : sayShortMoment(at, place);
  const millis = ((at % MINUTE) + MINUTE) % 1000;
  return millis === 0 ? text : `${text}.${String(millis).padStart(3, "0")}`;
}

function dayOf(at: Instant, place: Place): string {
  const moment = sayShortMoment(at, place);
  return moment.slice(0, moment.lastIndexOf(" "));
}
