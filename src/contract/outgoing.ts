import { z } from "zod";
import { cursor, instant } from "./primitives.ts";

/** A message that leaves, or is kept where no mail server is set. */
export const outgoingRow = z
  .strictObject({
    id: z.string(),
    folio: z.string().nullable(),
    recipient: z.string().nullable(),
    subject: z.string(),
    state: z.enum(["pending", "sent", "kept", "failed", "cancelled", "bounced"]),
    at: instant,
    sentAt: instant.nullable(),
    attempts: z.int(),
    error: z.string().nullable(),
    /** Of one that waits: when it is tried next. */
    due: instant,
    /** When another server told that it came back or is late. */
    toldBack: instant.nullable(),
    /** The message that it repeats, and the id of whoever asked for that. */
    againOf: z.string().nullable(),
    askedBy: z.string().nullable(),
    /** Whether whoever reads this may send it once more. */
    sendable: z.boolean(),
  })
  .meta({ id: "OutgoingRow" });

export const outgoingPage = z
  .strictObject({ messages: z.array(outgoingRow), next: cursor.nullable() })
  .meta({ id: "OutgoingPage" });

/** A message that was enqueued once more. */
export const sentAgain = z.strictObject({ id: z.string() }).meta({ id: "SentAgain" });

export const outgoingDetail = z
  .strictObject({
    row: outgoingRow,
    text: z.string(),
    html: z.string(),
    headers: z.record(z.string(), z.string()),
  })
  .meta({ id: "Outgoing" });

export type OutgoingRow = z.infer<typeof outgoingRow>;
export type OutgoingPage = z.infer<typeof outgoingPage>;
export type OutgoingDetail = z.infer<typeof outgoingDetail>;
