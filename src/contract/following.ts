import { z } from "zod";
import { instant, text } from "./primitives.ts";

/** How a ticket is followed through: where it goes next, who was asked, which steps are done, whom to call. */
export const following = z
  .strictObject({
    /** The level that takes it next by its severity and kind (CC-8, CC-18). */
    nextLevel: z.string().nullable(),
    /** Levels that may be asked for details from the one that has it. */
    asks: z.array(z.string()),
    /** The level that asked for details and has the ticket back with the answer. */
    consultation: z.strictObject({ level: z.string(), at: instant }).nullable(),
    /** Procedures under way or at their end: ordered steps of people (IF-8). */
    procedures: z.array(
      z.strictObject({
        id: z.string(),
        label: text,
        clause: z.array(z.string()),
        steps: z.array(
          z.strictObject({
            label: text,
            who: z.array(z.string()),
            evidence: z.boolean(),
            done: z.strictObject({ at: instant, by: z.string().nullable() }).nullable(),
            /** It is the one that is waited for. */
            next: z.boolean(),
            /** Whose step it is, and how it is done: as a step, or by telling a level or the client. */
            mine: z.boolean(),
            act: z.enum(["do-step", "hand-back", "solve"]),
          }),
        ),
      }),
    ),
    /** How the client is told the solution next, where that goes in turn (CC-11). */
    turn: z
      .strictObject({
        channel: z.enum(["phone", "mail"]),
        due: instant,
        turn: z.int(),
        clause: z.array(z.string()),
        assumed: z.string().optional(),
      })
      .nullable(),
    /** The client of this ticket is told by one way after the other: the solution is stated without a message. */
    inTurn: z.boolean(),
    /** What became of the account that it asks for (CC-1). */
    registration: z.enum(["pending", "accepted", "refused"]).nullable(),
  })
  .meta({ id: "Following" });

export type Following = z.infer<typeof following>;
