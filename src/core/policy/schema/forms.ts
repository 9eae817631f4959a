import { z } from "zod";
import { Name, Names, sourceKeys, Words } from "./words.ts";
import { When } from "./condition.ts";
import { Who } from "./people.ts";

const fieldKinds = [
  "text",
  "line",
  "choice",
  "yes-no",
  "date",
  "number",
  "identity",
  "legal-name",
  "rfc",
  "tax-regime",
  "postal-code",
  "tax-address",
  "person-name",
  "user-name",
  "consent",
  "contact-email",
  "telephone",
  "portal",
  "subject",
  "files",
] as const;
export const fileKinds = ["image", "pdf", "xml", "office", "text"] as const;

const Option = z.union([
  Words,
  z.strictObject({
    label: Words,
    help: Words.meta({ description: "Shown when chosen" }).optional(),
    asks: Names.meta({ description: "Fields that this answer makes visible" }).optional(),
  }),
]);

/** What the form asks. */
export const Field = z
  .strictObject({
    kind: z.enum(fieldKinds),
    label: Words.optional(),
    help: Words.optional(),
    required: z.boolean().optional(),
    options: z.record(Name, Option).optional(),
    accept: z.array(z.enum(fileKinds)).min(1).optional(),
    max: z
      .number()
      .int()
      .min(1)
      .max(100_000)
      .meta({ description: "Greatest number of characters" })
      .optional(),
    of: Names.meta({ description: "Fields that the subject names" }).optional(),
    vague: z
      .array(z.string().trim().min(1))
      .meta({ description: "Words that alone say nothing" })
      .optional(),
    tries: z
      .number()
      .int()
      .min(0)
      .max(5)
      .meta({ description: "Times that a vague subject is sent back" })
      .optional(),
    then: z.enum(["flag", "refuse"]).optional(),
    reads: Name.meta({ description: "The article that a consent is given to" }).optional(),
    ...sourceKeys,
  })
  .meta({ id: "field" });

/** Groups of fields; filed without any of them answered whole, the request waits (FI-5). */
const WaitsFor = z
  .strictObject({
    any: z
      .array(Names)
      .min(1)
      .meta({ description: "Groups of fields: one answered whole is enough" }),
    when: When.optional(),
    ...sourceKeys,
  })
  .meta({ id: "waitsFor" });

/** An intake: its rules hold on every channel of `on`. */
const Form = z
  .strictObject({
    title: Words.optional(),
    intro: Words.optional(),
    kind: Name.meta({ description: "The kind of request that it files" }).optional(),
    on: z.array(Name).min(1).optional(),
    fields: z.record(Name, Field),
    after: Words.meta({ description: "What the page after sending says" }).optional(),
    who: z.union([Names, Who]).meta({ description: "Who may file it" }).optional(),
    "waits-for": WaitsFor.optional(),
    printable: z
      .literal(true)
      .meta({ description: "It is offered as a PDF too, to be filled in by hand" })
      .optional(),
    opens: z.literal("account").meta({ description: "Filing it registers an account" }).optional(),
    ...sourceKeys,
  })
  .meta({ id: "form" });

export const Forms = z.record(Name, Form);

/** A severity: a string is what it means. */
export const Severities = z.record(
  Name,
  z.union([
    Words,
    z.strictObject({
      label: Words.optional(),
      means: Words,
      examples: z.array(Words).optional(),
      ...sourceKeys,
    }),
  ]),
);

/** Rules that give the severity; the first that holds. */
export const Classify = z.array(
  z.strictObject({
    when: When.optional(),
    severity: Name.optional(),
    else: Name.optional(),
    provisional: z.boolean().optional(),
    ...sourceKeys,
  }),
);

export type FieldPart = z.infer<typeof Field>;
export type FormPart = z.infer<typeof Form>;
