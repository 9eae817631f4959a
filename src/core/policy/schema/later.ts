import { z } from "zod";
import { When } from "./condition.ts";
import { Length, Name, Names, sourceKeys, Words } from "./words.ts";
import { Who } from "./people.ts";

/**
 * Constructs that have their place in the language and that nothing keeps yet. A pack that uses one
 * is told so when it is checked: a promise that nobody keeps is worse than none.
 */
const Doer = z.union([Names, Who]);
const stepKeys = {
  label: Words.optional(),
  who: Doer.optional(),
  asks: Names.optional(),
  evidence: z.literal("required").optional(),
  distinct: z.literal(true).optional(),
  not: Names.optional(),
  else: Name.optional(),
  ...sourceKeys,
};
const Step = z.union([
  z.strictObject({
    do: Name,
    grant: z.record(Name, Length.or(z.string())).optional(),
    ...stepKeys,
  }),
  z.strictObject({ approve: z.enum(["all", "any"]), ...stepKeys }),
  z.strictObject({ designate: Name, ...stepKeys }),
  z.strictObject({ review: Name, ...stepKeys }),
  z.strictObject({ tell: Name, ...stepKeys }),
]);

/** Ordered human steps: the key change, the release chain, the sensitive change, the credit package. */
export const Procedures = z.record(
  Name,
  z.strictObject({
    label: Words.optional(),
    when: z.union([When, z.strictObject({ "solved-at": Name })]).optional(),
    form: Name.optional(),
    mailbox: Name.optional(),
    who: Doer.optional(),
    steps: z.array(Step).min(1).optional(),
    ...sourceKeys,
  }),
);

/** Emergency accounts: for what, for how long, under which rules (FI-17, FI-19). */
export const Grants = z.record(
  Name,
  z.strictObject({
    within: Length,
    for: Names.optional(),
    password: z.literal("critical").optional(),
    review: Name.optional(),
    ...sourceKeys,
  }),
);

/** Notices and windows of the service (CC-13, CC-14). */
export const Notices = z.record(
  Name,
  z.strictObject({
    to: Names,
    by: Names.optional(),
    ahead: Length,
    every: z.enum(["month", "quarter", "year"]).optional(),
    "at-most": Length.optional(),
    ...sourceKeys,
  }),
);

/** The promised share of time in service, measured with attribution (CC-12). */
export const Availability = z.strictObject({
  at: z.string().regex(/^\d{1,3}(?:\.\d+)?%$/),
  by: z.array(z.enum(["month", "year"])).min(1),
  except: Names.optional(),
  ...sourceKeys,
});

/** Articles that belong to the manual (CC-19). */
export const Articles = z.array(
  z.strictObject({
    id: Name,
    title: Words,
    answers: z
      .array(
        z
          .string()
          .max(130)
          .regex(/^[a-z0-9-]+(\/[a-z0-9-]+)?$/u),
      )
      .max(40)
      .meta({
        description: "Types of request that it answers: a form, or <form>/<answer of a list>",
      })
      .optional(),
    marks: z
      .array(z.string().min(1).max(60))
      .max(40)
      .meta({ description: "Words and error codes by which it is found besides its own" })
      .optional(),
    ...sourceKeys,
  }),
);
