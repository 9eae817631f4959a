import { html } from "hono/html";
import { labelIn, sayCondition } from "../../words/conditions.ts";
import { manualWords } from "../../words/site/manual.ts";
import { clauseOf, terms } from "./leaf.ts";
import type { Chapter, Leaf } from "./leaf.ts";

/** The severities in growing gravity, with what each means, examples, and how one is assigned. */
export function severitiesChapter({ policy, reader, say }: Leaf): Chapter {
  const { language } = reader;
  const w = manualWords[language];
  const list = policy.severities.map(
    (severity) =>
      [
        html`<strong>${say(severity.label)}</strong>${clauseOf(severity)}`,
        html`${say(severity.means)} ${severity.examples.length > 0 ? html`<span class="soft">${w.examples}: ${severity.examples.map(say).join("; ")}.</span>` : ""}`,
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
