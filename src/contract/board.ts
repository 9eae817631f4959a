import { z } from "zod";
import { figureIds } from "../core/figures/figure.ts";
import { partNames } from "../core/figures/mark.ts";
import { turns } from "../core/figures/measure.ts";
import { scores } from "../core/figures/satisfaction.ts";
import { isCivilDate } from "../core/time/civil.ts";
import { cursor, instant, text } from "./primitives.ts";

const count = z.int().min(0);

/** A civil date of the desk. */
const date = z.string().refine(isCivilDate, { message: "YYYY-MM-DD" }).meta({ format: "date" });

/** One that somebody asks for: with room for two years before it and a week after it, which must be dates as well. */
const askedDate = date.refine((one) => one >= "1970" && one < "9999", {
  message: "1970 to 9998",
});

const amount = z.discriminatedUnion("unit", [
  z.strictObject({ unit: z.literal("hours"), ms: z.number(), calendar: z.string() }),
  z.strictObject({
    unit: z.literal("dates"),
    n: z.number(),
    calendar: z.string(),
    ends: z.enum(["same-wall-time", "at-closing"]),
  }),
  z.strictObject({ unit: z.literal("elapsed"), ms: z.number() }),
]);

const named = { id: z.string(), label: text };
const period = z.strictObject({ from: date, to: date, weeks: z.int() });
const counts = { kept: count, missed: count };

/** Of few the values themselves, else three percentiles; minutes of service. */
const spread = z.union([
  z.strictObject({ n: count, values: z.array(count) }),
  z.strictObject({ n: count, p50: count, p90: count, p95: count }),
]);

const reopened = { solved: count, reopened: count };
const satisfied = { asked: count, good: count, bad: count };

/** Every figure of a desk, for a period and for now. */
export const board = z
  .strictObject({
    desk: z.strictObject(named),
    zone: z.string(),
    now: instant,
    measuredUpTo: instant.nullable(),
    period,
    before: period,
    filter: z.strictObject({ severity: z.string().nullable(), level: z.string().nullable() }),
    clocks: z.array(
      z.strictObject({
        ...named,
        within: z.record(z.string(), z.strictObject({ target: amount.optional(), limit: amount })),
      }),
    ),
    contactClock: z.string().nullable(),
    severities: z.array(z.strictObject(named)),
    levels: z.array(z.strictObject(named)),
    atRisk: z.strictObject({ late: count, soon: count, today: count, unassigned: count }),
    forecast: z.union([
      z.strictObject({ due: count, days: count, known: z.literal(false) }),
      z.strictObject({
        due: count,
        days: count,
        known: z.literal(true),
        low: count,
        likely: count,
        high: count,
      }),
    ]),
    compliance: z.strictObject({
      cells: z.array(
        z.strictObject({
          clock: z.string(),
          severity: z.string(),
          level: z.string(),
          week: date,
          ...counts,
        }),
      ),
      before: z.strictObject(counts),
    }),
    contact: z.strictObject({
      all: spread,
      before: spread,
      bySeverity: z.array(z.strictObject({ severity: z.string(), spread })),
    }),
    ages: z.array(z.strictObject({ turn: z.enum(turns), age: count, n: count })),
    arrivals: z.strictObject({
      cells: z.array(z.strictObject({ weekday: count, hour: count, n: count })),
      before: count,
    }),
    levelTimes: z.array(z.strictObject({ level: z.string(), spread })),
    reopened: z.strictObject({ ...reopened, before: z.strictObject(reopened) }),
    satisfaction: z.strictObject({
      ...satisfied,
      on: z.boolean(),
      before: z.strictObject(satisfied),
    }),
  })
  .meta({ id: "Board" });

/** What of a board stands for now. */
export const boardNow = board
  .pick({ now: true, atRisk: true, forecast: true })
  .meta({ id: "BoardNow" });

/** Which board: so many weeks, up to that of a date; narrowed to a severity or a level. */
export const boardQuery = z.object({
  weeks: z.coerce.number().int().min(1).max(52).default(4),
  until: askedDate.optional(),
  severity: z.string().max(80).optional(),
  level: z.string().max(80).optional(),
});

const small = z.coerce.number().int().min(0).max(60).optional();

/** Which mark of a board. */
export const markQuery = boardQuery.extend({
  figure: z.enum(figureIds),
  part: z.enum(partNames).default("all"),
  clock: z.string().max(80).optional(),
  week: askedDate.optional(),
  age: small,
  turn: z.enum(turns).optional(),
  weekday: small,
  hour: small,
});

/** Whether the reader gets the week's figures by mail. */
export const boardMail = z
  .strictObject({ wanted: z.boolean(), next: instant.nullable() })
  .meta({ id: "BoardMail" });

export const setBoardMail = z
  .strictObject({ wanted: z.boolean(), language: z.enum(["es", "en"]) })
  .meta({ id: "SetBoardMail" });

/** Whether clients are asked if they are content. */
export const satisfactionSetting = z
  .strictObject({
    on: z.boolean(),
    since: instant.nullable(),
    changed: instant.nullable(),
    changedBy: z.string().nullable(),
  })
  .meta({ id: "SatisfactionSetting" });

export const setSatisfaction = z.strictObject({ on: z.boolean() }).meta({ id: "SetSatisfaction" });

/** What was answered about one solution. */
const satisfactionAnswer = z
  .strictObject({
    solution: instant,
    asked: instant,
    score: z.enum(scores).nullable(),
    words: z.string().nullable(),
    answered: instant.nullable(),
    changed: instant.nullable(),
    seen: instant.nullable(),
    seenBy: z.string().nullable(),
  })
  .meta({ id: "SatisfactionAnswer" });

export const satisfactionOfTicket = z
  .strictObject({ answers: z.array(satisfactionAnswer) })
  .meta({ id: "SatisfactionOfTicket" });

export const badAnswers = z
  .strictObject({
    answers: z.array(
      z.strictObject({ folio: z.string(), subject: z.string(), answer: satisfactionAnswer }),
    ),
    next: cursor.nullable(),
  })
  .meta({ id: "BadAnswers" });

export type BoardView = z.infer<typeof board>;
export type BoardNowView = z.infer<typeof boardNow>;
export type BoardMail = z.infer<typeof boardMail>;
export type SatisfactionSettingView = z.infer<typeof satisfactionSetting>;
export type SatisfactionAnswerView = z.infer<typeof satisfactionAnswer>;
export type BadAnswersView = z.infer<typeof badAnswers>;
