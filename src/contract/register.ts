import { z } from "zod";
import { instant } from "./primitives.ts";

/** Who owns a portal, and until when their support is paid (`null`: without end). */
export const portalOwner = z
  .strictObject({
    portal: z.string().trim().min(1).max(200),
    organisation: z.string().trim().min(1).max(200),
    rfc: z.string().trim().max(13).nullable(),
    plan: z.string().trim().max(60).nullable(),
    paidUntil: instant.nullable(),
  })
  .meta({ id: "PortalOwner" });

export const portalOwners = z
  .strictObject({ portals: z.array(portalOwner) })
  .meta({ id: "PortalOwners" });

/** What writing a portal's owner did: the held tickets that were admitted. */
export const portalWritten = z
  .strictObject({ admitted: z.array(z.string()) })
  .meta({ id: "PortalWritten" });

const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);

/** A dated exception of a calendar: these hours replace that date's; none: closed. */
export const calendarException = z
  .strictObject({
    calendar: z.string().max(60),
    date: z.iso.date(),
    open: z.array(z.tuple([wallTime, wallTime])).max(8),
    why: z.string().trim().min(1).max(200),
  })
  .meta({ id: "CalendarException" });

export const exceptionPublished = z
  .strictObject({ published: instant })
  .meta({ id: "ExceptionPublished" });
