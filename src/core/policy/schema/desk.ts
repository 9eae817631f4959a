import { z } from "zod";
import { Length, Name, sourceKeys, stated, Words } from "./words.ts";

/** Who the desk is. */
export const Desk = z
  .strictObject({
    id: Name.meta({ description: "Its place in addresses: /d/<id>/" }),
    name: Words,
    organisation: Words.optional(),
    zone: z.string().meta({ description: "IANA zone: America/Mexico_City" }),
    folio: z
      .string()
      .min(1)
      .max(30)
      .meta({ description: "Pattern of the ticket's number, with {n}: HD-{n}" })
      .optional(),
    portal: z
      .string()
      .max(300)
      .meta({
        description: "Address of the supported product, with {portal} for each client's own",
      })
      .optional(),
    hours: Name.meta({
      description: "The calendar the desk answers in; the first one unless said",
    }).optional(),
    about: Words.optional(),
  })
  .meta({ description: "Who the desk is" });

const Interval = z
  .string()
  .max(20)
  .meta({ description: "09:00-18:00 (24:00 is a legal end; 22:00-06:00 crosses midnight)" });
/** Opening hours of a day; an empty list is a closed day. */
export const Hours = z.union([Interval, z.array(Interval)]);

const DateHours = z.union([
  z.literal("closed"),
  Hours,
  z.strictObject({ closed: z.literal(true), because: Words.optional() }),
  z.strictObject({ open: Hours, because: Words.optional() }),
]);

/** One calendar: weekly hours, statutory holidays, and the desk's own dates. */
export const Calendar = z
  .strictObject({
    open: z.union([Hours, z.record(z.string(), Hours)]).meta({
      description:
        'Hours by day or range of days: { mon-fri: "09:00-18:00" }; hours alone are Monday to Friday\'s',
    }),
    closed: z
      .array(Name)
      .meta({ description: "Tables of statutory holidays: mx-lft, ve-lottt" })
      .optional(),
    dates: z
      .record(z.string(), DateHours)
      .meta({
        description: 'The desk\'s own dates: { "2026-12-24": "09:00-13:00", "2026-12-26": closed }',
      })
      .optional(),
    day: stated(Length, 'What "one day" stands for: 8h').optional(),
    says: stated(
      z.string().regex(/^[1-7]x\d{1,2}(?:\.\d+)?$/, "like: 5x8"),
      "The figure that the manual gives for these hours: 5x8",
    ).optional(),
    zone: z.string().meta({ description: "IANA zone; the desk's unless said" }).optional(),
    ...sourceKeys,
  })
  .meta({ id: "calendar", description: "Opening hours" });

export const Calendars = z.record(Name, Calendar);
export type CalendarPart = z.infer<typeof Calendar>;
