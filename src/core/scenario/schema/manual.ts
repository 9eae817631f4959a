import { z } from "zod";
import { Clauses, Moment, Several, Word } from "./value.ts";

const Hours = z.strictObject({
  open: z.union([Moment, z.array(Moment).min(1)]).optional(),
  closed: z.union([Moment, z.array(Moment).min(1)]).optional(),
  clause: Clauses.optional(),
});

const FormThen = z.strictObject({
  on: z.array(Word).min(1).meta({ description: "All channels that it is for" }).optional(),
  hears: z
    .array(Word)
    .min(1)
    .meta({ description: "All that it demands of who files: roles, registered-address, code" })
    .optional(),
  printable: z.boolean().meta({ description: "Whether it is offered on paper too" }).optional(),
  title: Word.optional(),
  after: Word.meta({ description: "Words of the page after sending" }).optional(),
  options: z
    .record(Word, z.array(Word).min(1))
    .meta({ description: "All options of a choice, in their order, as people read them" })
    .optional(),
  accepts: z
    .record(Word, Several)
    .meta({ description: "Kinds of file that a field takes" })
    .optional(),
  helps: z.record(Word, Word).meta({ description: "Words of a field's help" }).optional(),
  clause: Clauses.optional(),
});

const SeverityThen = z.strictObject({
  means: Word.optional(),
  examples: Several.optional(),
  clause: Clauses.optional(),
});

const ChannelThen = z.strictObject({
  at: Word.optional(),
  during: Word.optional(),
  clause: Clauses.optional(),
});

const LevelThen = z.strictObject({
  takes: z.array(Word).min(1).meta({ description: "All severities that it takes" }).optional(),
  tells: Word.optional(),
  asks: Several.optional(),
  through: Several.optional(),
  "may-tell": Several.meta({ description: "What it may tell the client" }).optional(),
  clause: Clauses.optional(),
});

const GroundThen = z.strictObject({
  means: Word.optional(),
  advice: Word.optional(),
  clause: Clauses.optional(),
});

const Figures = z.strictObject({ week: Word.optional(), day: Word.optional() });

const Named = z.record(Word, Word);

/** What the published manual must say; it is the same at every instant. */
export const ManualThen = z
  .strictObject({
    glossary: z.union([z.array(Word).min(1), Named]).optional(),
    "call-list": z.array(Word).min(1).optional(),
    "out-of-scope": Named.optional(),
    articles: z.array(Word).min(1).optional(),
    notes: Several.optional(),
    terms: Named.optional(),
    hours: z.record(Word, Hours).optional(),
    forms: z.record(Word, FormThen).optional(),
    "severity-order": z.array(Word).min(1).optional(),
    severities: z.record(Word, SeverityThen).optional(),
    channels: z.record(Word, ChannelThen).optional(),
    levels: z.record(Word, LevelThen).optional(),
    grounds: z.record(Word, GroundThen).optional(),
    support: z
      .record(Word, Several)
      .meta({ description: "Channels of a kind of support" })
      .optional(),
    figures: z
      .record(Word, Figures)
      .meta({ description: "What the manual says of a calendar in figures" })
      .optional(),
    "third-parties": z
      .record(Word, z.strictObject({ sees: Word.optional(), clause: Clauses.optional() }))
      .meta({ description: "Other companies whose people attend, and which tickets those see" })
      .optional(),
    states: z.array(Word).min(1).optional(),
    expired: Word.meta({ description: "Words for a client without support" }).optional(),
    clauses: Several.meta({ description: "Clauses that the manual quotes somewhere" }).optional(),
  })
  .meta({ id: "manual-then", description: "What the published manual must say" });

export type ManualSource = z.infer<typeof ManualThen>;
