import { z } from "zod";
import { folio } from "./primitives.ts";

/** The longest list of changed tickets that a report brings. */
export const mostChanged = 2_000;

/**
 * A back-test to be run. `version`: what is tried, null for the draft. `load`: a generated stretch of
 * time in place of the desk's own tickets; null: its own, where it has any.
 */
export const backtestWished = z
  .strictObject({
    version: z.int().min(1).nullable(),
    load: z
      .strictObject({
        days: z.int().min(1).max(730),
        perDay: z.int().min(1).max(2_000),
        agents: z.int().min(1).max(500),
        minutes: z.int().min(1).max(480),
      })
      .nullable(),
  })
  .meta({ id: "BacktestWished" });

const counts = z.strictObject({ met: z.int(), missed: z.int(), open: z.int() });

/** What a back-test found. Labels are in the reader's language. */
export const backtestReport = z
  .strictObject({
    /** Whether the tickets were generated: then they are nobody's. */
    generated: z.boolean(),
    /** What was replayed, in a sentence. */
    replayed: z.string(),
    /** What would be otherwise, a sentence each. */
    outcome: z.array(z.string()),
    tickets: z.int(),
    worse: z.int(),
    better: z.int(),
    /** Each clock at each severity and level: promises kept, missed and neither yet. */
    rows: z.array(
      z.strictObject({
        clock: z.string(),
        clause: z.array(z.string()),
        severity: z.string(),
        level: z.string(),
        before: counts,
        after: counts,
      }),
    ),
    /** Tickets that would go otherwise, the worst first, at most `mostChanged`. */
    changed: z.array(z.strictObject({ folio, words: z.string(), worse: z.boolean() })),
    /** The same as a CSV file, its head included. */
    csv: z.string(),
  })
  .meta({ id: "BacktestReport" });

/** One line of the answer (a JSON text each): how far it is, and at last what it found, or why it cannot. */
export const backtestLine = z
  .union([
    z.strictObject({ done: z.number(), of: z.number() }),
    z.strictObject({ report: backtestReport }),
  ])
  .meta({ id: "BacktestLine" });

export type BacktestWished = z.infer<typeof backtestWished>;
export type BacktestReport = z.infer<typeof backtestReport>;
export type BacktestLine = z.infer<typeof backtestLine>;
