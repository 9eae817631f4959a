import { z } from "zod";
import { cursor, folio, instant } from "./primitives.ts";
import { authorised, contactPerson, organisation } from "./register.ts";

const direction = z.enum(["in", "out"]);
const outcome = z.enum(["spoke", "no-answer", "left-message"]);

/** A call as whoever of the desk made or took it says. */
export const callSaid = z
  .strictObject({
    /** Of the browser's making, or that of the exchange's call that was on the screen. */
    id: z.uuid(),
    direction,
    number: z.string().trim().max(40).nullable(),
    who: z.string().trim().max(200).nullable(),
    contact: z.uuid().nullable().exactOptional(),
    began: instant.exactOptional(),
  })
  .meta({ id: "CallSaid" });

/** What a telephone exchange tells of a call, in any order and as often as it likes. */
export const callReport = z
  .strictObject({
    call: z.string().trim().min(1).max(200).meta({
      description: "The exchange's own id of the call: everything told with it is of one call",
    }),
    event: z.enum(["started", "answered", "ended", "missed", "voicemail"]),
    direction,
    from: z.string().trim().max(80).nullable().default(null),
    to: z.string().trim().max(80).nullable().default(null),
    extension: z.string().trim().min(1).max(20).nullable().default(null),
    at: instant.exactOptional(),
    recording: z.string().trim().max(500).nullable().default(null).meta({
      description: "Where the exchange keeps the recording: kept as text, never fetched",
    }),
  })
  .meta({ id: "CallReport" });

/** How the telephone is for somebody, in sentences that can be said to them. */
export const phoneState = z
  .strictObject({
    open: z.boolean(),
    attended: z.boolean(),
    /** When it opens if nothing else happens; null: time alone does not open it. */
    opensAt: instant.nullable(),
    attendedFrom: instant.nullable(),
    clause: z.array(z.string()),
    assumed: z.string().exactOptional(),
    say: z.strictObject({ es: z.string(), en: z.string() }),
  })
  .meta({ id: "PhoneState" });

/** What an exchange is answered: whether its caller may call, and what can be said to them. */
export const callReported = z
  .strictObject({
    id: z.uuid(),
    state: z.enum(["ringing", "answered", "ended", "missed", "voicemail"]),
    phone: phoneState.nullable(),
    /** When whoever was missed is called back at the latest; null: no call is owed. */
    callBack: instant.nullable(),
  })
  .meta({ id: "CallReported" });

/** A call of the desk's telephone. */
export const call = z
  .strictObject({
    id: z.uuid(),
    direction,
    state: z.enum(["ringing", "answered", "ended", "missed", "voicemail"]),
    number: z.string().nullable(),
    own: z.string().nullable(),
    extension: z.string().nullable(),
    member: z.string().nullable(),
    began: instant,
    answered: instant.nullable(),
    ended: instant.nullable(),
    recording: z.string().nullable(),
    outcome: outcome.nullable(),
    who: z.string().nullable(),
    contact: z.string().nullable(),
    organisation: z.string().nullable(),
    folio: z.string().nullable(),
    subject: z.string().nullable(),
    /** The call that is owed to whoever was missed; null: none is. */
    owed: z
      .strictObject({
        due: instant,
        attempts: z.int(),
        settled: z.enum(["reached", "not-reached", "dismissed"]).nullable(),
      })
      .nullable(),
    /** The clauses by which the telephone was closed to them, where no call is owed for that. */
    closedBy: z.array(z.string()).nullable(),
  })
  .meta({ id: "Call" });

export const calls = z
  .strictObject({ calls: z.array(call), next: cursor.nullable(), now: instant })
  .meta({ id: "Calls" });

/** The call that one's own extension has on the line. */
export const callNow = z
  .strictObject({ extension: z.string().nullable(), call: call.nullable(), due: z.int() })
  .meta({ id: "CallNow" });

const callerTicket = z.strictObject({
  folio: z.string(),
  subject: z.string(),
  severity: z.string(),
  requester: z.string().nullable(),
  closed: z.boolean(),
  phone: phoneState.nullable(),
});

/** Who may be calling, and what whoever answers must know at once. */
export const callers = z
  .strictObject({
    callers: z.array(
      z.strictObject({
        contact: contactPerson.nullable(),
        organisation: organisation.nullable(),
        tickets: z.array(callerTicket),
        authorised: z.array(authorised),
      }),
    ),
    /** The telephone as it is for somebody without a ticket. */
    phone: phoneState.nullable(),
    now: instant,
  })
  .meta({ id: "Callers" });

/** The calls that are to be made, what falls due first before. */
export const callsDue = z
  .strictObject({
    tickets: z.array(
      z.strictObject({
        folio: z.string(),
        seq: z.int(),
        subject: z.string(),
        requester: z.string().nullable(),
        due: instant,
        /** 0: the first call; 1: the second attempt. */
        turn: z.int(),
        /** When the attempt was that found nobody; null: the first call. */
        after: instant.nullable(),
        /** Whether the solution leaves by mail where this call finds nobody either. */
        mails: z.boolean(),
        numbers: z.array(z.string()),
        cause: z.string(),
        remedy: z.string(),
        clause: z.array(z.string()),
        assumed: z.string().exactOptional(),
      }),
    ),
    missed: z.array(call),
    now: instant,
  })
  .meta({ id: "CallsDue" });

export const callAttached = z.strictObject({ folio: folio.nullable() });
export const callTried = z.strictObject({
  outcome: z.enum(["spoke", "no-answer", "left-message", "dismissed"]),
});

/** Who answers at which extension of the exchange. */
export const extensions = z
  .strictObject({
    extensions: z.array(
      z.strictObject({ extension: z.string(), member: z.string(), name: z.string() }),
    ),
  })
  .meta({ id: "Extensions" });
export const extensionGiven = z.strictObject({
  extension: z
    .string()
    .trim()
    .regex(/^[0-9A-Za-z*#._-]{1,20}$/),
  member: z.string().max(80).nullable(),
});

export type PhoneState = z.infer<typeof phoneState>;
export type Call = z.infer<typeof call>;
export type Calls = z.infer<typeof calls>;
export type CallNow = z.infer<typeof callNow>;
export type Callers = z.infer<typeof callers>;
export type CallsDue = z.infer<typeof callsDue>;
export type Extensions = z.infer<typeof extensions>;
