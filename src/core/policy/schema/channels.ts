import { z } from "zod";
import { When } from "./condition.ts";
import { Name, sourceKeys, Words } from "./words.ts";

/** The ways in and out that the program knows. */
const channelNames = ["form", "mail", "phone", "chat", "api"] as const;

const Need = z.union([z.literal("ticket"), When]);

/** A way to the desk: when it is attended, and what it needs. */
export const Channel = z
  .strictObject({
    label: Words.optional(),
    always: z.literal(true).meta({ description: "Attended day and night" }).optional(),
    during: Name.meta({ description: "The calendar in which it is attended" }).optional(),
    needs: z
      .union([Need, z.array(Need).min(1)])
      .meta({ description: "Offered only where these hold" })
      .optional(),
    first: z
      .literal("severity")
      .meta({ description: "Who waits in the chat is taken by severity, and then by arrival" })
      .optional(),
    at: z
      .string()
      .max(300)
      .meta({ description: "Address, mailbox or number; {portal} is the client's own" })
      .optional(),
    ...sourceKeys,
  })
  .meta({ id: "channel" });

export const Channels = z.partialRecord(z.enum(channelNames), Channel);
