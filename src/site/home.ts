import { html } from "hono/html";
import { isOpen, nextOpen, openPeriods } from "../core/calendar/arithmetic.ts";
import type { Calendar } from "../core/calendar/calendar.ts";
import type { Calendars } from "../core/clock/clock.ts";
import type { Policy, PolicyVersion } from "../core/policy/policy.ts";
import { inLanguage } from "../core/policy/text.ts";
import { DAY } from "../core/time/instant.ts";
import { articleWords } from "../words/site/article.ts";
import { announcementWords } from "../words/site/announcements.ts";
import { channelWords } from "../words/site/channels.ts";
import { homeWords } from "../words/site/home.ts";
import { hoursChanges } from "./hours-changes.ts";
import { sayWeekly } from "../words/hours.ts";
import { channelList } from "./channels.ts";
import type { ReadableArticle } from "../desk/articles/article.ts";
import { articleList } from "./article/article.ts";
import type { Html, MaybeHtml } from "./html.ts";
import { around, instant } from "./moment.ts";
import type { Here } from "./moment.ts";
import { deskName, page } from "./page.ts";
import type { DeskName } from "./page.ts";
import { hrefFor } from "./reader.ts";
import type { Reader } from "./reader.ts";

/** A desk as one reads about it now. */
export interface DeskNow {
  readonly reader: Reader;
  readonly policy: Policy;
  readonly version: PolicyVersion;
  readonly calendars: Calendars;
  readonly here: Here;
  /** Articles that everybody may read. */
  readonly articles: readonly ReadableArticle[];
}

/** Articles that a home shows; the others are a press away. */
const MOST_ARTICLES = 8;

/** The list of desks served. */
export function desksPage(
  reader: Reader,
  desks: readonly (Omit<DeskName, "terms"> & { readonly about: string })[],
): Html {
  const w = homeWords[reader.language];
  const list = html`<ul class="grid">${desks.map(
    ({ id, name, about }) =>
      html`<li class="sheet"><h2><a href="${hrefFor(reader, `/d/${id}/`)}">${name}</a></h2><p class="soft">${about}</p></li>`,
  )}</ul>`;
  return page(
    { reader, desk: null, title: w.desks },
    html`<h1>${w.desks}</h1><p class="lead">${desks.length === 0 ? w.noDesks : w.desksLead}</p>${list}`,
  );
}

/** A desk's home: open or closed, how to ask for help, follow a ticket, read the manual. */
export function deskHome(desk: DeskNow): Html {
  const { reader, policy } = desk;
  const { language } = reader;
  const w = homeWords[language];
  const name = inLanguage(policy.desk.name, language);
  const at = (path: string): string => hrefFor(reader, `/d/${policy.desk.id}/${path}`);
  const about = policy.desk.about === null ? "" : inLanguage(policy.desk.about, language);
  return page(
    { reader, desk: deskName(policy, language), title: name },
    html`<h1>${name}</h1>
<p class="lead">${about} ${w.lead}</p>
<div class="grid">
<section class="sheet"><h2>${w.ask}</h2><p>${w.askLead}</p><p><a class="button main-act" href="${at("ayuda")}">${w.ask}</a></p></section>
<section class="sheet"><h2>${w.followTitle}</h2><p>${w.followLead}</p><p><a class="button" href="${at("seguir")}">${w.followAct}</a></p></section>
<section class="sheet"><h2>${w.manualTitle}</h2><p>${w.manualLead}</p><p><a class="button" href="${at("manual")}">${w.manualAct}</a></p></section>
</div>
${product(desk)}
${someArticles(desk)}
${announced(desk)}
${openingHours(desk)}
${channels(desk)}
${whomToGoTo(desk)}`,
  );
}

/** Where one logs in to what the desk supports, and the other forms: a login is asked for there (RD-16). */
function product({ policy, reader }: DeskNow): MaybeHtml {
  const { portal } = policy.desk;
  if (portal === null || portal.includes("{portal}") || !portal.startsWith("https://")) return "";
  const w = homeWords[reader.language];
  const others = policy.forms.slice(1).filter(({ on }) => on.includes("form"));
  const links = others.map(
    (form) =>
      html`<li><a href="${hrefFor(reader, `/d/${policy.desk.id}/ayuda/${form.id}`)}">${inLanguage(form.title, reader.language)}</a></li>`,
  );
  return html`<section class="text"><h2>${w.product}</h2><p><a href="${portal}" rel="noreferrer">${w.enter(portal.replace("https://", ""))}</a></p>${links.length === 0 ? "" : html`<ul>${links}</ul>`}</section>`;
}

/** Where special processes are announced (RD-15c). */
function announced({ policy, reader }: DeskNow): MaybeHtml {
  if (policy.announcements === undefined) return "";
  const w = announcementWords[reader.language];
  return html`<section class="text"><h2>${w.title}</h2><p>${w.lead}</p><p><a href="${hrefFor(reader, `/d/${policy.desk.id}/procesos`)}">${w.see}</a></p></section>`;
}

/** The first articles, and the way to all of them. */
function someArticles({ policy, reader, articles }: DeskNow): MaybeHtml {
  if (articles.length === 0) return "";
  const w = articleWords[reader.language];
  const list = articleList(policy, reader, articles.slice(0, MOST_ARTICLES));
  return html`<section class="text"><h2>${w.title}</h2>${list}<p class="alone"><a href="${hrefFor(reader, `/d/${policy.desk.id}/articulos`)}">${w.all}</a></p></section>`;
}

/** The people to go to, in order, when nobody answers (CC-2). */
function whomToGoTo({ policy, reader }: DeskNow): MaybeHtml {
  if (policy.callList.length === 0) return "";
  const items = policy.callList.map(
    ({ role, at }) =>
      html`<li>${inLanguage(role, reader.language)}: <span class="num">${at}</span></li>`,
  );
  return html`<section class="text"><h2>${homeWords[reader.language].callList}</h2><ol>${items}</ol></section>`;
}

function openingHours({ policy, calendars, here, reader }: DeskNow): Html {
  const w = homeWords[reader.language];
  const calendar = calendars(policy.hours);
  const lines = sayWeekly(calendar.source, reader.language);
  return html`<section class="text"><h2>${w.hours}</h2>
${openOrClosed(calendar, here)}
<dl class="facts">${lines.map(({ days, hours }) => html`<dt>${days}</dt><dd class="num">${hours}</dd>`)}</dl>
${hoursChanges(calendar, here)}</section>`;
}

/** Each way to the desk, for whoever has no ticket yet: open or not, from when, on which condition (HB-6, RD-13). */
function channels({ reader, version, calendars, here }: DeskNow): Html {
  const approach = { at: here.now, context: { policy: version, calendars }, ticket: null };
  return html`<section class="text" id="canales"><h2>${channelWords[reader.language].title}</h2>${channelList({ approach, here })}</section>`;
}

/** Whether the desk is open now, until when, or when it opens next. */
export function openOrClosed(calendar: Calendar, here: Here): Html {
  const w = homeWords[here.language];
  if (isOpen(calendar, here.now)) {
    const horizon = here.now + 2 * DAY;
    const closes = openPeriods(calendar, here.now, horizon)[0]?.to;
    const until =
      closes === undefined || closes >= horizon ? "" : around(w.openUntil, instant(closes, here));
    return html`<p><strong class="is-kept">${w.open}.</strong> ${until}</p>`;
  }
  const next = nextOpen(calendar, here.now);
  const opens = typeof next === "number" ? around(w.opens, instant(next, here)) : w.neverOpens;
  return html`<p><strong class="is-shut">${w.closed}.</strong> ${opens}</p>`;
}
