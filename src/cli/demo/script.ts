import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";

const staff = z.strictObject({
  name: z.string(),
  email: z.email(),
  role: z.enum(["agent", "supervisor", "auditor", "administrator"]),
  level: z.string().nullable(),
});

const requestKind = z.strictObject({
  /** How often it comes, against the others. */
  weight: z.number().positive(),
  form: z.string(),
  fields: z.record(z.string(), z.string()),
  /** Files by the field that they answer; they stand beside the script. */
  files: z.record(z.string(), z.string()).default({}),
  /** What an agent classifies it as. */
  severity: z.string(),
  ask: z.string().optional(),
  answer: z.string().optional(),
  cause: z.string(),
  remedy: z.string(),
});

const script = z.strictObject({
  staff: z.array(staff).min(1),
  portals: z.array(
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
  ),
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
  requesters: z.array(z.record(z.string(), z.string())).min(1),
  thanks: z.array(z.string()).min(1),
  notSolved: z.array(z.string()).min(1),
  contact: z.array(z.string()).min(1),
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
