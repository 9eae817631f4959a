import { createHash } from "node:crypto";
import type { Context } from "hono";
import { Hono } from "hono";
import { civilDateOf } from "../../core/calendar/dates.ts";
import { upcomingExceptions } from "../../core/calendar/upcoming.ts";
import { writeCalendar } from "../../core/ical/write-calendar.ts";
import type { WrittenCalendar } from "../../core/ical/write-calendar.ts";
import { civilDate, dayNumber } from "../../core/time/civil.ts";
import { readFeed } from "../../desk/feeds/read-feed.ts";
import { feedWords } from "../../words/feeds.ts";
import { sayDateHours, sayLocalName } from "../../words/hours.ts";
import { deskOf } from "../desk-of.ts";
import type { DeskHere } from "../desk-of.ts";
import type { Env } from "../env.ts";
import type { SiteParts } from "../parts.ts";
import { problem } from "../problems.ts";
import { sourceOf } from "../peer.ts";
import { countAttempts } from "../staff/attempts.ts";

const MINUTE = 60_000;

/** `/ical/<token>.ics`: what falls due for whoever made the link. `/d/<desk>/calendario.ics`: changes of the desk's hours, for all. */
export function icalRoutes(parts: SiteParts): Hono<Env> {
  const app = new Hono<Env>();
  // Links that are none, from one source: nobody tries them out. A program that reads a good one is not counted.
  const misses = countAttempts({ limit: 60, within: 10 * MINUTE, most: 10_000 });
  app.get("/ical/:name{[A-Za-z0-9_-]{22}\\.ics}", async (context) => {
    const source = sourceOf(context);
    if (!misses.take(source, performance.now())) return problem(context, "rate-limited");
    const calendar = await readFeed(parts.plazo, context.req.param("name").slice(0, -4));
    if (calendar === null) return problem(context, "not-found");
    misses.giveBack(source);
    return calendarResponse(context, calendar, "private, no-cache");
  });
  app.get("/d/:desk/calendario.ics", async (context) => {
    const desk = await deskOf(context, parts);
    if (desk === null) return problem(context, "not-found");
    return calendarResponse(context, hoursOf(desk, parts), "public, max-age=900");
  });
  return app;
}

function hoursOf({ id, bound, here, name }: DeskHere, { plazo }: SiteParts): WrittenCalendar {
  const { language } = here;
  const { hours } = bound.policy.policy;
  const words = feedWords[language];
  const calendar = bound.calendars(hours);
  const host = new URL(plazo.settings.url).hostname;
  const changes = upcomingExceptions(calendar.source, civilDateOf(calendar, here.now));
  const events = changes.map(({ date, open, why, published }) => {
    const reason = sayLocalName(why, language);
    const said = sayDateHours(open, language);
    return {
      uid: `${id}-${date}-hours@${host}`,
      at: { date, next: civilDate(dayNumber(date) + 1) },
      changed: published ?? bound.policy.effective,
      summary: `${name.name}: ${said}${reason === "" ? "" : ` (${reason})`}`,
      url: `${plazo.settings.url}/d/${id}/ayuda`,
    };
  });
  return { name: words.hours(name.name), language, events };
}

function calendarResponse(
  context: Context<Env>,
  calendar: WrittenCalendar,
  caching: string,
): Response {
  const text = writeCalendar(calendar);
  const etag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
  const headers = { ETag: etag, "Cache-Control": caching };
  if (context.req.header("if-none-match")?.includes(etag) === true)
    return context.body(null, 304, headers);
  return context.body(text, 200, {
    ...headers,
    "Content-Type": "text/calendar; charset=utf-8",
    "Content-Disposition": 'inline; filename="plazo.ics"',
  });
}
