import { z } from "zod";
import { mailboxTroubles } from "../core/mailbox/trouble.ts";
import { instant } from "./primitives.ts";

const trouble = z.enum(mailboxTroubles).meta({ id: "MailboxTrouble" });
const tls = z.enum(["implicit", "starttls", "none"]);
const after = z.enum(["seen", "move"]);

/** How a mailbox is fetched, without what signs in to it: that is never read back. */
const connection = z
  .strictObject({
    host: z.string(),
    port: z.int(),
    tls,
    username: z.string(),
    auth: z.enum(["password", "xoauth2"]),
    folder: z.string(),
    after,
    moveTo: z.string().nullable(),
    clientId: z.string().nullable(),
    tokenUrl: z.string().nullable(),
  })
  .meta({ id: "MailboxConnection" });

/** A mailbox of a desk and how it goes. `connection` null: its mail comes by SMTP. */
export const mailbox = z
  .strictObject({
    id: z.uuid(),
    address: z.string(),
    form: z.string().nullable(),
    begins: z.enum(["now", "all"]),
    connection: connection.nullable(),
    created: instant,
    lastSuccess: instant.nullable(),
    failingSince: instant.nullable(),
    trouble: trouble.nullable(),
    /** What the server said of it. */
    detail: z.string().nullable(),
    /** When its silence was told; null: it is not silent. */
    alarmed: instant.nullable(),
    /** Messages that wait on the server because they could not be taken in. */
    aside: z.int(),
  })
  .meta({ id: "Mailbox" });

export const mailboxes = z
  .strictObject({
    mailboxes: z.array(mailbox),
    /** The kinds of request that a mailbox may take. */
    forms: z.array(z.strictObject({ id: z.string(), es: z.string(), en: z.string() })),
    now: instant,
  })
  .meta({ id: "Mailboxes" });

const word = z.string().min(1).max(4_000);

/** What signs in; null: what is kept already, where server and user stay the same. */
const secret = z
  .union([
    z.strictObject({ password: word }),
    z.strictObject({ clientSecret: word.nullable(), refreshToken: word }),
  ])
  .nullable();

const wishedConnection = z
  .strictObject({
    host: z.string().trim().toLowerCase().min(1).max(253),
    port: z.int().min(1).max(65_535),
    tls,
    username: z.string().trim().min(1).max(320),
    auth: z.enum(["password", "xoauth2"]),
    folder: z.string().trim().min(1).max(200),
    after,
    moveTo: z.string().trim().min(1).max(200).nullable(),
    clientId: z.string().trim().min(1).max(300).nullable(),
    tokenUrl: z
      .url({ protocol: /^https$/ })
      .max(500)
      .nullable(),
    secret,
  })
  .refine(({ after: then, moveTo }) => then !== "move" || moveTo !== null, { path: ["moveTo"] })
  .refine(
    ({ auth, clientId, tokenUrl }) =>
      auth !== "xoauth2" || (clientId !== null && tokenUrl !== null),
    {
      path: ["tokenUrl"],
    },
  )
  .refine(
    ({ auth, secret: given }) => given === null || "password" in given === (auth === "password"),
    {
      path: ["secret"],
    },
  );

/** A mailbox as somebody wants it. */
export const mailboxWish = z
  .strictObject({
    address: z.email().max(254),
    form: z.string().max(60).nullable(),
    connection: wishedConnection.nullable(),
    /** `now`: what arrived before it was added is left alone. */
    begins: z.enum(["now", "all"]),
  })
  .meta({ id: "MailboxWish" });

/** A connection to be tried; `id`: of the mailbox whose kept secret is used where none is given. */
export const mailboxTrial = z
  .strictObject({ id: z.uuid().nullable(), connection: wishedConnection })
  .meta({ id: "MailboxTrial" });

/** What a trial found: how many messages the folder holds, or what is wrong. */
export const mailboxTried = z
  .strictObject({
    messages: z.int().nullable(),
    trouble: trouble.nullable(),
    detail: z.string().nullable(),
  })
  .meta({ id: "MailboxTried" });

export type Mailbox = z.infer<typeof mailbox>;
export type Mailboxes = z.infer<typeof mailboxes>;
export type MailboxWish = z.infer<typeof mailboxWish>;
export type MailboxTrial = z.infer<typeof mailboxTrial>;
export type MailboxTried = z.infer<typeof mailboxTried>;
