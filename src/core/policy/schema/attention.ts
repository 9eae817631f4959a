import { z } from "zod";
import { When } from "./condition.ts";
import { Length, Name, sourceKeys, Words } from "./words.ts";

/** Whether the requester is there, and what leaving does (RD-2, RD-12). */
export const Presence = z
  .strictObject({
    says: z
      .strictObject({ here: Words, leaving: Words })
      .meta({ description: "What the requester chooses: there now, or leaving" })
      .optional(),
    leaving: z
      .literal("frees-agent")
      .meta({ description: "Leaving gives the ticket back to the queue" })
      .optional(),
    ...sourceKeys,
  })
  .meta({ description: "Whether the requester is there" });

/** Processes announced ahead, during which a ground of urgency is open (RD-15c). */
export const Announcements = z.record(
  Name,
  z.strictObject({
    label: Words.optional(),
    who: z
      .array(z.enum(["client", "agent"]))
      .min(1)
      .meta({ description: "Who may announce: for everybody only an agent" }),
    types: z
      .record(Name, Words)
      .meta({ description: "What is announced, one of these" })
      .optional(),
    ahead: z
      .union([z.literal(true), Length])
      .meta({ description: "How long before its start, or true: before it starts" }),
    ...sourceKeys,
  }),
);

/** Help charged by time, accepted by the client first (FI-14, RD-1). */
export const Charges = z.record(
  Name,
  z.strictObject({
    label: Words.optional(),
    when: When.meta({ description: "Time that may be charged" }).optional(),
    rate: z.string().max(40).meta({ description: "An amount and its currency: 40 USD" }),
    each: Length.meta({ description: "The time that the rate is for: 1h" }),
    accepted: z.literal("first"),
    ...sourceKeys,
  }),
);

/** Whom the desk serves, and the course that others are offered first (RD-10). */
export const Training = z
  .strictObject({
    form: Name.meta({ description: "The form by which the course is asked for" }),
    needs: Name.meta({
      description: "The yes-no field in which the requester says that they are trained",
    }).optional(),
    says: Words.meta({ description: "What those who are not trained are told" }).optional(),
    ...sourceKeys,
  })
  .meta({ description: "Serves trained people; others are offered a course first" });
