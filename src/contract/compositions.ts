import { z } from "zod";
import { cannedAct } from "./canned.ts";
import { folio, instant } from "./primitives.ts";
import { upload } from "./upload.ts";

export const compositionMode = z.enum(["reply", "ask", "note", "solve", "hand-back", "none"]);

/** What somebody writes to a ticket, as far as they have come. */
export const compositionContent = z
  .strictObject({
    text: z.string().max(50_000),
    cause: z.string().max(50_000),
    remedy: z.string().max(50_000),
    awaiting: z.enum(["client", "authorisation"]),
    /** The session that its files are kept under. */
    session: z.string().regex(/^[A-Za-z0-9_-]{22,64}$/),
    files: z.array(upload).max(10),
    /** What is done to the ticket with it, in one. */
    acts: z.array(cannedAct).max(10),
    /** Prepared answers and articles that it was written with. */
    used: z
      .array(z.strictObject({ kind: z.enum(["canned", "article"]), id: z.string().max(120) }))
      .max(20),
    /** Colleagues who are told of a note, by id. */
    mentions: z.array(z.string().min(1).max(80)).max(20),
  })
  .meta({ id: "CompositionContent" });

const seen = z.int().min(0).max(2_147_483_647).meta({
  id: "CompositionSeen",
  description: "The newest event of the ticket that its author has seen",
});

/** A draft as it is kept. */
export const compositionWish = z
  .strictObject({
    mode: compositionMode,
    seen,
    content: compositionContent,
    /** The instant of the version that it is written over: a later one is not lost. */
    over: instant.optional(),
  })
  .meta({ id: "CompositionWish" });

/** What is sent: as it is written now, against the ticket as it was seen. */
export const compositionSend = z
  .strictObject({
    mode: compositionMode,
    seen,
    content: compositionContent,
    /** Words of others on their way out that its author has seen, by id. */
    sees: z.array(z.uuid()).max(20),
    undoSeconds: z.union([z.literal(0), z.literal(5), z.literal(12), z.literal(30)]),
  })
  .meta({ id: "CompositionSend" });

export const composition = z
  .strictObject({
    id: z.uuid(),
    folio,
    byName: z.string(),
    /** Whether it is the reader's own: a draft always is. */
    mine: z.boolean(),
    mode: compositionMode,
    seen: z.int(),
    state: z.enum(["draft", "departing", "stopped"]),
    updated: instant,
    leavesAt: instant.nullable(),
    /** Why it did not leave: a refusal's code, and what it says. */
    stopped: z
      .strictObject({
        code: z.string(),
        title: z.string(),
        facts: z.record(z.string(), z.unknown()),
      })
      .nullable(),
    content: compositionContent,
  })
  .meta({ id: "Composition" });

export const compositions = z
  .strictObject({ compositions: z.array(composition), now: instant })
  .meta({ id: "Compositions" });

/** What became of what was sent: said already, as this event, or on its way out until then. */
export const compositionSent = z
  .strictObject({
    folio,
    seq: z.int(),
    leavesAt: instant.nullable(),
    now: instant,
  })
  .meta({ id: "CompositionSent" });

/** What would be recorded and mailed if it were sent now; nothing is. */
export const compositionPreview = z
  .strictObject({
    events: z.array(z.strictObject({ type: z.string(), facts: z.record(z.string(), z.unknown()) })),
    mails: z.array(
      z.strictObject({
        to: z.string(),
        subject: z.string(),
        text: z.string(),
        html: z.string(),
      }),
    ),
  })
  .meta({ id: "CompositionPreview" });

export const noComposition = z
  .strictObject({ id: z.uuid(), left: z.literal(false) })
  .meta({ id: "CompositionGone" });

export const keptComposition = z
  .strictObject({ ...noComposition.shape, updated: instant })
  .meta({ id: "CompositionKept" });

export type CompositionMode = z.infer<typeof compositionMode>;
export type CompositionContent = z.infer<typeof compositionContent>;
export type CompositionWish = z.infer<typeof compositionWish>;
export type CompositionSend = z.infer<typeof compositionSend>;
export type Composition = z.infer<typeof composition>;
export type Compositions = z.infer<typeof compositions>;
export type CompositionSent = z.infer<typeof compositionSent>;
export type CompositionPreview = z.infer<typeof compositionPreview>;
