import { html } from "hono/html";
import { differencesOf } from "../../core/policy/diff/differences.ts";
import type { PolicyVersion } from "../../core/policy/policy.ts";
import type { Language } from "../../core/policy/text.ts";
import { sayDifferences } from "../../words/policy-diff/say-difference.ts";
import { manualVersionWords } from "../../words/site/manual-versions.ts";
import type { Html } from "../html.ts";

/** What a version changed of the one before it, in words, by the chapters of the policy. */
export function changesSince(
  before: PolicyVersion,
  after: PolicyVersion,
  language: Language,
): Html {
  const w = manualVersionWords[language];
  const differences = differencesOf(before.policy, after.policy);
  const said = sayDifferences(differences, {
    before: before.policy,
    after: after.policy,
    language,
  });
  const sections = [...new Set(said.map(({ section }) => section))];
  const parts = sections.map((section) => {
    const lines = said.filter((one) => one.section === section);
    return html`<h3>${section}</h3><ul>${lines.map(({ text }) => html`<li>${text}</li>`)}</ul>`;
  });
  return html`<section><h2 id="cambios">${w.changes(before.number)}</h2>${said.length === 0 ? html`<p>${w.noChanges}</p>` : parts}</section>`;
}
