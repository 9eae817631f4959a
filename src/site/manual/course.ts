import { html } from "hono/html";
import { labelIn, sayCondition } from "../../words/conditions.ts";
import { sayList } from "../../words/hours.ts";
import { manualWords } from "../../words/site/manual.ts";
import { anewText } from "./attention.ts";
import { inTurn } from "./follow-through.ts";
import { clauseOf, terms } from "./leaf.ts";
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

/** The levels of attention; a desk with one has nothing to say about them. */
export function levelsChapter({ policy, reader, say }: Leaf): Chapter {
  const { language } = reader;
  const w = manualWords[language];
  const levels = policy.levels.map((level) => {
    const takes =
      level.takes.is === "always" ? "" : w.takes(sayCondition(level.takes, { policy, language }));
    const tells =
      level.tells === "client"
        ? w.tellsClient
        : w.tellsLevel(labelIn(policy.levels, level.tells, language));
    const names = (ids: readonly string[]): string =>
      sayList(
        ids.map((id) => labelIn(policy.levels, id, language)),
        language,
      );
    const told = level.mayTellClient.map((what) => w.tellings[what]);
    const more = [
      level.through.length === 0 ? "" : w.reached(names(level.through)),
      level.asks.length === 0 ? "" : w.asksLevel(names(level.asks)),
      told.length === 0 || level.tells === "client" ? "" : w.mayTell(sayList(told, language)),
    ].join(" ");
    return [say(level.label), html`${takes} ${tells} ${more}${clauseOf(level)}`] as const;
  });
  return { id: "niveles", title: w.levels, body: levels.length < 2 ? "" : terms(levels) };
}

/** What is told, when, and by which ways. */
export function tellsChapter({ policy, reader }: Leaf): Chapter {
  const { language } = reader;
  const w = manualWords[language];
  const said = new Map<string, Set<string>>();
  const clauses = new Map<string, readonly string[]>();
  for (const rule of policy.tell) {
    const ways = said.get(rule.on) ?? new Set();
    for (const way of rule.by) ways.add(w.by[way] ?? way);
    if (rule.inTurn !== undefined) {
      const when = sayCondition(rule.when, { policy, language });
      ways.add(
        `${rule.when.is === "always" ? "" : `${w.stateWhen(when)}, `}${inTurn(rule, language)}`,
      );
    }
    said.set(rule.on, ways);
    clauses.set(rule.on, [...new Set([...(clauses.get(rule.on) ?? []), ...rule.clause])]);
  }
  const items = policy.tell
    .map(({ on }) => on)
    .filter((on, index, all) => all.indexOf(on) === index)
    .map(
      (on) =>
        [
          w.moments[on],
          html`${sayList([...(said.get(on) ?? [])], language)}${clauseOf({ clause: clauses.get(on) ?? [] })}`,
        ] as const,
    );
  return { id: "avisos", title: w.tells, body: items.length === 0 ? "" : terms(items) };
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

/** The glossary (HB-7). */
export function glossaryChapter({ policy, reader, say }: Leaf): Chapter {
  const w = manualWords[reader.language];
  const items = policy.glossary.map(
    (entry) =>
      [html`<dfn>${entry.term}</dfn>`, html`${say(entry.means)}${clauseOf(entry)}`] as const,
  );
  return { id: "glosario", title: w.glossary, body: items.length === 0 ? "" : terms(items) };
}

/** Notes of the pack, and every reading it took where its manual is silent or contradicts itself. */
export function readingsChapter({ policy, reader, say }: Leaf): Chapter {
  const w = manualWords[reader.language];
  const notes = policy.notes.map((note) => html`<li>${say(note)}</li>`);
  const readings = policy.assumptions.map(
    (one) => html`<li lang="es">${one.assumed}.${clauseOf(one)}</li>`,
  );
  const body = html`${notes.length > 0 ? html`<ul>${notes}</ul>` : ""}${readings.length > 0 ? html`<p>${w.assumptionsLead}</p><ul>${readings}</ul>` : ""}`;
  return {
    id: "lecturas",
    title: w.assumptions,
    body: notes.length + readings.length === 0 ? "" : body,
  };
}
