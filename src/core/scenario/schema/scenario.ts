import { z } from "zod";
import { Given } from "./given.ts";
import { Then } from "./then.ts";
import { Moment, Word } from "./value.ts";

/** A step's own keys; every other key is a sentence: who does what ("client files soporte"). */
export const stepKeys = {
  at: Moment.meta({ description: "When; the time of the step before, where left out" }).optional(),
  ticket: Word.meta({ description: "Which ticket; the last one, where left out" }).optional(),
  by: Word.meta({ description: "The channel that it comes by" }).optional(),
  portal: Word.meta({ description: "The portal from which a form was opened" }).optional(),
  tries: z.int().min(0).meta({ description: "How often the subject was sent back" }).optional(),
  cites: Word.meta({ description: "The closed ticket that a new one cites" }).optional(),
  claiming: Word.meta({
    description: "The ground of urgency that is claimed on filing",
  }).optional(),
  present: z
    .boolean()
    .meta({ description: "Whether the requester says that they are there" })
    .optional(),
  "same-problem": z
    .literal("denied")
    .meta({ description: "The requester was shown the open ones and says it is another case" })
    .optional(),
  happened: Moment.meta({
    description: "When it happened, where it is told afterwards",
  }).optional(),
  language: z.enum(["es", "en"]).optional(),
  then: Then.optional(),
};

const Step = z
  .object(stepKeys)
  .catchall(z.unknown().meta({ description: "<who> <does> [what]: what it says" }))
  .meta({ id: "step", description: "At this instant, this happens; then this is true" });

/** A scenario: days in the life of a desk. */
export const ScenarioFile = z
  .strictObject({
    name: z.string().trim().min(1).max(160),
    clauses: z.array(Word).min(1).meta({ description: "The clauses that it would fail without" }),
    given: Given.optional(),
    days: z.array(Step).min(1),
  })
  .meta({ id: "scenario", title: "Plazo scenario", description: "Days in the life of a desk" });

export type ScenarioSource = z.infer<typeof ScenarioFile>;
