import { html } from "hono/html";
import type { Level } from "../../core/policy/policy.ts";
import { labelIn, sayCondition } from "../../words/conditions.ts";
import { sayList } from "../../words/hours.ts";
import { manualRouteWords } from "../../words/site/manual-route.ts";
import { manualWords } from "../../words/site/manual.ts";
import type { MaybeHtml } from "../html.ts";
import { clauseOf, terms } from "./leaf.ts";
import type { Chapter, Leaf } from "./leaf.ts";

/** The levels of attention, the way up from one to the next, and the way an answer comes back down (CC-8 to CC-10, IF-6 to IF-8). */
export function levelsChapter(leaf: Leaf): Chapter {
  const { policy, reader, say } = leaf;
  const w = manualWords[reader.language];
  const levels = policy.levels.map(
    (level) => [say(level.label), html`${told(leaf, level)}${clauseOf(level)}`] as const,
  );
  return {
    id: "niveles",
    title: w.levels,
    body: levels.length < 2 ? "" : html`${terms(levels)}${ways(leaf)}`,
  };
}

function told({ policy, reader: { language } }: Leaf, level: Level): string {
  const w = manualWords[language];
  const names = (ids: readonly string[]): string =>
    sayList(
      ids.map((id) => labelIn(policy.levels, id, language)),
      language,
    );
  const said = level.mayTellClient.map((what) => w.tellings[what]);
  return [
    level.takes.is === "always" ? "" : w.takes(sayCondition(level.takes, { policy, language })),
    level.tells === "client" ? w.tellsClient : w.tellsLevel(names([level.tells])),
    level.through.length === 0 ? "" : w.reached(names(level.through)),
    level.asks.length === 0 ? "" : w.asksLevel(names(level.asks)),
    said.length === 0 || level.tells === "client" ? "" : w.mayTell(sayList(said, language)),
  ]
    .filter((part) => part !== "")
    .join(" ");
}

/** How a ticket rises, and how what solved it comes back to whoever asked. */
function ways(leaf: Leaf): MaybeHtml {
  const { policy, reader, say } = leaf;
  const w = manualRouteWords[reader.language];
  const up = policy.levels.map((level) => {
    const from = level.through.map((id) => labelIn(policy.levels, id, reader.language));
    if (from.length === 0 && level.tells !== "client") from.push(w.anyLevel);
    return html`<li>${from.length === 0 ? w.entersAt(say(level.label)) : w.rises(sayList(from, reader.language, "or"), say(level.label))}</li>`;
  });
  const down = policy.levels.toReversed().map((level) => html`<li>${descent(leaf, level)}</li>`);
  return html`<h3>${w.up}</h3><ol>${up}</ol><h3>${w.down}</h3><ul>${down}</ul>`;
}

/** "Desarrollo → Operación → Mesa de servicio → usted". */
function descent({ policy, reader: { language } }: Leaf, level: Level): string {
  const names: string[] = [];
  let at: Level | undefined = level;
  while (at !== undefined && names.length <= policy.levels.length) {
    names.push(labelIn(policy.levels, at.id, language));
    const { tells }: Level = at;
    at = policy.levels.find(({ id }) => id === tells);
  }
  return [...names, manualRouteWords[language].you].join(" → ");
}
