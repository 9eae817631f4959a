import { z } from "zod";
import { cursor, folio, instant, text } from "./primitives.ts";

const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);

/** A dated exception of a calendar: these hours replace that date's; none: closed. */
export const calendarException = z
  .strictObject({
    calendar: z.string().max(60),
    date: z.iso.date(),
    open: z.array(z.tuple([wallTime, wallTime])).max(8),
    /** That a stretch which ends before it begins is meant, and goes on past midnight. */
    overnight: z.boolean().exactOptional(),
    why: z.string().trim().min(1).max(200),
  })
  .meta({ id: "CalendarException" });

export const exceptionPublished = z
  .strictObject({ published: instant, exception: z.int() })
  .meta({ id: "ExceptionPublished" });

/** An exception that would be published; `after`: where an earlier preview said to go on. */
export const exceptionWished = z
  .strictObject({ ...calendarException.shape, after: z.int().min(0).default(0) })
  .meta({ id: "ExceptionWished" });

/** The limits of open tickets that an exception would move, of those that were looked at. */
export const exceptionPreview = z
  .strictObject({
    moved: z.array(
      z.strictObject({
        folio,
        subject: z.string(),
        clock: z.string(),
        label: text,
        before: instant,
        after: instant,
      }),
    ),
    looked: z.int(),
    next: z.int().nullable(),
  })
  .meta({ id: "ExceptionPreview" });

/** The desk's calendars with their weekly hours in words, and what was published of them, the newest first. */
export const calendarExceptions = z
  .strictObject({
    calendars: z.array(z.strictObject({ id: z.string(), zone: z.string(), hours: text })),
    exceptions: z.array(
      z.strictObject({
        number: z.int(),
        calendar: z.string(),
        date: z.iso.date(),
        open: z.array(z.tuple([z.string(), z.string()])),
        why: text.nullable(),
        published: instant,
        author: z.string(),
      }),
    ),
    /** The number to go on before; null: those were all. */
    next: cursor.nullable(),
  })
  .meta({ id: "CalendarExceptions" });

export type CalendarException = z.infer<typeof calendarException>;
export type ExceptionPreview = z.infer<typeof exceptionPreview>;
export type CalendarExceptions = z.infer<typeof calendarExceptions>;
export type ExceptionPublished = z.infer<typeof exceptionPublished>;
