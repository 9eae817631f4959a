import { html } from "hono/html";
import type { Calendar } from "../core/calendar/calendar.ts";
import { civilDateOf } from "../core/calendar/dates.ts";
import { upcomingExceptions } from "../core/calendar/upcoming.ts";
import { sayCivilDate } from "../words/dates.ts";
import { sayDateHours, sayLocalName } from "../words/hours.ts";
import { homeWords } from "../words/site/home.ts";
import type { MaybeHtml } from "./html.ts";
import type { Here } from "./moment.ts";

/** The dates from today on whose hours are not those of their weekday, with why; nothing where there are none. */
export function hoursChanges(calendar: Calendar, { language, now }: Here): MaybeHtml {
  const changes = upcomingExceptions(calendar.source, civilDateOf(calendar, now));
  if (changes.length === 0) return "";
  const lines = changes.map(({ date, open, why }) => {
    const name = sayLocalName(why, language);
    return html`<li>${sayCivilDate(date, language)}: <span class="num">${sayDateHours(open, language)}</span>${name === "" ? "" : ` (${name})`}</li>`;
  });
  return html`<h3>${homeWords[language].hoursChanges}</h3><ul>${lines}</ul>`;
}
