import { html } from "hono/html";
import { inLanguage } from "../../core/policy/text.ts";
import { sayLongDate } from "../../words/dates.ts";
import { manualWords } from "../../words/site/manual.ts";
import type { Html } from "../html.ts";
import { page as framed } from "../page.ts";
import { hrefFor } from "../reader.ts";
import { groundsChapter, presenceChapter, trainingChapter } from "./attention.ts";
import {
  callListChapter,
  glossaryChapter,
  levelsChapter,
  readingsChapter,
  scopeChapter,
  statesChapter,
  tellsChapter,
} from "./course.ts";
import { channelsChapter, formsChapter, hoursChapter, whoChapter } from "./intake.ts";
import { articlesChapter, proceduresChapter } from "./follow-through.ts";
import { chargesChapter } from "./charges.ts";
import { leafOf } from "./leaf.ts";
import type { Chapter, Leaf, ManualPage } from "./leaf.ts";
import { promisesChapter, severitiesChapter, silenceChapter } from "./promises.ts";
import { trackerChapter } from "./tracker.ts";

const chapters: readonly ((leaf: Leaf) => Chapter)[] = [
  hoursChapter,
  channelsChapter,
  whoChapter,
  formsChapter,
  trainingChapter,
  severitiesChapter,
  promisesChapter,
  silenceChapter,
  statesChapter,
  levelsChapter,
  proceduresChapter,
  groundsChapter,
  presenceChapter,
  tellsChapter,
  trackerChapter,
  chargesChapter,
  scopeChapter,
  callListChapter,
  articlesChapter,
  glossaryChapter,
  readingsChapter,
];

/** The published manual (CC-21, HB-7), made from the policy in force: every sentence of it is a rule that the program keeps. */
export function manualPage(manual: ManualPage): Html {
  const leaf = leafOf(manual);
  const { reader, policy, version, here } = leaf;
  const w = manualWords[reader.language];
  const desk = { id: policy.desk.id, name: inLanguage(policy.desk.name, reader.language) };
  const written = chapters.map((chapter) => chapter(leaf)).filter(({ body }) => body !== "");
  const about = policy.desk.about === null ? "" : inLanguage(policy.desk.about, reader.language);
  return framed(
    { reader, desk, title: w.title, here: "manual" },
    html`<article class="manual">
<header><h1>${w.title}</h1>
<p class="lead">${desk.name}. ${about}</p>
<p class="soft">${w.version(version.number, sayLongDate(version.effective, here))}. <span class="small">${w.fingerprint}: <code>${version.hash.slice(0, 16)}</code></span></p>
<p class="text">${w.intro}</p></header>
<nav aria-labelledby="contenido-manual"><h2 id="contenido-manual">${w.contents}</h2>
<ol class="toc">${written.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ol></nav>
${written.map(({ id, title, body }) => html`<section><h2 id="${id}">${title}</h2>${body}</section>`)}
</article>
<p class="no-print"><a class="button main-act" href="${hrefFor(reader, `/d/${desk.id}/ayuda`)}">${w.ask}</a></p>`,
  );
}
