import { html } from "hono/html";
import { sayList } from "../../words/hours.ts";
import { trackerWords } from "../../words/site/tracker.ts";
import { headOf } from "../../words/tracker/cells.ts";
import { digestWords } from "../../words/tracker/digest.ts";
import { clauseOf } from "./leaf.ts";
import type { Chapter, Leaf } from "./leaf.ts";

/** What the desk's tracker lists, and when whoever follows it is told what changed (HB-12). */
export function trackerChapter({ policy, reader }: Leaf): Chapter {
  const { language } = reader;
  const w = trackerWords[language];
  const { tracker } = policy;
  if (tracker === undefined) return { id: "seguimiento", title: w.title, body: "" };
  const { digest } = tracker;
  const heads = tracker.columns.map((column) => headOf(column, language).toLowerCase());
  const d = digestWords[language];
  const told =
    digest === null
      ? ""
      : w.digest(
          d.when(digest),
          sayList(
            digest.says.map((news) => d.says[news]),
            language,
          ),
        );
  const body = html`<p>${w.lists(sayList(heads, language))} ${told}${clauseOf(tracker)}</p>`;
  return { id: "seguimiento", title: w.title, body };
}
