import type { Json, JsonObject } from "../../core/policy/canonical.ts";
import type { Amount, Mark, PauseReason } from "../../core/policy/clock-rule.ts";
import type { Condition } from "../../core/policy/condition.ts";
import { isObject } from "../../core/policy/diff/keyed.ts";
import type { Policy } from "../../core/policy/policy.ts";
import type { Language } from "../../core/policy/text.ts";
import type { Millis } from "../../core/time/instant.ts";
import { labelIn, sayCondition } from "../conditions.ts";
import { sayInstant } from "../dates.ts";
import { sayList } from "../hours.ts";
import { markWords, pauseWords } from "../marks.ts";
import { sayShortDuration } from "../short.ts";
import { diffNames } from "./names.ts";

/** In whose names and language a value is said, and under which property it stands. */
export interface ValuePlace {
  readonly policy: Policy;
  readonly language: Language;
  readonly property: string;
}

const CONDITIONS: ReadonlySet<string> = new Set<Condition["is"]>([
  "always",
  "all",
  "any",
  "not",
  "field",
  "severity",
  "level",
  "channel",
  "kind",
  "hours",
  "passed",
  "ground",
  "awaiting",
  "confirmed",
  "solved",
  "closed",
  "ticket",
]);

/** A promised amount in few letters: "6 h", "2 días hábiles al cierre", "24 h corridas". */
function sayAmountShort(amount: Amount, language: Language): string {
  const w = diffNames(language);
  if (amount.unit === "dates")
    return amount.ends === "at-closing" ? `${w.dates(amount.n)} ${w.closing}` : w.dates(amount.n);
  const time = sayShortDuration(amount.ms);
  return amount.unit === "elapsed" ? `${time} ${w.elapsed}` : time;
}

const nameIn = (value: Json | undefined): string => (typeof value === "string" ? value : "");

/** The words of a group of keys that is one value; null where it is none that is known. */
function sayGroup(value: JsonObject, place: ValuePlace): string | null {
  const { policy, language } = place;
  const w = diffNames(language);
  const { es, en, unit, is } = value;
  if (typeof es === "string") {
    const said = language === "en" && typeof en === "string" ? en : es;
    return w.quoted(said);
  }
  if (typeof unit === "string") return sayAmountShort(value as unknown as Amount, language);
  if (typeof is === "string" && CONDITIONS.has(is))
    return sayCondition(value as unknown as Condition, { policy, language });
  if (typeof value["share"] === "number")
    return w.share(String(Math.round(value["share"] * 1000) / 10));
  if (isObject(value["before"]))
    return w.before(sayAmountShort(value["before"] as unknown as Amount, language));
  if (value["do"] === "close") return w.close;
  if (value["do"] === "open")
    return w.opens(labelIn(policy.channels, nameIn(value["channel"]), language));
  if (value["do"] === "tell") return w.tells(w.quoted(nameIn(value["message"])));
  return null;
}

/** A name of the policy, or a word of the language, as people know it. */
function sayName(name: string, { policy, language, property }: ValuePlace): string {
  if (["from", "to", "keptBy"].includes(property) && Object.hasOwn(markWords[language], name))
    return markWords[language][name as Mark];
  if (property === "pauses" && Object.hasOwn(pauseWords[language], name))
    return pauseWords[language][name as PauseReason];
  for (const things of [policy.severities, policy.levels, policy.channels, policy.clocks]) {
    if (things.some(({ id }) => id === name)) return labelIn(things, name, language);
  }
  return name;
}

const isPair = (value: Json): value is readonly [string, string] =>
  Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === "string");

/** From this number on, one that counts milliseconds is an instant and no length of time. */
const FIRST_INSTANT = 1e12;

function sayNumber(n: number, { policy, language, property }: ValuePlace): string {
  if (["filed", "limit", "target"].includes(property) && n > FIRST_INSTANT)
    return sayInstant(n, { zone: policy.desk.zone, language });
  return ["until", "dayLength"].includes(property) ? sayShortDuration(n as Millis) : String(n);
}

/** A value of a policy in words; plain data as it is where there are none for it. */
export function sayValue(value: Json | undefined, place: ValuePlace): string {
  const w = diffNames(place.language);
  if (value === undefined || value === null) return w.none;
  if (typeof value === "boolean") return value ? w.yes : w.no;
  if (typeof value === "number") return sayNumber(value, place);
  if (typeof value === "string") return sayName(value, place);
  if (isObject(value)) return sayGroup(value, place) ?? JSON.stringify(value);
  if (isPair(value) && /^\d\d?:\d\d$/.test(value[0])) return value.join("-");
  const list = value as readonly Json[];
  if (list.length === 0) return w.none;
  return sayList(
    list.map((item) => sayValue(item, place)),
    place.language,
  );
}
