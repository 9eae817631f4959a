import { z } from "zod";
import { promise } from "./clock.ts";
import { following } from "./following.ts";
import { narrowing } from "./narrowing.ts";
import { cursor, externalReference, folio, instant } from "./primitives.ts";

const person = z.strictObject({ id: z.string(), name: z.string() });

/** The working state, derived from the events. */
export const progress = z.enum([
  "unattended",
  "working",
  "routed",
  "close-the-loop",
  "waiting-for-client",
  "waiting-for-authorisation",
  "waiting-for-third-party",
  "scheduled",
  "solved",
  "closed",
]);

/** A ticket in a list. */
export const ticketRow = z
  .strictObject({
    folio,
    seq: z.int(),
    subject: z.string(),
    requester: z.strictObject({ name: z.string().nullable(), address: z.string().nullable() }),
    channel: z.string(),
    severity: z.string(),
    provisional: z.boolean(),
    level: z.string(),
    state: z.string(),
    progress,
    assignee: person.nullable(),
    filedAt: instant,
    updatedAt: instant,
    /** The earliest limit of the desk's running clocks; `paused` when nothing runs because it waits. */
    due: z
      .discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("limit"), clock: z.string(), at: instant }),
        z.strictObject({ kind: z.literal("paused"), clock: z.string(), at: z.null() }),
      ])
      .nullable(),
    breached: z.boolean(),
    /** What the requester last said about being there (RD-2). */
    present: z.boolean().nullable(),
    /** What became of the urgency that was claimed (RD-15). */
    urgency: z.enum(["claimed", "confirmed", "refused"]).nullable(),
    /** The worker could not record what fell due; it tries again. */
    troubled: z.boolean(),
  })
  .meta({ id: "TicketRow" });

export const ticketPage = z
  .strictObject({ tickets: z.array(ticketRow), next: cursor.nullable(), now: instant })
  .meta({ id: "TicketPage" });

/** How many tickets each list holds, counted up to 1,000. */
export const ticketCounts = z
  .strictObject({
    open: z.int(),
    mine: z.int(),
    unassigned: z.int(),
    breached: z.int(),
    waiting: z.int(),
    solved: z.int(),
  })
  .meta({ id: "TicketCounts" });

/** A list's address is a view: every filter is in it. */
export const ticketQuery = z.strictObject({
  view: z
    .enum(["open", "mine", "unassigned", "breached", "waiting", "solved", "closed", "all"])
    .default("open")
    .meta({
      description:
        "A list of the queue, what falls due next first; `all`: open and closed, in the order in which they changed",
    }),
  ...narrowing,
  q: z
    .string()
    .trim()
    .max(200)
    .optional()
    .meta({ description: "The beginning of a folio, a subject or an address; alone" }),
  updatedSince: z.coerce.number().pipe(instant).optional().meta({
    id: "UpdatedSince",
    description:
      "With `view=all`: changed at this instant or later (UTC, milliseconds). Ask again from a minute before the newest that you have: changes of the same moment may be seen a little later",
  }),
  state: z.string().max(60).optional().meta({ description: "The policy's state" }),
  folio: folio
    .optional()
    .meta({ id: "FolioWanted", description: "With `view=all`: exactly this one" }),
  requester: z
    .string()
    .trim()
    .max(254)
    .optional()
    .meta({ description: "With `view=all`: the requester's address, exactly" }),
  externalReference: externalReference.optional().meta({
    id: "ExternalReferenceWanted",
    description: "With `view=all`: what another system calls it",
  }),
  cursor: cursor.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** Filters of every ticket there is, in the order of their changes: nothing else knows them. */
export const changesFilters = ["updatedSince", "folio", "requester", "externalReference"] as const;

const fileRef = z.strictObject({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  size: z.int(),
});

/** One entry of a ticket's timeline: a message, an event, or both; each has its own address (`seq`). */
export const timelineEntry = z
  .strictObject({
    seq: z.int(),
    at: instant,
    recorded: instant,
    by: z.strictObject({
      kind: z.enum(["client", "staff", "integration", "desk"]),
      name: z.string().nullable(),
    }),
    type: z.string(),
    facts: z.record(z.string(), z.unknown()),
    /** Whether the client sees it. */
    public: z.boolean(),
    message: z
      .strictObject({
        id: z.string(),
        text: z.string(),
        channel: z.string(),
        files: z.array(fileRef),
      })
      .nullable(),
  })
  .meta({ id: "TimelineEntry" });

/** What left the desk for this ticket, and how far it got. */
export const delivery = z
  .strictObject({
    id: z.string(),
    kind: z.string(),
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
  .meta({ id: "Delivery" });

/** The account of a ticket's help by time; amounts are exact decimal texts. */
const account = z
  .strictObject({
    quotes: z.array(
      z.strictObject({
        at: instant,
        minutes: z.int(),
        amount: z.string(),
        charge: z.string().nullable(),
        currency: z.string().nullable(),
        state: z.enum(["proposed", "accepted", "refused", "replaced"]),
      }),
    ),
    entries: z.array(
      z.strictObject({
        at: instant,
        by: z.string().nullable(),
        charge: z.string(),
        minutes: z.int(),
        amount: z.string(),
        currency: z.string(),
        work: z.string(),
      }),
    ),
    minutes: z.int(),
    totals: z.array(z.strictObject({ amount: z.string(), currency: z.string() })),
  })
  .meta({ id: "Statement" });

/** A ticket whole, as staff see it. */
export const ticketDetail = z
  .strictObject({
    row: ticketRow,
    now: instant,
    form: z.string(),
    /** As the tracker sorts it: "tipo/contrasena", the choice and its answer, or its form. */
    type: z.string(),
    fields: z.record(z.string(), z.string()),
    flags: z.array(z.string()),
    portal: z.string().nullable(),
    /** What the system that sent it calls it. */
    externalReference: z.string().nullable(),
    policy: z.int(),
    identity: z.string().nullable(),
    telephone: z.string().nullable(),
    promises: z.array(promise),
    /** Milliseconds in each bucket; they add up to the wall time. */
    buckets: z.record(z.string(), z.number()),
    timeline: z.array(timelineEntry),
    deliveries: z.array(delivery),
    solution: z
      .strictObject({ cause: z.string(), remedy: z.string(), told: z.boolean() })
      .nullable(),
    urgency: z
      .strictObject({ ground: z.string(), state: z.enum(["claimed", "confirmed", "refused"]) })
      .nullable(),
    /** Help by time: what was quoted, what was worked, and what it comes to (FI-14, RD-1). */
    account: account.nullable(),
    following,
    links: z.array(z.strictObject({ to: z.string(), as: z.string() })),
    /** The acts that this person may do now. */
    acts: z.array(z.string()),
    routes: z.array(z.string()),
  })
  .meta({ id: "Ticket" });

export type TicketRow = z.infer<typeof ticketRow>;
export type TicketPage = z.infer<typeof ticketPage>;
export type TicketCounts = z.infer<typeof ticketCounts>;
export type TicketQuery = z.infer<typeof ticketQuery>;
export type TimelineEntry = z.infer<typeof timelineEntry>;
export type Delivery = z.infer<typeof delivery>;
export type TicketDetail = z.infer<typeof ticketDetail>;
