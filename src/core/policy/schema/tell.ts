import { z } from "zod";
import { When } from "./condition.ts";
import { Name, sourceKeys, Words } from "./words.ts";

const tellMoments = [
  "received",
  "assigned",
  "answered",
  "asked",
  "solved",
  "closed",
  "warned-silence",
  "classified",
  "routed",
  "held",
] as const;
/** Facts that a message can be made to say. */
const sayable = [
  "folio",
  "severity",
  "deadline",
  "deadlines",
  "history",
  "cause",
  "remedy",
  "state",
  "level",
] as const;
/** Where a message is put: the page on screen, the channel the ticket came by, or a channel. */
const tellPlaces = ["page", "same-channel", "mail", "phone", "chat", "api"] as const;

const Tell = z
  .strictObject({
    when: When.optional(),
    message: Name.optional(),
    by: z.array(z.enum(tellPlaces)).min(1).optional(),
    says: z.array(z.enum(sayable)).min(1).optional(),
    "in-turn": z
      .array(z.union([z.enum(tellPlaces), z.record(z.string(), z.string())]))
      .min(2)
      .meta({ description: "One after the other until the client is reached" })
      .optional(),
    ...sourceKeys,
  })
  .meta({ id: "tell" });

export const Tells = z.partialRecord(
  z.enum(tellMoments),
  z.union([Tell, z.array(Tell).min(1), z.literal("nothing")]),
);

/** Messages in the desk's own words, with listed variables and no logic. */
export const Messages = z.record(Name, z.strictObject({ subject: Words, body: Words }));

export const CallList = z.array(
  z.strictObject({ role: Words, at: z.string().max(200), ...sourceKeys }),
);

/** A term and what it means. */
export const Glossary = z.record(
  z.string().trim().min(1).max(80),
  z.union([Words, z.strictObject({ means: Words, ...sourceKeys })]),
);

export const OutOfScope = z.record(
  Name,
  z.strictObject({ label: Words, says: Words, ...sourceKeys }),
);

const termNames = [
  "desk",
  "ticket",
  "folio",
  "requester",
  "client",
  "agent",
  "level",
  "severity",
] as const;
/** What this desk's people and papers call these things. */
export const Terms = z.partialRecord(z.enum(termNames), Words);

export type TellPart = z.infer<typeof Tell>;
