import { z } from "zod";

/** A UTC instant in milliseconds of the epoch, within the years 1 to 9999: what calendars and the database hold. */
export const instant = z
  .int()
  .min(-62_135_596_800_000)
  .max(253_402_300_799_999)
  .meta({ id: "Instant", description: "UTC instant, milliseconds of the epoch" });

/** Words in Spanish, and in English where the desk has them. */
export const text = z
  .strictObject({ es: z.string(), en: z.string().optional() })
  .meta({ id: "Text" });

/** An opaque place in a list; the next page starts after it. */
export const cursor = z.string().max(600).meta({ id: "Cursor" });

/** A desk's id, as in its addresses. */
export const deskId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/)
  .meta({ id: "DeskId" });

/** A ticket's folio, as printed. */
export const folio = z.string().min(1).max(40).meta({ id: "Folio" });

/** The words of a message that a person writes. */
export const messageText = z.string().trim().min(1).max(50_000);

/** What another system calls a ticket. */
export const externalReference = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .meta({ id: "ExternalReference", description: "What another system calls the request" });
