import { z } from "zod";
import { clockStatuses } from "../../clock/clock.ts";
import { Clauses, Moment, Several, Word } from "./value.ts";
import { ManualThen } from "./manual.ts";

const Moments = z.record(Word, z.union([Moment, z.array(Moment).min(1)]));
const NoneOrMoments = z.union([z.literal("none"), Moments]);

const Told = z
  .strictObject({
    moment: Word.optional(),
    message: Word.optional(),
    by: Several.optional(),
    to: z.enum(["client", "staff"]).optional(),
    says: Several.meta({
      description: "folio, severity, deadline, history, cause, remedy, state, level",
    }).optional(),
    words: Several.meta({ description: "Words that stand in the message" }).optional(),
    clock: Word.optional(),
    at: Moment.optional(),
    clause: Clauses.optional(),
  })
  .meta({ id: "told" });

const Refused = z
  .strictObject({ code: Word, field: Word.optional(), clause: Clauses.optional() })
  .meta({ id: "refused" });

const Asked = z
  .strictObject({
    form: Word,
    with: z.record(Word, Word).meta({ description: "Answers given so far" }).optional(),
    required: z.array(Word).optional(),
    optional: z.array(Word).optional(),
    hidden: z.array(Word).optional(),
  })
  .meta({ id: "asked" });

const Tracker = z
  .strictObject({
    lists: z.array(Word).min(1).meta({ description: "All columns, in their order" }).optional(),
    row: z.record(Word, Word).meta({ description: "What it says of the ticket" }).optional(),
    digest: Moment.meta({ description: "When the next digest leaves" }).optional(),
    since: Moment.meta({ description: "What changed after this" }).optional(),
    added: z.union([z.literal("none"), z.array(Word).min(1)]).optional(),
    updated: z.union([z.literal("none"), z.record(Word, Several)]).optional(),
    clause: Clauses.optional(),
  })
  .meta({ id: "tracker-then", description: "The list that people follow" });

const May = z.record(Word, Several);

/** What must be true just after a step. */
export const Then = z
  .strictObject({
    folio: Word.optional(),
    severity: Word.optional(),
    provisional: z.boolean().optional(),
    state: Word.optional(),
    progress: Word.optional(),
    level: Word.optional(),
    awaiting: Word.optional(),
    present: z.union([z.boolean(), z.literal("unknown")]).optional(),
    assigned: Word.optional(),
    subject: Word.optional(),
    kind: Word.optional(),
    held: Word.optional(),
    lacks: z.union([z.literal("nothing"), z.array(Word).min(1)]).optional(),
    charge: z
      .union([
        z.literal("none"),
        z.strictObject({
          minutes: z.int().optional(),
          amount: Word.optional(),
          accepted: z.boolean().optional(),
        }),
      ])
      .optional(),
    closed: Word.optional(),
    due: z.record(Word, z.union([Moment, z.literal("none")])).optional(),
    target: z.record(Word, z.union([Moment, z.literal("none")])).optional(),
    clocks: z.record(Word, z.enum(clockStatuses)).optional(),
    on: z
      .record(Word, Word)
      .meta({ description: "The calendar that a clock counts, or elapsed" })
      .optional(),
    keeps: z.record(Word, Clauses).meta({ description: "Clauses that a clock keeps" }).optional(),
    breached: NoneOrMoments.optional(),
    warned: NoneOrMoments.optional(),
    passed: NoneOrMoments.optional(),
    wakes: z.union([Moment, z.literal("never")]).optional(),
    told: z.union([z.literal("nothing"), z.array(Told).min(1), z.record(Word, Word)]).optional(),
    "not-told": z.union([Several, Told, z.array(Told).min(1)]).optional(),
    refused: z.union([Word, Refused, z.array(Refused).min(1)]).optional(),
    channels: z
      .strictObject({ open: Several.optional(), closed: z.record(Word, Clauses).optional() })
      .optional(),
    may: May.optional(),
    "may-not": May.optional(),
    asks: z.union([Asked, z.array(Asked).min(1)]).optional(),
    flags: z.union([z.literal("none"), z.array(Word).min(1)]).optional(),
    history: z.array(Word).min(1).optional(),
    record: z.array(Word).min(1).optional(),
    links: z.record(Word, Word).optional(),
    tracker: Tracker.optional(),
    manual: ManualThen.optional(),
  })
  .meta({ id: "then", description: "What must be true then" });

export type ThenSource = z.infer<typeof Then>;
export type ToldSource = z.infer<typeof Told>;
export type RefusedSource = z.infer<typeof Refused>;
export type AskedSource = z.infer<typeof Asked>;
