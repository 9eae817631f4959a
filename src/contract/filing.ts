import { z } from "zod";
import { promise } from "./clock.ts";
import { callSaid } from "./telephone.ts";
import { externalReference, folio, instant } from "./primitives.ts";
import { uploads } from "./upload.ts";

/** A request that a person of the desk takes down by telephone, chat or mail (CC-5, IF-3), or that another system files for a client. */
export const takenDown = z
  .strictObject({
    form: z.string().max(60),
    channel: z.enum(["phone", "chat", "mail", "api"]),
    /** Answers by field, as the form asks for them. */
    fields: z.record(z.string().max(60), z.string().max(100_000)),
    language: z.enum(["es", "en"]).default("es"),
    portal: z.string().trim().max(300).nullable().default(null),
    /** The closed ticket that this one goes on with (RD-14). */
    cites: folio.exactOptional(),
    /** A ground of urgency that they claim (RD-15), and whether they say that they are there (RD-2). */
    urgency: z.string().max(60).exactOptional(),
    present: z.boolean().exactOptional(),
    /** Files that were uploaded for it, each with the form's field that it answers. */
    uploads: z
      .strictObject({
        session: uploads.shape.session,
        files: z
          .array(z.strictObject({ id: z.string().max(60), field: z.string().max(60) }))
          .max(10),
      })
      .exactOptional(),
    externalReference: externalReference.exactOptional(),
    /** The call that it came by, for the list of calls. */
    call: callSaid.exactOptional(),
    /** Of one's own making: the same one twice makes one ticket. An Idempotency-Key does the same. */
    submission: z.string().min(8).max(80).exactOptional(),
  })
  .meta({ id: "TakenDown" });

/** What to tell whoever is on the line: the number, and every promise with its limit (CC-4). */
export const tookDown = z
  .strictObject({
    folio,
    severity: z.string(),
    provisional: z.boolean(),
    promises: z.array(promise),
    now: instant,
    mailed: z.boolean(),
    /** By telephone: the sentences to read aloud, in the language of whoever calls (CC-4). */
    aloud: z.array(z.string()).exactOptional(),
  })
  .meta({ id: "TookDown" });

export type TakenDown = z.input<typeof takenDown>;
export type TookDown = z.infer<typeof tookDown>;
