import { z } from "zod";
import { alsoRoles, role } from "./desk.ts";
import { instant } from "./primitives.ts";

/** What somebody is to be at the desk. */
export const place = z
  .strictObject({
    role,
    also: alsoRoles,
    level: z.string().max(60).nullable(),
    /** The company that they belong to, of the desk's third parties; none: the desk's own. */
    party: z.string().max(60).nullable(),
  })
  .meta({ id: "Place" });

/** Somebody of the desk, as they now stand there. */
export const placed = place.extend({ id: z.string(), name: z.string() }).meta({ id: "Placed" });

/** Somebody who was removed: the open tickets that were theirs, to be given to others. */
export const dismissed = z.strictObject({ tickets: z.array(z.string()) }).meta({ id: "Dismissed" });

export const sessionsEnded = z.strictObject({ ended: z.int() }).meta({ id: "SessionsEnded" });
export const secondFactorReset = z
  .strictObject({ reset: z.literal(true) })
  .meta({ id: "SecondFactorReset" });

/** Of whom the desk asks a second proof. */
export const secondFactorAsked = z
  .strictObject({ of: z.enum(["roles", "everybody"]) })
  .meta({ id: "SecondFactorAsked" });

/** What was changed about the desk's people, the newest first. */
export const staffHistory = z
  .strictObject({
    changes: z.array(
      z.strictObject({
        at: instant,
        by: z.string(),
        act: z.enum([
          "invited",
          "changed",
          "removed",
          "sessions-ended",
          "second-factor-reset",
          "second-factor-asked",
        ]),
        subject: z.string(),
        before: z.record(z.string(), z.unknown()).nullable(),
        after: z.record(z.string(), z.unknown()).nullable(),
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: "StaffHistory" });

export type Place = z.infer<typeof place>;
export type Placed = z.infer<typeof placed>;
export type StaffHistory = z.infer<typeof staffHistory>;
