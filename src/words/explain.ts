import type { ClockSegment, Explanation } from "../core/clock/clock.ts";
import type { PauseReason } from "../core/policy/clock-rule.ts";
import type { Language } from "../core/policy/text.ts";
import type { Instant } from "../core/time/instant.ts";
import { sayMoment } from "./dates.ts";
import type { Place } from "./dates.ts";
import { sayTerm } from "./durations.ts";
import { en } from "./explain-en.ts";
import { es } from "./explain-es.ts";
import type { ExplainWords } from "./explain-words.ts";
import { sayShortDate, sayShortDuration, sayShortMoment, sayShortTime } from "./short.ts";

const words: Readonly<Record<Language, ExplainWords>> = { es, en };

/**
 * An explanation as lines for people: one for each segment, in order, with what counted, why, by
 * which clause and how much that makes so far, then the deadlines. Instants are said in `zone`.
 */
export function explainInWords(
  explanation: Explanation,
  language: Language,
  zone: string,
): string[] {
  const place = { zone, language };
  const promised = promisedIn(explanation);
  const lines = explanation.segments.map((segment) => sayClockSegment(segment, promised, place));
  return [...lines, ...closingLines(explanation, place)];
}

/** What has been used when the last segment that leads to the limit ends: the promise in the clock's time. */
function promisedIn({ limit, segments }: Explanation): number | null {
  const last = segments.at(-1);
  return last !== undefined && limit !== null && last.to === limit ? last.total : null;
}

/** One segment: "vie 20 nov 17:00 → 18:00 · cuenta 1 h (oficina, HB-13) · van 1 h de 4 h". */
export function sayClockSegment(
  segment: ClockSegment,
  promised: number | null,
  place: Place,
): string {
  const say = words[place.language];
  const total = sayShortDuration(segment.total);
  const soFar =
    promised === null ? say.soFar(total) : say.soFarOf(total, sayShortDuration(promised));
  return [sayStretch(segment, place), sayWhy(segment, place), soFar].join(" · ");
}

function sayStretch({ from, to }: ClockSegment, place: Place): string {
  const isSameDay = sayShortDate(from, place) === sayShortDate(to - 1, place);
  const end =
    isSameDay && sayShortTime(to, place) !== "00:00"
      ? sayShortTime(to, place)
      : sayShortMoment(to, place);
  return `${sayShortMoment(from, place)} → ${end}`;
}

function sayWhy(segment: ClockSegment, place: Place): string {
  const say = words[place.language];
  const { facts } = segment;
  const source = [facts["calendar"], facts["clause"]].filter((fact) => fact !== undefined);
  const by = source.length === 0 ? "" : ` (${source.join(", ")})`;
  const used = sayShortDuration(segment.used);
  if (segment.counted)
    return `${segment.why === "elapsed" ? say.elapsed(used) : say.counts(used)}${by}`;
  return `${say.countsNot(reasonOf(segment, place))}${by}`;
}

function reasonOf({ why, facts }: ClockSegment, place: Place): string {
  const say = words[place.language];
  const named = place.language === "en" ? (facts["nameEn"] ?? facts["name"]) : facts["name"];
  const name = named === undefined ? "" : String(named);
  switch (why) {
    case "holiday":
      return say.holiday(name, facts["source"] === undefined ? "" : String(facts["source"]));
    case "exception":
      return say.exception(name);
    case "break":
      return say.break;
    case "paused":
      return say.paused[facts["reason"] as PauseReason];
    case "solved":
      return say.solved;
    default:
      return say.outsideHours;
  }
}

function closingLines(explanation: Explanation, place: Place): string[] {
  const say = words[place.language];
  const { target, limit, promised, assumed, within } = explanation;
  const source = sourceOf(explanation, say);
  const moment = (at: Instant): string => sayMoment(at, place, explanation.segments[0]?.from);
  return [
    ...(within === null ? [] : [say.term(sayTerm(within, place.language))]),
    ...(target === null ? [] : [say.target(moment(target))]),
    ...(limit === null ? [] : [say.limit(moment(limit))]),
    ...(promised === null ? [] : [say.promised(moment(promised))]),
    ...(source === "" ? [] : [source]),
    ...(assumed === null ? [] : [say.assumed(assumed)]),
  ];
}

/** The clauses that promise it, and the version of the manual that binds the ticket. */
function sourceOf({ clause, policy }: Explanation, say: ExplainWords): string {
  return [
    ...(clause.length === 0 ? [] : [say.clauses(clause.join(", "))]),
    ...(policy === null ? [] : [say.version(policy)]),
  ].join(" · ");
}
