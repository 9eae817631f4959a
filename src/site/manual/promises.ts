import { html } from "hono/html";
import { readClocks } from "../../core/clock/readings.ts";
import type { ClockRule } from "../../core/policy/clock-rule.ts";
import type { Example } from "../../core/policy/policy.ts";
import { labelIn, sayCondition } from "../../words/conditions.ts";
import { sayAmount, sayServiceTime } from "../../words/durations.ts";
import { sayList } from "../../words/hours.ts";
import { markWords, pauseWords } from "../../words/marks.ts";
import { attentionManualWords } from "../../words/site/attention-manual.ts";
import { manualWords } from "../../words/site/manual.ts";
import { startedAt } from "../expect.ts";
import type { Html, MaybeHtml } from "../html.ts";
import { moment } from "../moment.ts";
import { clauseOf, table, terms } from "./leaf.ts";
import type { Chapter, Leaf } from "./leaf.ts";

/** The severities in growing gravity, with what each means, examples, and how one is assigned. */
export function severitiesChapter({ policy, reader, say }: Leaf): Chapter {
  const { language } = reader;
  const w = manualWords[language];
  const list = policy.severities.map(
    (severity) =>
      [
        html`<strong>${say(severity.label)}</strong>${clauseOf(severity)}`,
        html`${say(severity.means)} ${severity.examples.length > 0 ? html`<span class="soft">${w.examples}: ${sayList(severity.examples.map(say), language)}.</span>` : ""}`,
      ] as const,
  );
  const rules = policy.classify.map((rule) => {
    const name = labelIn(policy.severities, rule.severity, language);
    const named = rule.provisional ? `${name} (${w.provisional})` : name;
    const said =
      rule.when.is === "always"
        ? w.otherwise(named)
        : w.rule(sayCondition(rule.when, { policy, language }), named);
    return html`<li>${said}.${clauseOf(rule)}</li>`;
  });
  const body = html`${terms(list)}${rules.length > 0 ? html`<h3>${w.classification}</h3><ol>${rules}</ol>` : ""}`;
  return {
    id: "severidades",
    title: w.severities,
    body: policy.severities.length === 0 ? "" : body,
  };
}

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
${termsOf(leaf, clock)}${opensAfter(leaf, clock)}${examplesOf(leaf, clock)}`;
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
    "—",
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
  const rows = inGravity(policy, clock.within).map(([id, { target, limit }]) => [
    name(id),
    target === undefined ? "—" : sayAmount(target, language),
    html`<strong>${sayAmount(limit, language)}</strong>`,
  ]);
  return table(
    { label: say(clock.label) },
    [w.severity, w.expectedTerm, w.limitTerm],
    [...rows, ...rhythms],
  );
}

/** The manual's own examples, computed anew by the engine at each reading. */
function examplesOf(leaf: Leaf, clock: ClockRule): MaybeHtml {
  const { policy, reader, here, say } = leaf;
  const w = manualWords[reader.language];
  const rows = policy.examples
    .filter((example) => example.clock === clock.id)
    .map((example) => {
      const limit = limitOf(leaf, clock, example);
      const because = example.because === undefined ? "" : say(example.because);
      const severity =
        example.severity === null
          ? ""
          : ` · ${labelIn(policy.severities, example.severity, reader.language)}`;
      return [
        html`${moment(example.filed, here)}${severity}`,
        limit === null ? "—" : moment(limit, here),
        because,
      ];
    });
  return rows.length === 0
    ? ""
    : html`<h4>${w.worked}</h4>${table({ label: `${say(clock.label)}: ${w.worked}`, shown: w.workedCaption }, [w.starts, w.due, w.because], rows)}`;
}

function limitOf({ policy, calendars }: Leaf, clock: ClockRule, example: Example): number | null {
  const [mark] = clock.from;
  if (mark === undefined) return null;
  const severity = example.severity ?? policy.severities[0]?.id ?? "*";
  const started = startedAt({ policy, calendars }, { mark, severity }, example.filed);
  return readClocks({ ...started, rules: [clock] }, example.filed)[0]?.limit ?? null;
}

/** What happens when the client does not answer. */
export function silenceChapter({ policy, reader, say }: Leaf): Chapter {
  const { language } = reader;
  const w = manualWords[language];
  const rules = policy.clocks
    .filter(({ against }) => against === "client")
    .flatMap((clock) =>
      Object.values(clock.within).map(({ limit }) => {
        const closes = clock.then.some((next) => next.do === "close");
        const sentence = (closes ? w.silenceRule : w.silenceOther)(
          say(clock.label),
          sayAmount(limit, language),
        );
        return html`<li>${sentence} ${clock.warn.length > 0 ? w.warned : ""}${clauseOf(clock)}</li>`;
      }),
    );
  return {
    id: "silencio",
    title: w.silence,
    body: rules.length === 0 ? "" : html`<ul>${rules}</ul>`,
  };
}
