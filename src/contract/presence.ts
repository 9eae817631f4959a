import { z } from "zod";
import { folio, instant } from "./primitives.ts";

/** What a screen of the reader's shows now: said at once where it changes, and again every ten seconds. */
export const showing = z
  .strictObject({
    screen: z.uuid().meta({ description: "A name that the screen chose for itself" }),
    folio: folio.nullable().meta({ description: "null: no ticket any more" }),
    writing: z.boolean().meta({ description: "Whether an answer is being written there" }),
  })
  .meta({ id: "Showing" });

/** Somebody of the desk who has a ticket open. */
export const viewer = z
  .strictObject({ id: z.string(), name: z.string(), writing: z.boolean(), since: instant })
  .meta({ id: "Viewer" });

/** Who has a ticket open now, by its folio; a ticket that nobody looks at is not named. */
export const presence = z
  .strictObject({ tickets: z.record(z.string(), z.array(viewer)) })
  .meta({ id: "Presence" });

export type Showing = z.infer<typeof showing>;
export type Viewer = z.infer<typeof viewer>;
export type Presence = z.infer<typeof presence>;
