import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { roles } from "../../core/access/roles.ts";

const span = z.tuple([z.number().min(0), z.number().min(0)]);

const staff = z.strictObject({
  name: z.string(),
  email: z.email(),
  role: z.enum(roles),
  level: z.string().nullable(),
});

const question = z.strictObject({ ask: z.string(), answer: z.string() });

const requestKind = z.strictObject({
  /** How often it comes, against the others. */
  weight: z.number().positive(),
  form: z.string(),
  /** How it comes; by telephone an agent takes it down. */
  channel: z.enum(["form", "phone", "mail"]).default("form"),
  /** What the mail is about, where it comes by mail. */
  subject: z.string().optional(),
  /** Who asks, by address, where not anybody may. */
  from: z.string().optional(),
  fields: z.record(z.string(), z.string()),
  /** Files by the field that they answer; they stand beside the script. */
  files: z.record(z.string(), z.string()).default({}),
  /** What an agent classifies it as. */
  severity: z.string(),
  ask: z.string().optional(),
  answer: z.string().optional(),
  /** The level that finds the solution; the first where it is left out. */
  level: z.string().optional(),
  /** What that level asks of the one below. */
  detail: question.optional(),
  /** What shows that the steps of a procedure were done, and the level that does each, in their order. */
  evidence: z.array(z.strictObject({ by: z.string(), note: z.string() })).default([]),
  /** A ground of urgency that is claimed, and why it is refused, where it is. */
  urgency: z.strictObject({ ground: z.string(), refused: z.string().optional() }).optional(),
  /** Whether the requester says that they are there. */
  present: z.boolean().optional(),
  /** What is quoted, and what is done for it where it is accepted. */
  charge: z
    .strictObject({ charge: z.string(), minutes: z.int(), work: z.string(), declined: z.string() })
    .optional(),
  /** What it is of what the desk does not attend to. */
  scope: z.string().optional(),
  /** The requester shows with the code that was mailed to them whose address it is. */
  proven: z.boolean().default(false),
  /** With which words it is admitted, where it is held at first. */
  admitted: z.string().optional(),
  /** Why the account that it asks for is refused; accepted where it is left out. */
  accountRefused: z.string().optional(),
  cause: z.string(),
  remedy: z.string(),
});

const script = z.strictObject({
  staff: z.array(staff).min(1),
  /** How many ask for help on a day on which the desk is open, and on one on which it is not: from, to. */
  arrivals: z
    .strictObject({
      open: span,
      closed: span,
      /** How many times as many ask in the last five days, of which something is still open. */
      lately: z.number().positive().default(1),
    })
    .default({ open: [2, 6], closed: [0, 1.7], lately: 1 }),
  portals: z
    .array(
      z.strictObject({
        portal: z.string(),
        organisation: z.string(),
        rfc: z.string().nullable(),
        plan: z.string().nullable(),
        /** Months from now until which support is paid; below zero: it has expired. */
        months: z.number(),
        /** How many of its suppliers ask for help, against the other portals'. */
        weight: z.number().positive(),
      }),
    )
    .default([]),
  /** Prepared answers of the desk, and what they are for. */
  canned: z
    .array(
      z.strictObject({
        name: z.string(),
        mode: z.enum(["reply", "ask", "note", "solve", "none"]).default("reply"),
        text: z.string().default(""),
        cause: z.string().default(""),
        remedy: z.string().default(""),
        forms: z.array(z.string()).default([]),
        /** Whether whoever uses it takes the ticket. */
        takes: z.boolean().default(false),
      }),
    )
    .default([]),
  /** Who is registered, in which role, and whether they were trained. */
  contacts: z
    .array(
      z.strictObject({
        address: z.email(),
        name: z.string(),
        organisation: z.string().nullable().default(null),
        role: z.string().nullable().default(null),
        trained: z.boolean().nullable().default(null),
      }),
    )
    .default([]),
  /** Processes that are announced the day before they begin: days before the end of the three months, and hours. */
  announcements: z
    .array(
      z.strictObject({
        process: z.string(),
        type: z.string(),
        ago: z.number(),
        hours: z.number().positive(),
      }),
    )
    .default([]),
  /** People from outside who follow the tracker in the last week, where the manual has one. */
  followers: z
    .array(
      z.strictObject({
        name: z.string(),
        address: z.email(),
        portal: z.string().nullable(),
        language: z.enum(["es", "en"]),
      }),
    )
    .default([]),
  /** What each says of themselves, by field; each form takes what it asks for. */
  requesters: z.array(z.record(z.string(), z.string())).min(1),
  thanks: z.array(z.string()).min(1),
  notSolved: z.array(z.string()).min(1),
  contact: z.array(z.string()).min(1),
  /** What is said while nothing is solved yet, where the manual promises to. */
  progress: z.array(z.string()).default([]),
  /** What is said on the telephone when somebody is called with a solution. */
  calls: z.array(z.string()).default([]),
  /** What agents write down for each other. */
  notes: z.array(z.string()).default([]),
  cases: z.array(requestKind).min(1),
});

/** People and requests of a demonstration, in the desk's own words. */
export type DemoScript = z.infer<typeof script>;

/** A kind of request that comes again and again. */
export type RequestKind = z.infer<typeof requestKind>;

/** The script beside a pack (`demo/script.yaml`), with its folder; `undefined` where the pack has none. */
export async function readDemoScript(
  packFile: string,
): Promise<{ readonly script: DemoScript; readonly folder: string } | undefined> {
  const folder = join(packFile, "..", "demo");
  const file = join(folder, "script.yaml");
  if (!existsSync(file)) return undefined;
  return { script: script.parse(parse(await readFile(file, "utf8"))), folder };
}
