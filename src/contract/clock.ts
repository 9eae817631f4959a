import { z } from "zod";
import { clockStatuses } from "../core/clock/clock.ts";
import { instant, text } from "./primitives.ts";

export const clockStatus = z.enum(clockStatuses);

/** A promise of a ticket as it stands: its deadlines, what was used, whether it was kept. */
export const promise = z
  .strictObject({
    clock: z.string(),
    label: text,
    clause: z.array(z.string()),
    round: z.int(),
    status: clockStatus,
    against: z.enum(["desk", "client"]),
    from: instant.nullable(),
    target: instant.nullable(),
    limit: instant.nullable(),
    /** The date that the client was told, where an exception of a calendar has moved the limit since. */
    promised: instant.nullable(),
    stopped: instant.nullable(),
    /** Milliseconds counted so far, in the clock's own time. */
    used: z.int(),
    breach: z.strictObject({ at: instant, how: z.enum(["late", "reclassified"]) }).nullable(),
    provisional: z.boolean(),
  })
  .meta({ id: "Promise" });

/** A deadline with the stretches that make it; `words` is the same in the reader's language. */
export const explanation = z
  .strictObject({
    clock: z.string(),
    round: z.int(),
    clause: z.array(z.string()),
    assumed: z.string().nullable(),
    policy: z.int().nullable(),
    calendar: z.string().nullable(),
    severity: z.string(),
    from: instant,
    target: instant.nullable(),
    limit: instant.nullable(),
    promised: instant.nullable(),
    status: clockStatus,
    segments: z.array(
      z.strictObject({
        from: instant,
        to: instant,
        counted: z.boolean(),
        why: z.string(),
        facts: z.record(z.string(), z.union([z.string(), z.number()])),
        severity: z.string(),
        used: z.number(),
        total: z.number(),
      }),
    ),
    words: z.array(z.string()),
  })
  .meta({ id: "Explanation" });

export type PromiseReading = z.infer<typeof promise>;
export type ExplanationReading = z.infer<typeof explanation>;
