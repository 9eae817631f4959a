import { html } from "hono/html";
import { openPeriods } from "../../core/calendar/arithmetic.ts";
import { segments } from "../../core/calendar/segments.ts";
import { weekdayOf } from "../../core/time/civil.ts";
import { DAY } from "../../core/time/instant.ts";
import { labelIn, sayCondition } from "../../words/conditions.ts";
import { sayCivilDate } from "../../words/dates.ts";
import { sayServiceTime } from "../../words/durations.ts";
import { sayList, sayLocalName, sayWeekly, sayWeeklyLine } from "../../words/hours.ts";
import { manualRouteWords } from "../../words/site/manual-route.ts";
import { channelWords } from "../../words/site/channels.ts";
import { manualWords } from "../../words/site/manual.ts";
import { zoneName } from "../../words/zones.ts";
import { channelList } from "../channels.ts";
import type { MaybeHtml } from "../html.ts";
import { hoursChanges } from "../hours-changes.ts";
import { heardRules } from "./heard.ts";
import { clauseOf, table, terms } from "./leaf.ts";
import type { Chapter, Leaf } from "./leaf.ts";

/** When the desk answers: weekly hours, their time, and the next days without service, from the compiled calendar. */
export function hoursChapter(leaf: Leaf): Chapter {
  const { policy, reader, here, calendars } = leaf;
  const { language } = reader;
  const w = manualWords[language];
  const own = manualRouteWords[language];
  // The hours of the desk first: the database gives the names in a compiled map in an order of its own.
  const calendarsOfDesk = Object.entries(policy.calendars).toSorted(
    ([a], [b]) => Number(b === policy.hours) - Number(a === policy.hours) || a.localeCompare(b),
  );
  const used = calendarsOfDesk.map(([id, source]) => {
    const title = calendarsOfDesk.length > 1 ? whoseHours(leaf, id) : "";
    const stated = policy.statedWeek?.[id];
    const day = policy.dayLength[id];
    const readings = [
      stated === undefined ? "" : own.stated(stated, sayWeeklyLine(source, language)),
      day === undefined ? "" : own.dayIs(sayServiceTime(day, language)),
    ].filter((sentence) => sentence !== "");
    const tables = source.statutory.map((name) => w.tables[name] ?? name);
    const from = policy.calendarSources[id] ?? { clause: [] };
    return html`${title === "" ? "" : html`<h3>${title}</h3>`}${terms(sayWeekly(source, language).map(({ days, hours }) => [days, html`<span class="num">${hours}</span>`]))}
<p>${w.hoursZone(zoneName(source.zone, language, here.now))} ${tables.length > 0 ? w.holidays(sayList(tables, language)) : ""} ${readings.join(" ")}${clauseOf(from)}</p>
${nextHolidays(leaf, calendars(id))}${leaf.medium === "paper" ? html`<p>${own.laterChanges}</p>` : hoursChanges(calendars(id), here)}`;
  });
  return { id: "horario", title: w.hours, body: html`${used}` };
}

/** What goes by a calendar, where there are several: channels, kinds of support, promises. */
function whoseHours({ policy, reader: { language }, say }: Leaf, id: string): string {
  const users = [
    ...policy.channels.filter(({ during }) => during === id),
    ...policy.support.filter(({ hours }) => hours === id),
    ...policy.clocks.filter(({ calendar }) => calendar === id),
  ].map(({ label }) => say(label));
  return users.length === 0 ? id : manualRouteWords[language].usedBy(sayList(users, language));
}

function nextHolidays(
  { reader, here, medium }: Leaf,
  calendar: Parameters<typeof openPeriods>[0],
): MaybeHtml {
  const { language } = reader;
  const found = new Map<string, string>();
  for (const { why } of segments(calendar, here.now, here.now + 366 * DAY)) {
    if (why.code !== "holiday") continue;
    // A holiday on a day of the week without hours takes no service away.
    const hours = calendar.source.weekly[weekdayOf(why.date)] ?? [];
    if (hours.length > 0) found.set(why.date, sayLocalName(why.name, language));
  }
  if (found.size === 0) return "";
  const days = [...found].map(
    ([date, name]) =>
      html`<li>${sayCivilDate(date, language)}${name === "" ? "" : `: ${name}`}</li>`,
  );
  const title =
    medium === "paper"
      ? manualRouteWords[language].holidaysYear
      : manualWords[language].nextHolidays;
  return html`<h3>${title}</h3><ul>${days}</ul>`;
}

/** By which ways the desk is reached, when, and on what condition. */
export function channelsChapter(leaf: Leaf): Chapter {
  const { policy, reader, say } = leaf;
  const { language } = reader;
  const w = manualWords[language];
  const rows = policy.channels.map((channel) => {
    const calendar = channel.during === null ? undefined : policy.calendars[channel.during];
    const needs = channel.needs.map((need) => sayCondition(need, { policy, language }));
    return [
      html`${say(channel.label)}${clauseOf(channel)}`,
      addressOf(channel, w),
      calendar === undefined ? w.always : sayWeeklyLine(calendar, language),
      needs.length === 0 ? "—" : sayList(needs, language),
    ];
  });
  return {
    id: "canales",
    title: w.channels,
    body: html`${table({ label: w.channels }, [w.channel, w.address, w.attended, w.needs], rows)}${openNow(leaf)}`,
  };
}

/** Which channels are open at the moment of reading, for whoever has no ticket; of the version in force, on a screen. */
function openNow({ version, calendars, here, standing, medium }: Leaf): MaybeHtml {
  if (medium !== "screen" || standing.is !== "in-force") return "";
  const approach = { at: here.now, context: { policy: version, calendars }, ticket: null };
  return html`<h3>${channelWords[here.language].now}</h3>${channelList({ approach, here })}`;
}

/** An address that opens only for some tickets is told on their pages, from then on (RD-3, RD-13). */
function addressOf(
  { at, needs }: Leaf["policy"]["channels"][number],
  w: (typeof manualWords)["es"],
): string {
  if (at === null) return "—";
  if (needs.some((need) => need.is !== "ticket")) return w.addressWhenOpen;
  return at.replace("{portal}", w.yourPortal);
}

/** Who is served, and what is always accepted (HB-1). */
export function whoChapter({ policy, reader, say }: Leaf): Chapter {
  const w = manualWords[reader.language];
  const { client } = policy;
  const heard = heardRules({ policy, reader });
  const kindsOfSupport = support({ policy, reader, say });
  if (client === null) {
    const body = heard === "" && kindsOfSupport === "" ? "" : html`${heard}${kindsOfSupport}`;
    return { id: "clientes", title: w.who, body };
  }
  const kinds = client.except.map((kind) => {
    const form = policy.forms.find((candidate) => candidate.kind === kind);
    return form === undefined ? kind : say(form.title);
  });
  const body = html`<p>${client.is === "portal-owner" ? w.clientPortalOwner : w.clientOrganisation}
${client.needsValidSupport ? w.validSupport : ""} ${kinds.length > 0 ? w.except(sayList(kinds, reader.language)) : ""}${clauseOf(client)}</p>
${client.says === undefined ? "" : html`<p>${w.whenExpired}</p><blockquote class="note">${say(client.says)}</blockquote>`}${heard}${kindsOfSupport}`;
  return { id: "clientes", title: w.who, body };
}

/** Which channels and hours each kind of contracted support opens (HB-2). */
function support({ policy, reader, say }: Pick<Leaf, "policy" | "reader" | "say">): MaybeHtml {
  const { language } = reader;
  const w = manualWords[language];
  if (policy.support.length === 0) return "";
  const rows = policy.support.map((kind) => {
    const calendar = policy.calendars[kind.hours];
    return [
      html`${say(kind.label)}${clauseOf(kind)}`,
      sayList(
        kind.channels.map((id) => labelIn(policy.channels, id, language)),
        language,
      ),
      calendar === undefined ? w.always : sayWeeklyLine(calendar, language),
    ];
  });
  return html`<h3>${w.support}</h3>${table({ label: w.support }, [w.supportKind, w.channels, w.attended], rows)}`;
}
