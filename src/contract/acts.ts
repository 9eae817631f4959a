import { z } from "zod";
import { callSaid } from "./telephone.ts";
import { folio, instant, messageText } from "./primitives.ts";
import { uploads } from "./upload.ts";

const note = z.string().trim().max(2_000).exactOptional();

/** The body of each act on a ticket: `POST /api/v1/desks/{desk}/tickets/{folio}/{act}`. */
export const acts = {
  reply: z.strictObject({
    text: messageText,
    progress: z.boolean().exactOptional(),
    uploads: uploads.exactOptional(),
  }),
  ask: z.strictObject({
    text: messageText,
    for: z.enum(["client", "authorisation"]),
    uploads: uploads.exactOptional(),
  }),
  note: z.strictObject({ text: messageText, uploads: uploads.exactOptional() }),
  "log-call": z.strictObject({
    text: messageText,
    outcome: z.enum(["spoke", "no-answer", "left-message"]),
    /** By which spoken channel; by telephone unless said. */
    channel: z.enum(["phone", "chat"]).exactOptional(),
    at: instant.exactOptional(),
    /** The call itself, for the list of calls. */
    call: callSaid.exactOptional(),
  }),
  classify: z.strictObject({ severity: z.string().max(60), reason: note }),
  assign: z.strictObject({ to: z.string().max(80).nullable() }),
  route: z.strictObject({ to: z.string().max(60), reason: note }),
  "hand-back": z.strictObject({ cause: messageText, remedy: messageText }),
  "ask-level": z.strictObject({ to: z.string().max(60), text: messageText }),
  "answer-level": z.strictObject({ text: messageText }),
  "do-step": z.strictObject({ procedure: z.string().max(60), note }),
  "accept-account": z.strictObject({}),
  "refuse-account": z.strictObject({ reason: z.string().trim().min(1).max(2_000) }),
  wait: z.strictObject({ note }),
  schedule: z.strictObject({ until: instant, note }),
  resume: z.strictObject({}),
  admit: z.strictObject({ note }),
  /** Somebody who may ask for it was called at a registered telephone of theirs, and it is theirs. */
  verify: z.strictObject({ contact: z.uuid(), telephone: z.string().trim().min(1).max(40), note }),
  solve: z.strictObject({
    cause: messageText,
    remedy: messageText,
    text: messageText.exactOptional(),
  }),
  close: z.strictObject({
    reason: z.enum(["out-of-scope", "spam", "duplicate", "by-agent"]),
    note,
    /** Of what is out of scope: which of the desk's kinds. */
    scope: z.string().max(60).exactOptional(),
  }),
  merge: z.strictObject({ into: folio }),
  "confirm-urgency": z.strictObject({}),
  "refuse-urgency": z.strictObject({ reason: z.string().trim().min(1).max(2_000) }),
  "propose-charge": z.strictObject({
    minutes: z.int().min(1).max(60_000),
    charge: z.string().max(60).exactOptional(),
  }),
  "log-time": z.strictObject({
    minutes: z.int().min(1).max(60_000),
    work: z.string().trim().min(1).max(2_000),
    charge: z.string().max(60).exactOptional(),
    at: instant.exactOptional(),
  }),
  split: z.strictObject({
    message: z.string().max(80),
    subject: z.string().trim().min(1).max(200),
  }),
  /** Somebody in copy of a mail of the ticket is told from here on what the client is told. */
  "add-participant": z.strictObject({ address: z.string().trim().min(3).max(254) }),
  link: z.strictObject({ to: folio, as: z.enum(["related", "duplicate"]) }),
  /** To another published version of the policy, by its number. */
  rebind: z.strictObject({
    policy: z.int().min(1),
    reason: z.string().trim().min(1).max(2_000),
  }),
} as const;

export type ActName = keyof typeof acts;

export const actNames = Object.keys(acts) as ActName[];

export type ActBody<Name extends ActName> = z.input<(typeof acts)[Name]>;

/** An act's answer: the ticket's new version. */
export const acted = z.strictObject({ folio, seq: z.int() }).meta({ id: "Acted" });

export type Acted = z.infer<typeof acted>;
