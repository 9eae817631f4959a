import { html } from "hono/html";
import type { ClockRule } from "../../core/policy/clock-rule.ts";
import { inLanguage } from "../../core/policy/text.ts";
import { sayAmount, sayTerm } from "../../words/durations.ts";
import { sayList, sayWeeklyLine } from "../../words/hours.ts";
import { manualFrontWords } from "../../words/site/manual-front.ts";
import { manualWords } from "../../words/site/manual.ts";
import type { MaybeHtml } from "../html.ts";
import { clauseOf, table, terms } from "./leaf.ts";
import type { Chapter, Leaf } from "./leaf.ts";

/** What the desk promises, on one page: each time by severity, and the few facts that everybody needs. */
export function glanceChapter(leaf: Leaf): Chapter {
  const w = manualFrontWords[leaf.reader.language];
  return {
    id: "en-una-pagina",
    title: w.glance,
    body: html`${matrix(leaf)}${facts(leaf)}`,
  };
}

/** Promises of the desk by severity: the gravest first. */
function matrix({ policy, reader, say }: Leaf): MaybeHtml {
  const { language } = reader;
  const w = manualFrontWords[language];
  const clocks = policy.clocks.filter(
    ({ against, breach }) => against === "desk" && breach !== false,
  );
  if (clocks.length === 0) return "";
  const severities = policy.severities.length < 2 ? [] : policy.severities.toReversed();
  const heads = [
    w.promiseTo,
    ...(severities.length === 0
      ? [w.every]
      : severities.map(({ label }) => inLanguage(label, language))),
  ];
  const only = policy.severities[0]?.id ?? "*";
  const rows = clocks.map((clock) => [
    html`<a href="#reloj-${clock.id}">${say(clock.label)}</a>${clauseOf(clock)}`,
    ...(severities.length === 0 ? [only] : severities.map(({ id }) => id)).map((id) =>
      promiseFor(clock, id, language),
    ),
  ]);
  return html`<p>${w.glanceLead}</p>${table({ label: w.glance }, heads, rows)}`;
}

function promiseFor(clock: ClockRule, severity: string, language: "es" | "en"): string {
  const term = clock.within[severity] ?? clock.within["*"];
  if (term !== undefined) return sayTerm(term, language);
  const [first] = clock.every[severity] ?? clock.every["*"] ?? [];
  return first === undefined ? "—" : manualWords[language].rhythm(sayAmount(first.every, language));
}

function facts({ policy, reader, say }: Leaf): MaybeHtml {
  const { language } = reader;
  const w = manualFrontWords[language];
  const hours = policy.calendars[policy.hours];
  const silent = policy.clocks.filter(
    ({ against, then }) => against === "client" && then.some((next) => next.do === "close"),
  );
  const waits = [
    ...new Set(
      silent.flatMap(({ within, warn }) =>
        Object.values(within).map(({ limit }) =>
          (warn.length > 0 ? w.silenceCloses : w.silenceClosesAtOnce)(sayAmount(limit, language)),
        ),
      ),
    ),
  ];
  const ways = sayList(
    policy.channels.map(({ label }) => say(label)),
    language,
  );
  const charged = sayList(
    (policy.charges ?? []).map(({ label }) => say(label)),
    language,
  );
  const said = [
    ...(hours === undefined
      ? []
      : [[w.attended, html`<a href="#horario">${sayWeeklyLine(hours, language)}</a>`]]),
    [w.ways, html`<a href="#canales">${ways}</a>`],
    ...(waits.length === 0
      ? []
      : [[w.silence, html`<a href="#silencio">${sayList(waits, language, "or")}</a>`]]),
    ...(policy.grounds.length === 0
      ? []
      : [[w.emergency, html`<a href="#urgencia">${w.emergencySome}</a>`]]),
    ...(charged === "" ? [] : [[w.charge, html`<a href="#cargos">${w.chargeSome(charged)}</a>`]]),
  ] as [string, unknown][];
  return terms(said);
}
