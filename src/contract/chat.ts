import { z } from "zod";
import { folio, instant } from "./primitives.ts";

/** What the host page vouched for of a chat's client. */
const vouched = z.strictObject({
  sub: z.string(),
  email: z.string(),
  name: z.string().nullable(),
  rfc: z.string().nullable(),
});

/** A chat as its agents see it: a ticket, and whether its client is there (RD-2, RD-12). */
export const chatRow = z
  .strictObject({
    folio,
    seq: z.int(),
    subject: z.string(),
    severity: z.string(),
    requester: z.strictObject({ name: z.string().nullable(), address: z.string().nullable() }),
    filedAt: instant,
    due: z.strictObject({ clock: z.string(), at: instant }).nullable(),
    client: z.enum(["there", "gone"]),
    vouched: vouched.nullable(),
  })
  .meta({ id: "ChatRow" });

/** Who takes chats, how many at once, and how many of theirs have their client there. */
export const chatAgent = z
  .strictObject({ id: z.string(), name: z.string(), capacity: z.int(), active: z.int() })
  .meta({ id: "ChatAgent" });

/** The chat of a desk for one of its people: the line in its order, their own chats, who takes chats. */
export const chatDesk = z
  .strictObject({
    now: instant,
    attended: z.boolean(),
    attendedFrom: instant.nullable(),
    line: z.array(chatRow),
    mine: z.array(chatRow),
    agents: z.array(chatAgent),
    /** How many chats the reader takes at once; null: none. */
    capacity: z.int().nullable(),
  })
  .meta({ id: "ChatDesk" });

/** How many chats somebody takes at once from now on; null: none. Said again within the minute, they are still there. */
export const chatAvailability = z
  .strictObject({ capacity: z.int().min(1).max(12).nullable() })
  .meta({ id: "ChatAvailability" });

/** The chat that was given to whoever asked for the next one. */
export const chatTaken = z.strictObject({ folio, seq: z.int() }).meta({ id: "ChatTaken" });

const key = z.strictObject({
  id: z.string(),
  made: instant,
  madeBy: z.string(),
  ends: instant.nullable(),
});

/** Whose pages may frame the chat, and the secrets with which they vouch: never the secrets themselves. */
export const chatHosts = z
  .strictObject({
    portal: z.string().nullable(),
    added: z.array(z.strictObject({ origin: z.string(), added: instant, addedBy: z.string() })),
    keys: z.array(key),
  })
  .meta({ id: "ChatHosts" });

/** An origin (https://portal.example.com) whose pages may frame the chat. */
export const chatHost = z
  .strictObject({ origin: z.string().trim().min(1).max(253) })
  .meta({ id: "ChatHost" });

/** A secret, shown this once. */
export const chatSecret = z
  .strictObject({ id: z.string(), secret: z.string() })
  .meta({ id: "ChatSecret" });

export type ChatRow = z.infer<typeof chatRow>;
export type ChatDesk = z.infer<typeof chatDesk>;
export type ChatHosts = z.infer<typeof chatHosts>;
