import { z } from "zod";
import { When } from "./condition.ts";
import { Length, Name, Promised, sourceKeys, stated, Words } from "./words.ts";

/** What happened in a ticket's life, as clocks see it. */
const markNames = [
  "received",
  "classified",
  "contacted",
  "told",
  "told.progress",
  "told.solved",
  "asked",
  "client-said",
  "solved",
  "reopened",
  "confirmed",
  "closed",
  "assigned",
  "routed",
  "handed-back",
  "call-attempted",
  "urgency-claimed",
] as const;
const pauseNames = [
  "waiting-for-client",
  "waiting-for-authorisation",
  "waiting-for-third-party",
  "awaiting-confirmation",
  "scheduled",
] as const;

const Mark = z.enum(markNames);
const Marks = z.union([Mark, z.array(Mark).min(1)]);
const Term = z.union([Promised, z.strictObject({ target: Length.optional(), limit: Length })]);
const Share = z.string().regex(/^\d{1,2}(?:\.\d+)?%$/, "like: 75%");
const Warn = z
  .union([Share, Length])
  .meta({ description: "75% of the promise, or a time before it: 1h" });
const Step = z.string().max(80).meta({ description: "1h until 4h, or the last: 2h" });

const Consequence = z.union([
  z.literal("close"),
  z.strictObject({ close: z.literal("silence") }),
  z.strictObject({ open: Name }),
  z.strictObject({ tell: Name }),
]);

/** One promise of the manual. */
export const Clock = z
  .strictObject({
    label: Words.optional(),
    when: When.optional(),
    from: Marks,
    to: Marks,
    on: Name.meta({
      description: "A calendar, or elapsed; the desk's hours unless said",
    }).optional(),
    within: z
      .union([Promised, z.record(z.string(), Term)])
      .meta({ description: "The promise, or one for each severity" })
      .optional(),
    says: stated(
      Length,
      "The manual's own figure, where it leaves open what is counted: 3 days",
    ).optional(),
    every: z
      .union([z.array(Step).min(1), z.record(Name, z.array(Step).min(1))])
      .meta({ description: "A rhythm, or one for each severity" })
      .optional(),
    "kept-by": Mark.optional(),
    rounds: z.enum(["once", "each", "last"]).optional(),
    pauses: z.array(z.enum(pauseNames)).optional(),
    warn: z.union([Warn, z.array(Warn)]).optional(),
    then: z.union([Consequence, z.array(Consequence).min(1)]).optional(),
    against: z.enum(["desk", "client"]).optional(),
    breach: z
      .literal(false)
      .meta({ description: "Its passing is no breach: only `then` follows" })
      .optional(),
    ...sourceKeys,
  })
  .meta({ id: "clock", description: "A promise: from, to, within" });

export const Clocks = z.record(Name, Clock);
export type ClockPart = z.infer<typeof Clock>;

/** A worked example of the manual, executed when the pack is checked. */
export const Examples = z.array(
  z.strictObject({
    clock: Name,
    severity: Name.optional(),
    filed: z
      .string()
      .meta({ description: "Local time at which the clock starts: 2026-11-20 17:00" }),
    limit: z.string(),
    target: z.string().optional(),
    because: Words.optional(),
    ...sourceKeys,
  }),
);
