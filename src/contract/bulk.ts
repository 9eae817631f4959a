import { z } from "zod";
import { acts } from "./acts.ts";
import { folio, instant, messageText } from "./primitives.ts";
import { viewFilter } from "./views.ts";

/** Words in each language in which somebody is told them. */
const told = z
  .strictObject({ es: messageText.exactOptional(), en: messageText.exactOptional() })
  .refine(({ es, en }) => es !== undefined || en !== undefined, { message: "a text is needed" })
  .meta({ id: "ToldInLanguages" });

/** One act that is done to many tickets. */
export const bulkAct = z
  .discriminatedUnion("act", [
    z.strictObject({ act: z.literal("assign"), body: acts.assign }),
    z.strictObject({ act: z.literal("classify"), body: acts.classify }),
    z.strictObject({ act: z.literal("route"), body: acts.route }),
    z.strictObject({ act: z.literal("note"), body: z.strictObject({ text: messageText }) }),
    z.strictObject({ act: z.literal("schedule"), body: acts.schedule }),
    z.strictObject({ act: z.literal("resume"), body: acts.resume }),
    z.strictObject({
      act: z.literal("close"),
      body: z.strictObject({
        reason: z.enum(["spam", "duplicate", "by-agent"]),
        note: z.string().trim().max(2_000).exactOptional(),
      }),
    }),
    z.strictObject({ act: z.literal("reply"), body: z.strictObject({ texts: told }) }),
    z.strictObject({
      act: z.literal("solve"),
      body: z.strictObject({ cause: told, remedy: told }),
    }),
    z.strictObject({ act: z.literal("join"), body: z.strictObject({ incident: folio }) }),
    z.strictObject({ act: z.literal("leave"), body: z.strictObject({ incident: folio }) }),
  ])
  .meta({ id: "BulkAct" });

const folios = z.array(folio).min(1).max(500);

/** An act to be looked at before it is done: to these tickets, or to those of a list. */
export const bulkWished = z
  .strictObject({
    does: bulkAct,
    on: z.union([z.strictObject({ folios }), z.strictObject({ filter: viewFilter })]),
  })
  .meta({ id: "BulkWished" });

const planned = z.strictObject({
  folio,
  subject: z.string(),
  requester: z.string().nullable(),
  language: z.enum(["es", "en"]),
  /** What its client would be told; null: nothing. */
  text: z.string().nullable(),
});

const left = z.strictObject({
  folio,
  subject: z.string(),
  /** Why it is left as it is: the refusal, and its words in the reader's language. */
  code: z.string(),
  why: z.string(),
});

/** What an act would come to: the tickets it would be done to, and the others with the reason. */
export const bulkPlan = z
  .strictObject({
    will: z.array(planned),
    wont: z.array(left),
    /** The list holds more than one act may be done to. */
    more: z.boolean(),
    /** Whether clients are told by it; then it cannot be undone once it was done. */
    reachesClients: z.boolean(),
    undoable: z.boolean(),
  })
  .meta({ id: "BulkPlan" });

/** An act to be done to each of these tickets. */
export const bulkBegun = z
  .strictObject({
    does: bulkAct,
    folios,
    /** Seconds in which it may still be taken back, where clients are told. */
    undoSeconds: z.int().min(0).max(30),
  })
  .meta({ id: "BulkBegun" });

/** An act on many as it stands. */
export const bulk = z
  .strictObject({
    id: z.uuid(),
    act: z.string(),
    state: z.enum(["running", "done", "stopped"]),
    startsAt: instant,
    made: instant,
    finished: instant.nullable(),
    total: z.int(),
    done: z.int(),
    refused: z.int(),
    undoable: z.boolean(),
    /** The act on many that this one takes back. */
    undoes: z.uuid().nullable(),
    undoneBy: z.uuid().nullable(),
    /** Tickets that were left as they are, with the reason. */
    left: z.array(z.strictObject({ folio, code: z.string(), why: z.string() })),
    now: instant,
  })
  .meta({ id: "Bulk" });

export type BulkWire = z.infer<typeof bulkAct>;
export type BulkPlan = z.infer<typeof bulkPlan>;
export type Bulk = z.infer<typeof bulk>;
