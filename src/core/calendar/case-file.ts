import { z } from "zod";
import { isCivilDate, WEEKDAYS } from "../time/civil.ts";
import type { Span } from "../time/instant.ts";
import { parseInstant } from "../time/iso.ts";
import { checkCalendar } from "./check.ts";
import type { CalendarProblem } from "./check.ts";
import type { CalendarSource } from "./source.ts";

/** The outline of a file of cases; schedules and cases are read one by one, so that a wrong one fails alone. */
export const CaseFile = z.object({
  title: z.string().optional(),
  schedules: z.record(z.string(), z.unknown()),
  cases: z.array(z.unknown()).min(1),
});
export type CaseFile = z.infer<typeof CaseFile>;

const Hours = z.tuple([z.string(), z.string()]);
/** Dates are written with four digits, and a zone's offset may reach into the next year. */
const hasYear = (text: string): boolean => text >= "0002" && text < "9998";

const CivilDate = z
  .string()
  .refine(
    (text) => isCivilDate(text) && hasYear(text),
    "no such date, or not of the years 2 to 9997",
  );

/** An instant with its offset, as epoch milliseconds. */
const Instant = z.string().transform((text, context) => {
  const written = parseInstant(text);
  if (written !== null && hasYear(text)) return written.at;
  const message = `not an instant with an offset, of the years 2 to 9997: ${text}`;
  context.addIssue({ code: "custom", message });
  return z.NEVER;
});

const Schedule = z.strictObject({
  timeZone: z.string(),
  weekly: z.partialRecord(z.enum(WEEKDAYS), z.array(Hours)),
  holidays: z.array(CivilDate).optional(),
  overrides: z.record(CivilDate, z.array(Hours)).optional(),
  breaks: z.record(CivilDate, z.array(Hours)).optional(),
  pauses: z.array(z.tuple([Instant, Instant.nullable()])).optional(),
});

/** A schedule of a file of cases, as a calendar and its pauses. */
export interface ReadSchedule {
  readonly source: CalendarSource;
  readonly pauses: readonly Span[];
}

const problemText = (problem: CalendarProblem): string => {
  const { code, path, ...facts } = problem;
  return `${path.join(".")}: ${code} ${JSON.stringify(facts)}`;
};

/** What zod found, in one line. */
export function issuesOf(error: z.ZodError): string {
  return error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ");
}

/**
 * Reads one schedule; a text says what is wrong with it. In these files a holiday stands above an
 * override of the same date, so that such an override is dropped; overlapping hours are legal.
 */
export function readSchedule(id: string, raw: unknown): ReadSchedule | string {
  const parsed = Schedule.safeParse(raw);
  if (!parsed.success) return issuesOf(parsed.error);
  const { timeZone, weekly, holidays = [], overrides = {}, breaks = {}, pauses = [] } = parsed.data;
  const isHoliday = new Set(holidays);
  const source: CalendarSource = {
    id,
    zone: timeZone,
    weekly: Object.fromEntries(WEEKDAYS.map((day) => [day, weekly[day] ?? []])),
    statutory: [],
    closedDates: holidays.map((date) => ({ date })),
    exceptions: Object.entries(overrides)
      .filter(([date]) => !isHoliday.has(date))
      .map(([date, open]) => ({ date, open })),
    breaks,
  };
  const problems = checkCalendar(source).filter(({ code }) => code !== "overlapping-hours");
  if (problems.length > 0) return problems.map(problemText).join("; ");
  return { source, pauses: pauses.map(([from, to]) => ({ from, to })) };
}

const Amount = z.object({
  at: Instant,
  amountMs: z.int().optional(),
  amount: z.string().optional(),
});
const At = z.object({ at: Instant });
const FromTo = z.object({ from: Instant, to: Instant });

const Refused = z.strictObject({ error: z.string() });
const ExpectedInstant = z.union([
  Refused,
  z
    .strictObject({ at: z.string().optional(), epochMs: z.int().optional() })
    .refine((facts) => Object.keys(facts).length > 0, "neither at nor epochMs"),
]);
const ExpectedDuration = z.strictObject({ duration: z.string().optional(), ms: z.int() });
const ExpectedDate = z.union([Refused, z.strictObject({ date: z.string() })]);
const ExpectedPeriods = z.strictObject({ periods: z.array(z.tuple([z.string(), z.string()])) });

const common = { id: z.union([z.string(), z.number()]), schedule: z.string() };
const zoned = { ...common, schedule: z.string().optional() };

/** One case, by its operation. */
export const Case = z.discriminatedUnion("op", [
  z.object({ ...common, op: z.literal("add"), input: Amount, expected: ExpectedInstant }),
  z.object({ ...common, op: z.literal("subtract"), input: Amount, expected: ExpectedInstant }),
  z.object({ ...common, op: z.literal("nextOpen"), input: At, expected: ExpectedInstant }),
  z.object({ ...common, op: z.literal("prevOpenEnd"), input: At, expected: ExpectedInstant }),
  z.object({ ...common, op: z.literal("diff"), input: FromTo, expected: ExpectedDuration }),
  z.object({
    ...common,
    op: z.literal("isOpen"),
    input: At,
    expected: z.strictObject({ open: z.boolean() }),
  }),
  z.object({ ...common, op: z.literal("periods"), input: FromTo, expected: ExpectedPeriods }),
  z.object({
    ...common,
    op: z.literal("addBusinessDates"),
    input: z.object({ date: CivilDate, days: z.int() }),
    expected: ExpectedDate,
  }),
  z.object({
    ...zoned,
    op: z.literal("wallToInstant"),
    input: z.object({
      wall: z.string().refine(hasYear, "not of the years 2 to 9997"),
      timeZone: z.string(),
    }),
    expected: ExpectedInstant,
  }),
  z.object({
    ...zoned,
    op: z.literal("endOfDay"),
    input: z.object({ date: CivilDate, timeZone: z.string() }),
    expected: ExpectedInstant,
  }),
]);
export type Case = z.infer<typeof Case>;
export type CalendarCase = Exclude<Case, { op: "wallToInstant" | "endOfDay" }>;
export type ZoneCase = Extract<Case, { op: "wallToInstant" | "endOfDay" }>;
