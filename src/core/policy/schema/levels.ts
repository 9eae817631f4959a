import { z } from "zod";
import { When } from "./condition.ts";
import { Name, Names, sourceKeys, Words } from "./words.ts";

/** A level of attention, and the way its answer travels back down. */
export const Level = z
  .strictObject({
    label: Words.optional(),
    takes: z.union([Names, When]).meta({ description: "Severities, or a condition" }).optional(),
    tells: Name.meta({ description: "client, or the level that tells it on" }),
    asks: Names.optional(),
    through: Names.meta({ description: "Reached only from these levels" }).optional(),
    "may-tell": z
      .strictObject({
        client: z.union([
          z.enum(["status", "question", "solution"]),
          z.array(z.enum(["status", "question", "solution"])).min(1),
        ]),
      })
      .optional(),
    ...sourceKeys,
  })
  .meta({ id: "level" });

export const Levels = z.record(Name, Level);

/** A published state; the first that holds is the ticket's. */
export const States = z.record(
  Name,
  z.strictObject({
    label: Words.optional(),
    when: When.optional(),
    else: z.literal(true).optional(),
    ...sourceKeys,
  }),
);

/** What "not solved" and later messages do. */
export const Reopen = z.strictObject({
  "while-solved": z
    .boolean()
    .meta({ description: 'Whether "not solved" reopens a solved ticket that is not closed yet' })
    .optional(),
  "after-close": z.enum(["new-ticket", "refuse"]).optional(),
  instead: z
    .strictObject({
      new: Name.meta({ description: "The form to fill in as if new" }),
      cites: z.enum(["required", "offered"]).optional(),
      copies: z.literal("nothing").optional(),
    })
    .optional(),
  ...sourceKeys,
});

/** A reason that makes a case urgent, from a closed list. */
export const Grounds = z.record(
  Name,
  z.strictObject({
    means: Words.optional(),
    during: Name.meta({ description: "Open only during an announced process" }).optional(),
    advice: Words.optional(),
    severity: Name.optional(),
    ...sourceKeys,
  }),
);
