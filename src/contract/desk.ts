import { z } from "zod";
import { roles } from "../core/access/roles.ts";
import { deskId, instant, text } from "./primitives.ts";

export const role = z.enum(roles).meta({ id: "Role" });

/** Roles beside the first one. */
export const alsoRoles = z.array(role).max(roles.length);

/** Who is signed in, and where they may work. */
export const me = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    desks: z.array(
      z.strictObject({
        id: deskId,
        name: text,
        role,
        also: alsoRoles,
        level: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: "Me" });

const labelled = z.strictObject({ id: z.string(), label: text });

/** A desk's vocabulary: what its policy calls things, and who works in it. */
export const deskDetail = z
  .strictObject({
    id: deskId,
    name: text,
    zone: z.string(),
    policy: z.strictObject({ number: z.int(), effective: z.int() }),
    severities: z.array(labelled.extend({ means: text })),
    levels: z.array(labelled.extend({ tells: z.string() })),
    /** Whether the manual promises a list that people follow. */
    tracker: z.boolean(),
    states: z.array(labelled),
    /** What tickets are sorted under: an answer of a form ("tipo/contrasena"), or a form. */
    types: z.array(labelled),
    /** What the manual calls the roles of contacts, and the kinds of support that clients contract. */
    contactRoles: z.array(labelled),
    plans: z.array(labelled),
    channels: z.array(labelled),
    /** Ordered steps of people, each by its label. */
    procedures: z.array(labelled.extend({ steps: z.array(text) })),
    /** Which tickets whoever asks sees: those that are assigned to them, or all. */
    sees: z.enum(["all", "assigned"]),
    /** Other companies whose people attend. */
    parties: z.array(labelled),
    /** What the desk does not attend to, and what the client is told then. */
    outOfScope: z.array(labelled.extend({ says: text, clause: z.array(z.string()) })),
    /** `calendar`: whose open time the clock counts; none: the wall clock. */
    clocks: z.array(
      labelled.extend({ clause: z.array(z.string()), calendar: z.string().nullable() }),
    ),
    /** When each calendar is open, from yesterday to four weeks ahead. */
    hours: z.record(z.string(), z.array(z.strictObject({ from: instant, to: instant }))),
    /** Grounds of urgency that may be claimed (RD-15). */
    grounds: z.array(labelled.extend({ advice: text.nullable(), clause: z.array(z.string()) })),
    /** What is charged by time: the rate for `each` milliseconds (FI-14, RD-1). */
    charges: z.array(
      labelled.extend({
        rate: z.strictObject({ amount: z.string(), currency: z.string() }),
        each: z.int(),
        clause: z.array(z.string()),
      }),
    ),
    /** Processes that are announced ahead, and by whom (RD-15c). */
    announcements: z.array(
      labelled.extend({
        who: z.array(z.enum(["client", "agent"])),
        types: z.array(labelled),
        clause: z.array(z.string()),
      }),
    ),
    /** Whether requesters say that they are there (RD-2). */
    hasPresence: z.boolean(),
    forms: z.array(
      z.strictObject({
        id: z.string(),
        title: text,
        /** Channels by which it is taken in. */
        on: z.array(z.string()),
        fields: z.array(
          labelled.extend({
            kind: z.string(),
            required: z.boolean(),
            onlyWhenAsked: z.boolean(),
            options: z.array(
              z.strictObject({ value: z.string(), label: text, asks: z.array(z.string()) }),
            ),
          }),
        ),
      }),
    ),
    staff: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        role,
        also: alsoRoles,
        level: z.string().nullable(),
        party: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: "Desk" });

/** An invitation to work at a desk: answered with a one-time link, shown once. */
export const invitation = z
  .strictObject({
    name: z.string().trim().min(1).max(120),
    email: z.email().max(254),
    role,
    also: alsoRoles.exactOptional(),
    level: z.string().max(60).nullable(),
    /** The company that they belong to, of the desk's third parties; none: the desk's own. */
    party: z.string().max(60).nullable().exactOptional(),
  })
  .meta({ id: "Invitation" });

export const invited = z
  .strictObject({ link: z.string(), expires: z.int() })
  .meta({ id: "Invited" });

export type Role = z.infer<typeof role>;
export type Me = z.infer<typeof me>;
export type DeskDetail = z.infer<typeof deskDetail>;
export type Invitation = z.infer<typeof invitation>;
