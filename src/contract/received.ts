import { z } from "zod";
import { cursor, folio, instant } from "./primitives.ts";

/** Which mails that came: those that wait for a person, those that something came of, those that are only kept. */
export const receivedList = z.enum(["quarantine", "received", "kept"]);

export const receivedState = z.enum([
  "quarantined",
  "filed",
  "joined",
  "bounced",
  "kept",
  "returned",
  "discarded",
]);

/** A mail that came, and what became of it. */
export const receivedRow = z
  .strictObject({
    id: z.string(),
    at: instant,
    mailbox: z.string(),
    state: receivedState,
    classification: z.string(),
    why: z.array(z.strictObject({ code: z.string(), about: z.string().optional() })),
    sender: z.string().nullable(),
    senderName: z.string(),
    subject: z.string(),
    /** Its claim to a ticket, and what that is worth. */
    claim: z
      .strictObject({ folio: folio.nullable(), by: z.string(), worth: z.string() })
      .nullable(),
    folio: folio.nullable(),
    /** The message of the ticket that holds its words, by id. */
    message: z.string().nullable(),
    copied: z.array(z.string()),
    /** Files that are in the mail and not on the ticket. */
    leftOut: z.array(z.strictObject({ name: z.string(), why: z.string() })),
    decided: z
      .strictObject({ at: instant, by: z.string(), reason: z.string().nullable() })
      .nullable(),
  })
  .meta({ id: "ReceivedRow" });

export const receivedPage = z
  .strictObject({ mails: z.array(receivedRow), next: cursor.nullable() })
  .meta({ id: "ReceivedPage" });

export const receivedCount = z
  .strictObject({
    /** Mails that wait for a person; a hundred means a hundred or more. */
    waiting: z.int(),
  })
  .meta({ id: "ReceivedCount" });

export const receivedDetail = z
  .strictObject({
    row: receivedRow,
    to: z.array(z.string()),
    /** What proves the sender: "pass", "fail", "none", "temporary", "unchecked". */
    verdict: z.string(),
    bytes: z.int(),
    /** What was written now; all of it; and whether it has HTML. */
    text: z.string(),
    whole: z.string(),
    hasHtml: z.boolean(),
    files: z.array(z.strictObject({ name: z.string(), type: z.string(), size: z.int() })),
  })
  .meta({ id: "Received" });

export const releasing = z.strictObject({
  /** The ticket that it is said on; null: a new request. */
  to: folio.nullable(),
});

export const discarding = z.strictObject({ reason: z.string().trim().min(1).max(500) });

export type ReceivedList = z.infer<typeof receivedList>;
export type ReceivedRow = z.infer<typeof receivedRow>;
export type ReceivedPage = z.infer<typeof receivedPage>;
export type ReceivedDetail = z.infer<typeof receivedDetail>;
export type ReceivedCount = z.infer<typeof receivedCount>;
