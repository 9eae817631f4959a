import { z } from "zod";

/** A name given by the pack: lower case, digits and hyphens. */
export const Name = z
  .string()
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/)
  .max(60)
  .meta({ description: "A name of your own: lower case, digits and hyphens" });

/** Words for people: a string is Spanish; `{ es, en }` says both. */
export const Words = z
  .union([
    z.string().trim().min(1).max(4000),
    z.strictObject({
      es: z.string().trim().min(1).max(4000),
      en: z.string().trim().min(1).max(4000).optional(),
    }),
  ])
  .meta({ description: "Words for people: Spanish, or { es, en }" });

/** A number of the manual: HB-13, or several. */
const Clause = z
  .union([z.string().trim().min(1).max(40), z.array(z.string().trim().min(1).max(40)).min(1)])
  .meta({ description: "The clause of the manual that this keeps" });

/** What every promise and every refusal may carry. */
export const sourceKeys = {
  clause: Clause.optional(),
  assumed: z
    .string()
    .trim()
    .min(1)
    .max(600)
    .meta({ description: "The reading taken where the manual is silent or contradicts itself" })
    .optional(),
};

/** One name or several. */
export const Names = z
  .union([Name, z.array(Name).min(1)])
  .meta({ description: "A name, or a list of names" });

export type WordsSource = z.infer<typeof Words>;
export type ClauseSource = z.infer<typeof Clause>;

/** How a length is written, for editors; `readLength` reads it, and says what is wrong with it. */
const LENGTH = String.raw`(?:\d{1,4} dates?(?: of [a-z][a-z0-9-]*)?(?: at closing)?|\d{1,4} ?(?:d|days?|d[ií]as?)(?: of [a-z][a-z0-9-]*)?|(?=\d)(?:\d{1,6}h)?(?: ?\d{1,6}min)?(?: ?\d{1,6}s)?(?: of [a-z][a-z0-9-]*| elapsed)?)`;

/** A length of time as the pack writes it; its grammar is read by `readLength`. */
export const Length = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .meta({
    description: "4h · 30min · 4h of oficina · 2 dates of oficina · 24h elapsed",
    pattern: String.raw`^\s*${LENGTH}\s*$`,
  });

/** A length, or a range of a target and a limit. */
export const Promised = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .meta({
    description: "4h, or a range of target and limit: 1h..4h",
    pattern: String.raw`^\s*${LENGTH}(?:\s*\.\.\s*${LENGTH})?\s*$`,
  });

/** A figure of the manual, alone or with the clause that states it and the reading taken. */
export const stated = (figure: z.ZodString, description: string) =>
  z.union([figure, z.strictObject({ is: figure, ...sourceKeys })]).meta({ description });
