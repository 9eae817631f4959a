import { html } from "hono/html";
import { sayCondition } from "../../words/conditions.ts";
import { manualRouteWords } from "../../words/site/manual-route.ts";
import { manualWords } from "../../words/site/manual.ts";
import { anewText } from "./attention.ts";
import { clauseOf, table, terms } from "./leaf.ts";
import type { Chapter, Leaf } from "./leaf.ts";

/** The published states, and what becomes of a solved or closed ticket. */
export function statesChapter(leaf: Leaf): Chapter {
  const { policy, reader, say } = leaf;
  const { language } = reader;
  const w = manualWords[language];
  const states = policy.states.map((state) => {
    const said = sayCondition(state.when, { policy, language });
    const when = state.when.is === "always" ? said : w.stateWhen(said);
    return [
      html`<span class="state">${say(state.label)}</span>`,
      html`${when}${clauseOf(state)}`,
    ] as const;
  });
  const { reopen } = policy;
  const after = reopen.afterClose === "new-ticket" ? w.afterCloseNew : w.afterCloseRefuse;
  const body = html`${terms(states)}<p>${reopen.whileSolved ? w.reopenSolved : ""} ${after} ${anewText(leaf)}${clauseOf(reopen)}</p>`;
  return { id: "estados", title: w.states, body };
}

/** What the desk does not serve, and where to go instead. */
export function scopeChapter({ policy, reader, say }: Leaf): Chapter {
  const w = manualWords[reader.language];
  const items = policy.outOfScope.map(
    (one) => [say(one.label), html`${say(one.says)}${clauseOf(one)}`] as const,
  );
  return { id: "alcance", title: w.outOfScope, body: items.length === 0 ? "" : terms(items) };
}

/** The ordered list of people to go to when nobody answers (CC-2). */
export function callListChapter({ policy, reader, say }: Leaf): Chapter {
  const w = manualWords[reader.language];
  const items = policy.callList.map(
    (one) => html`<li>${say(one.role)}: <span class="num">${one.at}</span>${clauseOf(one)}</li>`,
  );
  return {
    id: "a-quien-acudir",
    title: w.callList,
    body: items.length === 0 ? "" : html`<ol>${items}</ol>`,
  };
}

/** The glossary (HB-7), and what this desk calls the things that every desk has. */
export function glossaryChapter({ policy, reader, say }: Leaf): Chapter {
  const [w, own] = [manualWords[reader.language], manualRouteWords[reader.language]];
  const items = policy.glossary
    .toSorted((a, b) => a.term.localeCompare(b.term, "es"))
    .map(
      (entry) =>
        [html`<dfn>${entry.term}</dfn>`, html`${say(entry.means)}${clauseOf(entry)}`] as const,
    );
  const called = Object.entries(policy.desk.terms)
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(
      ([thing, text]) => html`<li>${own.termsOf[thing] ?? thing}: ${own.quoted(say(text))}</li>`,
    );
  const names = called.length === 0 ? "" : html`<h3>${own.terms}</h3><ul>${called}</ul>`;
  return {
    id: "glosario",
    title: w.glossary,
    body:
      items.length + called.length === 0
        ? ""
        : html`${items.length === 0 ? "" : terms(items)}${names}`,
  };
}

/** Notes of the pack, and every reading it took where its manual is silent or contradicts itself. */
export function readingsChapter({ policy, reader, say }: Leaf): Chapter {
  const [w, own] = [manualWords[reader.language], manualRouteWords[reader.language]];
  const notes = policy.notes.map((note) => html`<li>${say(note)}</li>`);
  const said = new Map(
    policy.assumptions.map((one) => [`${one.clause.join(", ")} ${one.assumed}`, one]),
  );
  const readings = [...said.values()].map((one) => [
    one.clause.length === 0 ? "—" : html`<span class="clause">${one.clause.join(", ")}</span>`,
    html`<span lang="es">${capital(one.assumed)}.</span>`,
  ]);
  const list =
    readings.length === 0
      ? ""
      : html`<p>${w.assumptionsLead}</p>${table({ label: w.assumptions }, [own.readings, own.reading], readings)}`;
  const body = html`${notes.length > 0 ? html`<ul>${notes}</ul>` : ""}${list}`;
  return {
    id: "lecturas",
    title: notes.length > 0 ? `${w.notes} · ${w.assumptions}` : w.assumptions,
    body: notes.length + readings.length === 0 ? "" : body,
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1).replace(/\.$/u, "");
}
