import { civilDate, dayNumber } from "../time/civil.ts";
import { formatIsoDuration, parseDuration } from "../time/duration.ts";
import { DAY } from "../time/instant.ts";
import type { Instant, Millis } from "../time/instant.ts";
import { formatInstant, parseInstant, parseWall } from "../time/iso.ts";
import {
  addOpen,
  isOpen,
  nextOpen,
  openBetween,
  openPeriods,
  previousOpenEnd,
  subtractOpen,
} from "./arithmetic.ts";
import type { NoOpenTime } from "./arithmetic.ts";
import { calendarOf, roughYear, zoneFor } from "./calendar.ts";
import type { Calendar } from "./calendar.ts";
import { Case, issuesOf, readSchedule } from "./case-file.ts";
import type { CalendarCase, CaseFile, ReadSchedule, ZoneCase } from "./case-file.ts";
import { addDates, instantOn } from "./dates.ts";
import { isKnownZone, offsetAt } from "./zone.ts";

/** The outcome of one case. `problem` says why a case could not be run; without it `expected` and `got` are what to compare. */
export interface CaseResult {
  readonly id: string;
  readonly op: string;
  readonly passed: boolean;
  readonly expected: unknown;
  readonly got: unknown;
  readonly problem?: string;
}

interface Prepared {
  readonly calendar: Calendar;
  readonly schedule: ReadSchedule;
}

function printed(calendar: Calendar, at: Instant): string {
  const year = roughYear(at);
  return formatInstant(at, offsetAt(zoneFor(calendar, year, year), at));
}

/** An instant as these files print it, whatever way ("Z", ".000", no seconds) it was written. */
function sameForm(text: string): string {
  const written = parseInstant(text);
  return written === null ? text : formatInstant(written.at, written.offset);
}

function instantAnswer(calendar: Calendar, answer: Instant | NoOpenTime): object {
  if (typeof answer !== "number") return { error: "NO_OPEN_TIME" };
  return { at: printed(calendar, answer), epochMs: answer };
}

function amountOf(input: {
  amount?: string | undefined;
  amountMs?: number | undefined;
}): Millis | string {
  if (input.amountMs !== undefined) return input.amountMs;
  if (input.amount === undefined) return "input: neither amount nor amountMs";
  const amount = parseDuration(input.amount);
  return typeof amount === "number" ? amount : `input.amount: not a duration: ${amount.text}`;
}

function durationAnswer(ms: Millis): object {
  return { duration: formatIsoDuration(ms), ms };
}

/** The answer of one case on its calendar; a text when the case cannot be run. */
function answerOf({ calendar, schedule }: Prepared, item: CalendarCase): object | string {
  const { pauses } = schedule;
  switch (item.op) {
    case "add":
    case "subtract": {
      const amount = amountOf(item.input);
      if (typeof amount === "string") return amount;
      const act = item.op === "add" ? addOpen : subtractOpen;
      return instantAnswer(calendar, act(calendar, item.input.at, amount, pauses));
    }
    case "nextOpen":
      return instantAnswer(calendar, nextOpen(calendar, item.input.at, pauses));
    case "prevOpenEnd":
      return instantAnswer(calendar, previousOpenEnd(calendar, item.input.at, pauses));
    case "diff":
      return durationAnswer(openBetween(calendar, item.input.from, item.input.to, pauses));
    case "isOpen":
      return { open: isOpen(calendar, item.input.at, pauses) };
    case "periods": {
      const periods = openPeriods(calendar, item.input.from, item.input.to, pauses);
      return { periods: periods.map((p) => [printed(calendar, p.from), printed(calendar, p.to)]) };
    }
    case "addBusinessDates": {
      const date = addDates(calendar, item.input.date, item.input.days);
      return typeof date === "string" ? { date } : { error: "NO_OPEN_TIME" };
    }
  }
}

function zoneAnswer(item: ZoneCase): object | string {
  const { timeZone } = item.input;
  if (!isKnownZone(timeZone)) return `input.timeZone: unknown zone ${timeZone}`;
  const empty = { weekly: {}, statutory: [], closedDates: [], exceptions: [] };
  const clocks = calendarOf({ id: timeZone, zone: timeZone, ...empty });
  if (item.op === "endOfDay") {
    return instantAnswer(clocks, instantOn(clocks, civilDate(dayNumber(item.input.date)), DAY));
  }
  const wall = parseWall(item.input.wall);
  if (wall === null) return `input.wall: not a wall time: ${item.input.wall}`;
  return instantAnswer(clocks, instantOn(clocks, civilDate(wall.day), wall.millis));
}

/** Expected facts in the form in which answers are given, so that they can be compared as text. */
function normalised(key: string, value: unknown): unknown {
  if (key === "at" && typeof value === "string") return sameForm(value);
  if (key === "periods" && Array.isArray(value)) {
    return value.map((pair: string[]) => pair.map(sameForm));
  }
  if (key === "duration" && typeof value === "string") {
    const ms = parseDuration(value);
    return typeof ms === "number" ? formatIsoDuration(ms) : value;
  }
  return value;
}

function agrees(expected: object, got: object): boolean {
  const facts = Object.entries(expected).filter(([, value]) => value !== undefined);
  const answer = new Map<string, unknown>(Object.entries(got));
  return facts.every(
    ([key, value]) => JSON.stringify(normalised(key, value)) === JSON.stringify(answer.get(key)),
  );
}

function failed(raw: unknown, place: number, problem: string): CaseResult {
  const facts = new Map<string, unknown>(
    typeof raw === "object" && raw !== null ? Object.entries(raw) : [],
  );
  const id = facts.get("id");
  const op = facts.get("op");
  return {
    id: typeof id === "string" || typeof id === "number" ? String(id) : `#${place + 1}`,
    op: typeof op === "string" ? op : "?",
    passed: false,
    expected: facts.get("expected") ?? null,
    got: null,
    problem,
  };
}

/** The file's schedules, each compiled when a case first asks for it. */
function scheduleReader(file: CaseFile): (id: string) => Prepared | string {
  const read = new Map<string, Prepared | string>();
  return (id) => {
    const known = read.get(id);
    if (known !== undefined) return known;
    if (!Object.hasOwn(file.schedules, id)) return `schedule: there is no schedule ${id}`;
    const schedule = readSchedule(id, file.schedules[id]);
    const prepared =
      typeof schedule === "string"
        ? `schedule ${id}: ${schedule}`
        : { schedule, calendar: calendarOf(schedule.source) };
    read.set(id, prepared);
    return prepared;
  };
}

/**
 * Runs every case of a file, in order. An unknown operation, a malformed case and a case on a
 * wrong schedule are failed cases that say so.
 */
export function runCases(file: CaseFile): CaseResult[] {
  const scheduleOf = scheduleReader(file);
  return file.cases.map((raw, place) => {
    const parsed = Case.safeParse(raw);
    if (!parsed.success) return failed(raw, place, issuesOf(parsed.error));
    const item = parsed.data;
    let got: object | string;
    if (item.op === "wallToInstant" || item.op === "endOfDay") got = zoneAnswer(item);
    else {
      const prepared = scheduleOf(item.schedule);
      got = typeof prepared === "string" ? prepared : answerOf(prepared, item);
    }
    if (typeof got === "string") return failed(raw, place, got);
    const { id, op, expected } = item;
    return { id: String(id), op, passed: agrees(expected, got), expected, got };
  });
}
