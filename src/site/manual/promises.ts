import { html } from "hono/html";
import type { ClockRule } from "../../core/policy/clock-rule.ts";
import type { Language } from "../../core/policy/text.ts";
import { labelIn, sayCondition } from "../../words/conditions.ts";
import { sayAmount, sayServiceTime } from "../../words/durations.ts";
import { sayList } from "../../words/hours.ts";
import { markWords, pauseWords } from "../../words/marks.ts";
import { attentionManualWords } from "../../words/site/attention-manual.ts";
import { manualRouteWords } from "../../words/site/manual-route.ts";
import { manualWords } from "../../words/site/manual.ts";
import type { Html, MaybeHtml } from "../html.ts";
import { workedExamples } from "./examples.ts";
import { clauseOf, table } from "./leaf.ts";
import type { Chapter, Leaf } from "./leaf.ts";

/** Each clock that runs against the desk: from what to what, by which hours, for each severity, with examples that the engine works out. */
export function promisesChapter(leaf: Leaf): Chapter {
  const w = manualWords[leaf.reader.language];
  const clocks = leaf.policy.clocks.filter(({ against }) => against === "desk");
  return {
    id: "tiempos",
    title: w.promises,
    body: clocks.length === 0 ? "" : html`${clocks.map((clock) => promise(leaf, clock))}`,
  };
}

function promise(leaf: Leaf, clock: ClockRule): Html {
  const { reader, say } = leaf;
  const { language } = reader;
  const w = manualWords[language];
  const marks = (list: ClockRule["from"]): string =>
    sayList(
      list.map((mark) => markWords[language][mark]),
      language,
      "or",
    );
  const pauses = clock.pauses.map((reason) => pauseWords[language][reason]);
  return html`<h3 id="reloj-${clock.id}">${say(clock.label)}${clauseOf(clock)}</h3>
<p>${w.fromTo(marks(clock.from), marks(clock.to))} ${clock.calendar === null ? w.elapsed : w.onHours}
${pauses.length > 0 ? w.pauses(sayList(pauses, language, "or")) : ""}</p>
${more(leaf, clock)}${termsOf(leaf, clock)}${opensAfter(leaf, clock)}${workedExamples(leaf, clock)}`;
}

/** For whom a promise holds, what keeps each round of it, its warnings, and a figure that can be read in two ways. */
function more({ policy, reader: { language } }: Leaf, clock: ClockRule): MaybeHtml {
  const w = manualRouteWords[language];
  const said = [
    clock.when.is === "always" ? "" : w.onlyIf(sayCondition(clock.when, { policy, language })),
    clock.keptBy === null ? "" : w.keptBy(markWords[language][clock.keptBy]),
    endOf(clock, language),
    warningsOf(clock, language),
    clock.then.some((next) => next.do === "tell") ? w.tellsAtEnd : "",
    statedFigure(clock, language),
  ].filter((sentence) => sentence !== "");
  return said.length === 0 ? "" : html`<p>${said.join(" ")}</p>`;
}

/** When it is warned that a promise ends. */
export function warningsOf({ warn }: ClockRule, language: Language): string {
  const w = manualRouteWords[language];
  return warn
    .map((one) =>
      "before" in one
        ? w.warnsBefore(sayAmount(one.before, language))
        : w.warnsShare(Math.round(one.share * 100)),
    )
    .join(" ");
}

/** When a promise of whole days ends: at the closing of the last one, or at the time of day at which it began. */
export function endOf({ within }: ClockRule, language: Language): string {
  const w = manualRouteWords[language];
  const ends = Object.values(within).flatMap(({ limit }) =>
    limit.unit === "dates" ? [limit.ends === "at-closing" ? w.atClosing : w.sameTime] : [],
  );
  return [...new Set(ends)].join(" ");
}

/** The figure as the original manual states it, and how it is counted. */
export function statedFigure({ says, within }: ClockRule, language: Language): string {
  if (says === undefined) return "";
  const amounts = [
    ...new Set(Object.values(within).map(({ limit }) => sayAmount(limit, language))),
  ];
  return manualRouteWords[language].statedTerm(says, sayList(amounts, language));
}

/** A clock whose passing is no breach says what it opens (RD-13). */
function opensAfter({ policy, reader: { language } }: Leaf, clock: ClockRule): MaybeHtml {
  const opened = clock.then.flatMap((next) => (next.do === "open" ? [next.channel] : []));
  if (clock.breach !== false || opened.length === 0) return "";
  const channels = opened.map((id) => `«${labelIn(policy.channels, id, language)}»`);
  return html`<p>${attentionManualWords[language].opensAfter(sayList(channels, language))}</p>`;
}

/** By growing gravity: the database gives the names in a compiled policy's maps in an order of its own. */
function inGravity<T>(
  { severities }: Leaf["policy"],
  terms: Readonly<Record<string, T>>,
): [string, T][] {
  const order = ["*", ...severities.map(({ id }) => id)];
  return Object.entries(terms).toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b));
}

function termsOf(leaf: Leaf, clock: ClockRule): Html {
  const { policy, reader, say } = leaf;
  const { language } = reader;
  const w = manualWords[language];
  const name = (id: string): string =>
    id === "*" ? w.all : labelIn(policy.severities, id, language);
  const rhythms = inGravity(policy, clock.every).map(([id, steps]) => [
    name(id),
    sayList(
      steps.map(({ every, until }) => {
        const amount = sayAmount(every, language);
        return until === undefined
          ? w.rhythm(amount)
          : w.rhythmUntil(amount, sayServiceTime(until, language));
      }),
      language,
    ),
  ]);
  const only = clock.within["*"];
  if (only !== undefined && only.target === undefined && Object.keys(clock.within).length === 1) {
    const own = manualRouteWords[language];
    return html`<p><strong>${own.limitAll(sayAmount(only.limit, language))}</strong>, ${own.forAll}.</p>`;
  }
  const hasTargets = Object.values(clock.within).some(({ target }) => target !== undefined);
  const rows = inGravity(policy, clock.within).map(([id, { target, limit }]) => [
    name(id),
    ...(hasTargets ? [target === undefined ? "—" : sayAmount(target, language)] : []),
    html`<strong>${sayAmount(limit, language)}</strong>`,
  ]);
  const heads = [
    w.severity,
    ...(hasTargets ? [w.expectedTerm] : []),
    rhythms.length > 0 ? w.promise : w.limitTerm,
  ];
  return table({ label: say(clock.label) }, heads, [...rows, ...rhythms]);
}
