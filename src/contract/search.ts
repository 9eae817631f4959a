import { z } from "zod";
import { cursor, instant, text } from "./primitives.ts";
import { ticketRow } from "./ticket.ts";

/** A stretch of a text; marked: it is what was looked for. */
export const stretch = z
  .strictObject({ text: z.string(), marked: z.boolean() })
  .meta({ id: "Stretch" });

/** What was found: tickets, the best first, and on the first page whom the register and what the knowledge base knows. */
export const searchPage = z
  .strictObject({
    tickets: z.array(
      z.strictObject({
        row: ticketRow,
        /** The subject, with the words that were found marked. */
        subject: z.array(stretch),
        /** Where it was found; null: by its filters alone. */
        found: z
          .strictObject({
            kind: z.enum([
              "folio",
              "identifier",
              "subject",
              "requester",
              "organisation",
              "field",
              "file",
              "message",
              "note",
            ]),
            /** A field's id, a file's name, or the identifier itself. */
            name: z.string().nullable(),
            /** The message's event and its time. */
            seq: z.int().nullable(),
            at: instant.nullable(),
            excerpt: z.array(stretch).nullable(),
          })
          .nullable(),
      }),
    ),
    organisations: z.array(
      z.strictObject({ id: z.uuid(), name: z.string(), rfc: z.string().nullable() }),
    ),
    contacts: z.array(
      z.strictObject({
        id: z.uuid(),
        name: z.string(),
        address: z.string().nullable(),
        organisation: z.uuid().nullable(),
      }),
    ),
    /** Of what the desk knows, on the first page. */
    articles: z.array(
      z.strictObject({ id: z.string(), title: text, audience: z.enum(["public", "staff"]) }),
    ),
    /** False: what is older is still being read, and only the newest is found. */
    whole: z.boolean(),
    next: cursor.nullable(),
    now: instant,
  })
  .meta({ id: "SearchPage" });

export const searchQuery = z.strictObject({
  q: z.string().max(200).meta({
    description:
      'Words, "phrases", -denials and filters: estado:, de:, asignado:, severidad:, nivel:, antes:, despues:, archivo:; or the beginning of a folio, an RFC, a UUID, an address, an error code, the name of a file',
  }),
  cursor: cursor.optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});

export type SearchPage = z.infer<typeof searchPage>;
export type Stretch = z.infer<typeof stretch>;
