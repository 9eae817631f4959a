import { checkCalendar } from "../../calendar/check.ts";
import type { CalendarProblem } from "../../calendar/check.ts";
import type {
  CalendarSource,
  ClosedDate,
  DatedException,
  Hours,
  LocalName,
} from "../../calendar/source.ts";
import { isKnownZone } from "../../calendar/zone.ts";
import { WEEKDAYS } from "../../time/civil.ts";
import type { Weekday } from "../../time/civil.ts";
import type { Millis } from "../../time/instant.ts";
import type { Path } from "../problem.ts";
import type { CalendarPart } from "../schema/desk.ts";
import type { WordsSource } from "../schema/words.ts";
import type { Source } from "../text.ts";
import { figureOf } from "./figure.ts";
import { readLength } from "./length.ts";
import { meantOf } from "./near.ts";
import { listOf, sourceOf } from "./reading.ts";
import type { Reading } from "./reading.ts";

/** The days of "mon", "mon-fri" or "sat,sun"; null where they name none. */
function daysOf(text: string): Weekday[] | null {
  const days: Weekday[] = [];
  for (const part of text.split(",").map((piece) => piece.trim())) {
    const [first, last, more] = part.split("-");
    const from = WEEKDAYS.indexOf(first as Weekday);
    const to = last === undefined ? from : WEEKDAYS.indexOf(last as Weekday);
    if (from < 0 || to < from || more !== undefined) return null;
    days.push(...WEEKDAYS.slice(from, to + 1));
  }
  return days;
}

/** Hours of which no days are said are those of Monday to Friday. */
const byDays = (open: CalendarPart["open"]): Record<string, string | string[]> =>
  typeof open === "string" || Array.isArray(open) ? { "mon-fri": open } : open;

/** "09:00-18:00" as a pair; what is not a pair of times is left for the check of calendars to refuse. */
function hoursOf(written: string | readonly string[]): Hours[] {
  return listOf(written).map((text) => {
    const cut = text.indexOf("-");
    return cut < 0 ? [text.trim(), ""] : [text.slice(0, cut).trim(), text.slice(cut + 1).trim()];
  });
}

const localName = (words: WordsSource): LocalName =>
  typeof words === "string"
    ? words
    : words.en === undefined
      ? words.es
      : { es: words.es, en: words.en };

interface Draft {
  readonly source: CalendarSource;
  /** Where each part of the source is written in the pack. */
  readonly weeklyKeys: Readonly<Record<string, string>>;
  readonly closedKeys: readonly string[];
  readonly exceptionKeys: readonly string[];
}

function weeklyOf(
  reading: Reading,
  open: CalendarPart["open"],
  path: Path,
): Pick<Draft, "weeklyKeys"> & { weekly: Partial<Record<Weekday, Hours[]>> } {
  const weekly: Partial<Record<Weekday, Hours[]>> = {};
  const weeklyKeys: Record<string, string> = {};
  for (const [days, written] of Object.entries(byDays(open))) {
    const named = daysOf(days);
    if (named === null || named.some((day) => weekly[day] !== undefined)) {
      reading.say("impossible-days", { path: [...path, "open", days], of: "key" }, { days });
      continue;
    }
    for (const day of named) {
      weekly[day] = hoursOf(written);
      weeklyKeys[day] = days;
    }
  }
  return { weekly, weeklyKeys };
}

function datesOf(dates: CalendarPart["dates"]): {
  closed: ClosedDate[];
  exceptions: DatedException[];
} {
  const closed: ClosedDate[] = [];
  const exceptions: DatedException[] = [];
  for (const [date, said] of Object.entries(dates ?? {})) {
    if (said === "closed") closed.push({ date });
    else if (typeof said === "string" || Array.isArray(said))
      exceptions.push({ date, open: hoursOf(said) });
    else if ("closed" in said)
      closed.push(said.because === undefined ? { date } : { date, name: localName(said.because) });
    else {
      const open = hoursOf(said.open);
      exceptions.push(
        said.because === undefined ? { date, open } : { date, open, why: localName(said.because) },
      );
    }
  }
  return { closed, exceptions };
}

function draftOf(reading: Reading, id: string, part: CalendarPart): Draft {
  const { weekly, weeklyKeys } = weeklyOf(reading, part.open, ["calendars", id]);
  const { closed, exceptions } = datesOf(part.dates);
  return {
    source: {
      id,
      zone: part.zone ?? reading.pack.desk.zone,
      weekly,
      statutory: part.closed ?? [],
      closedDates: closed,
      exceptions,
    },
    weeklyKeys,
    closedKeys: closed.map((one) => one.date),
    exceptionKeys: exceptions.map((one) => one.date),
  };
}

/** The place in the pack of a place in the compiled source. */
function writtenAt(draft: Draft, path: CalendarProblem["path"]): Path {
  const [part, item, ...rest] = path;
  const base = ["calendars", draft.source.id];
  if (part === "weekly") return [...base, "open", draft.weeklyKeys[String(item)] ?? "", ...rest];
  if (part === "statutory") return [...base, "closed", ...(item === undefined ? [] : [item])];
  if (part === "closedDates") return [...base, "dates", draft.closedKeys[Number(item)] ?? ""];
  if (part === "exceptions") return [...base, "dates", draft.exceptionKeys[Number(item)] ?? ""];
  return [...base, ...path];
}

function sayProblem(reading: Reading, draft: Draft, problem: CalendarProblem): void {
  const path = writtenAt(draft, problem.path);
  const written = (hours: readonly [string, string]): string =>
    hours.filter((end) => end !== "").join("-");
  switch (problem.code) {
    case "impossible-hours":
      return reading.say("impossible-hours", { path }, { hours: written(problem.hours) });
    case "overlapping-hours":
      return reading.say(
        "overlapping-hours",
        { path },
        { hours: written(problem.hours), with: written(problem.with) },
      );
    case "no-such-date":
      return reading.say("no-such-date", { path, of: "key" }, { date: problem.date });
    case "unknown-zone":
      if (draft.source.zone === reading.pack.desk.zone) return undefined;
      return reading.say("unknown-zone", { path }, { zone: problem.zone });
    default:
      return reading.say(
        "refers-to-nothing",
        { path },
        {
          what: "statutory-table",
          name: problem.table,
          ...meantOf(problem.table, problem.known),
        },
      );
  }
}

/** A mistake of a range of days is one mistake, though it is found on each of its days. */
function oncePerPlace(draft: Draft, problems: readonly CalendarProblem[]): CalendarProblem[] {
  const seen = new Set<string>();
  return problems.filter((problem) => {
    const key = `${problem.code} ${writtenAt(draft, problem.path).slice(0, 4).join("/")}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

/** What the calendars of a pack come to. */
interface ReadCalendars {
  readonly calendars: Record<string, CalendarSource>;
  readonly dayLength: Record<string, Millis>;
  readonly statedWeek: Record<string, string>;
  readonly sources: Record<string, Source>;
  readonly hours: string;
}

function readDay(reading: Reading, id: string, part: CalendarPart): Millis | null {
  const day = figureOf(reading, part.day, ["calendars", id, "day"]);
  if (day === null) return null;
  const read = readLength(day.text);
  if (read?.unit === "hours" && read.calendar === null && read.ms > 0) return read.ms;
  reading.say("unreadable-length", { path: day.path }, { text: day.text });
  return null;
}

/** Compiles the calendars; a zone, hours, days or dates that cannot be are said where they are written. */
export function readCalendars(reading: Reading): ReadCalendars {
  const { desk, calendars: parts = {} } = reading.pack;
  const read: ReadCalendars = {
    calendars: {},
    dayLength: {},
    statedWeek: {},
    sources: {},
    hours: desk.hours ?? Object.keys(parts)[0] ?? "",
  };
  if (Object.keys(parts).length === 0)
    reading.say("missing-key", { path: [] }, { key: "calendars" });
  if (!isKnownZone(desk.zone))
    reading.say("unknown-zone", { path: ["desk", "zone"] }, { zone: desk.zone });
  for (const [id, part] of Object.entries(parts)) {
    const before = reading.problems.length;
    const draft = draftOf(reading, id, part);
    for (const problem of oncePerPlace(draft, checkCalendar(draft.source)))
      sayProblem(reading, draft, problem);
    const everOpen = [
      ...Object.values(draft.source.weekly),
      ...draft.source.exceptions.map((one) => one.open),
    ];
    if (reading.problems.length === before && everOpen.every((hours) => hours.length === 0)) {
      reading.say("calendar-never-open", { path: ["calendars", id], of: "key" }, { calendar: id });
    }
    const day = readDay(reading, id, part);
    if (day !== null) read.dayLength[id] = day;
    const says = figureOf(reading, part.says, ["calendars", id, "says"]);
    if (says !== null) read.statedWeek[id] = says.text;
    read.calendars[id] = draft.source;
    read.sources[id] = sourceOf(reading, part, ["calendars", id]);
  }
  if (desk.hours !== undefined && !Object.hasOwn(parts, desk.hours)) {
    reading.say(
      "refers-to-nothing",
      { path: ["desk", "hours"] },
      { what: "calendar", name: desk.hours, ...meantOf(desk.hours, Object.keys(parts)) },
    );
  }
  return read;
}
