import { z } from "zod";
import { folio, instant } from "./primitives.ts";

/** The next ticket is asked for; the one that was given is passed over where a reason is said. */
export const guardAsked = z
  .strictObject({
    skip: z.strictObject({ folio, reason: z.string().trim().min(1).max(300) }).exactOptional(),
  })
  .meta({ id: "GuardAsked" });

/** The ticket that one has on guard, and until when it is nobody else's; null: nothing is due that nobody is at. */
export const guardTurn = z
  .strictObject({
    turn: z.strictObject({ folio, taken: instant, until: instant }).nullable(),
    now: instant,
  })
  .meta({ id: "GuardTurn" });

export type GuardTurn = z.infer<typeof guardTurn>;
