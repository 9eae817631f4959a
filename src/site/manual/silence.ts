import { html } from "hono/html";
import type { ClockRule } from "../../core/policy/clock-rule.ts";
import { sayAmount } from "../../words/durations.ts";
import { sayList } from "../../words/hours.ts";
import { markWords } from "../../words/marks.ts";
import { manualRouteWords } from "../../words/site/manual-route.ts";
import { manualWords } from "../../words/site/manual.ts";
import type { Html } from "../html.ts";
import { workedExamples } from "./examples.ts";
import { clauseOf } from "./leaf.ts";
import type { Chapter, Leaf } from "./leaf.ts";
import { endOf, statedFigure, warningsOf } from "./promises.ts";

/** What happens when the client does not answer: from what it counts, to what, when it is warned of, and what follows. */
export function silenceChapter(leaf: Leaf): Chapter {
  const clocks = leaf.policy.clocks.filter(({ against }) => against === "client");
  return {
    id: "silencio",
    title: manualWords[leaf.reader.language].silence,
    body: clocks.length === 0 ? "" : html`${clocks.map((clock) => part(leaf, clock))}`,
  };
}

function part(leaf: Leaf, clock: ClockRule): Html {
  const { reader, say } = leaf;
  const { language } = reader;
  const own = manualRouteWords[language];
  const closes = clock.then.some((next) => next.do === "close");
  const sentences = Object.values(clock.within).map(({ limit }) =>
    (closes ? own.silenceCloses : own.silenceOther)(sayAmount(limit, language)),
  );
  const marks = (list: ClockRule["from"]): string =>
    sayList(
      list.map((mark) => markWords[language][mark]),
      language,
      "or",
    );
  return html`<h3 id="reloj-${clock.id}">${say(clock.label)}${clauseOf(clock)}</h3>
<p>${sentences.join(" ")} ${own.silenceFrom(marks(clock.from), marks(clock.to))} ${endOf(clock, language)} ${warningsOf(clock, language)} ${statedFigure(clock, language)}</p>
${workedExamples(leaf, clock)}`;
}
