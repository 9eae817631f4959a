import { html } from "hono/html";
import type { TellRule } from "../../core/policy/policy.ts";
import type { ProcedureRule, StepRule } from "../../core/policy/procedure-rule.ts";
import { labelIn, sayCondition } from "../../words/conditions.ts";
import { sayAmount } from "../../words/durations.ts";
import { sayList } from "../../words/hours.ts";
import { manualRouteWords } from "../../words/site/manual-route.ts";
import { manualWords } from "../../words/site/manual.ts";
import { articlePath, readable } from "../article/article.ts";
import { hrefFor } from "../reader.ts";
import { clauseOf } from "./leaf.ts";
import type { Chapter, Leaf } from "./leaf.ts";

/** The ordered steps by which something is followed through to the client (IF-8). */
export function proceduresChapter(leaf: Leaf): Chapter {
  const { policy, reader, say } = leaf;
  const w = manualWords[reader.language];
  const procedures = (policy.procedures ?? []).map(
    (procedure) =>
      html`<h3>${say(procedure.label)}</h3><p>${beginning(procedure, leaf)}${clauseOf(procedure)}</p>
<ol>${procedure.steps.map((step) => html`<li>${said(step, leaf)}${clauseOf(step)}</li>`)}</ol>`,
  );
  return {
    id: "procedimientos",
    title: w.procedures,
    body: procedures.length === 0 ? "" : html`${procedures}`,
  };
}

function beginning({ start }: ProcedureRule, { policy, reader }: Leaf): string {
  const { language } = reader;
  if (start.is === "condition") {
    const when = sayCondition(start.condition, { policy, language });
    return manualRouteWords[language].beginsWhen(when);
  }
  return manualWords[language].begins(labelIn(policy.levels, start.level, language));
}

function said(step: StepRule, { policy, reader, say }: Leaf): string {
  const { language } = reader;
  const w = manualWords[language];
  const who = (step.who?.any ?? []).map((name) => labelIn(policy.levels, name, language));
  const by = who.length === 0 ? "" : ` (${sayList(who, language)})`;
  return `${say(step.label)}${by}.${step.evidence ? ` ${w.evidence}` : ""}`;
}

/** The ways by which something is told one after the other (CC-11); nothing where it is told at once. */
export function inTurn({ inTurn: turns = [] }: TellRule, language: "es" | "en"): string {
  const w = manualWords[language];
  return turns
    .map(({ channel, after }, i) => {
      const way = w.by[channel] ?? channel;
      const again = i > 0 && turns[i - 1]?.channel === channel;
      const wait = after === null ? "" : ` ${w.turnAfter(sayAmount(after, language))}`;
      return i === 0 ? way : `${w.turnElse} ${again ? `${w.again} ` : ""}${way}${wait}`;
    })
    .join("; ");
}

/** The articles that belong to the manual (CC-19); those that can be read are led to. */
export function articlesChapter({ policy, reader, say }: Leaf): Chapter {
  const known = new Set(readable(policy).map(({ id }) => id));
  const items = (policy.articles ?? []).map((article) => {
    const href = hrefFor(reader, articlePath(policy, article.id));
    const title = say(article.title);
    return html`<li>${known.has(article.id) ? html`<a href="${href}">${title}</a>` : title}${clauseOf(article)}</li>`;
  });
  return {
    id: "articulos",
    title: manualWords[reader.language].articles,
    body: items.length === 0 ? "" : html`<ul>${items}</ul>`,
  };
}
