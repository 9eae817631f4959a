import { z } from "zod";
import { Name, Names } from "./words.ts";

const AwaitedName = z.enum(["client", "authorisation", "third-party", "confirmation"]);
const GroundState = z.enum(["claimed", "confirmed", "refused"]);

/**
 * The closed grammar of conditions: all keys of one object hold together; a key that is none of
 * these is a field of a form. There is no expression language behind it.
 */
export interface ConditionSource {
  readonly all?: readonly ConditionSource[] | undefined;
  readonly any?: readonly ConditionSource[] | undefined;
  readonly not?: ConditionSource | undefined;
  readonly severity?: string | string[] | undefined;
  readonly level?: string | string[] | undefined;
  readonly channel?: string | string[] | undefined;
  readonly kind?: string | string[] | undefined;
  readonly during?: string | undefined;
  readonly outside?: string | undefined;
  readonly passed?: string | undefined;
  readonly ground?:
    | "claimed"
    | "confirmed"
    | "refused"
    | Record<string, "claimed" | "confirmed" | "refused">
    | undefined;
  readonly awaiting?: z.infer<typeof AwaitedName> | z.infer<typeof AwaitedName>[] | undefined;
  readonly confirmed?: "client" | undefined;
  readonly solved?: true | undefined;
  readonly closed?: true | undefined;
  readonly ticket?: true | undefined;
  readonly [field: string]: unknown;
}

/** The keys of a condition that are not fields of a form. */
export const conditionWords: readonly string[] = [
  "all",
  "any",
  "not",
  "severity",
  "level",
  "channel",
  "kind",
  "during",
  "outside",
  "passed",
  "ground",
  "awaiting",
  "confirmed",
  "solved",
  "closed",
  "ticket",
];

/** A condition on a ticket, or on what is being filed. */
export const When: z.ZodType<ConditionSource> = z
  .object({
    get all() {
      return z.array(When).min(1).optional();
    },
    get any() {
      return z.array(When).min(1).optional();
    },
    get not() {
      return When.optional();
    },
    severity: Names.optional(),
    level: Names.optional(),
    channel: Names.optional(),
    kind: Names.optional(),
    during: Name.meta({ description: "The calendar is open" }).optional(),
    outside: Name.meta({ description: "The calendar is closed" }).optional(),
    passed: Name.meta({ description: "The clock's limit passed and it was not met" }).optional(),
    ground: z.union([GroundState, z.record(Name, GroundState)]).optional(),
    awaiting: z.union([AwaitedName, z.array(AwaitedName).min(1)]).optional(),
    confirmed: z.literal("client").optional(),
    solved: z.literal(true).optional(),
    closed: z.literal(true).optional(),
    ticket: z.literal(true).optional(),
  })
  .catchall(Names)
  .meta({
    id: "condition",
    description: "A condition: every key must hold; other keys are fields of a form",
  });
