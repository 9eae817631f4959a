import { z } from "zod";
import { folio, instant } from "./primitives.ts";
import { progress } from "./ticket.ts";

const suggested = z.strictObject({
  folio,
  subject: z.string(),
  score: z.number(),
  /** In what they are alike. */
  why: z.array(z.enum(["code", "subject", "type"])),
});

/** What a ticket has to do with mass incidents. */
export const incidentOfTicket = z
  .strictObject({
    is: z.enum(["incident", "part", "neither"]),
    incident: z
      .strictObject({
        folio,
        subject: z.string(),
        opened: instant,
        openedBy: z.string(),
        closed: z.boolean(),
        parts: z.int(),
      })
      .nullable(),
    parts: z.array(
      z.strictObject({
        folio,
        subject: z.string(),
        requester: z.string().nullable(),
        language: z.enum(["es", "en"]),
        progress,
        closed: z.boolean(),
        breached: z.boolean(),
      }),
    ),
    /** Open tickets that probably report the same. */
    alike: z.array(suggested),
    /** Open incidents that it is probably part of. */
    near: z.array(suggested),
  })
  .meta({ id: "IncidentOfTicket" });

export type IncidentOfTicket = z.infer<typeof incidentOfTicket>;
