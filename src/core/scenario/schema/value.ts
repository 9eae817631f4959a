import { z } from "zod";

/** A local time of the desk, as people write it: "2026-11-20 17:00", with seconds and thousandths where they matter. */
export const Moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?$/)
  .meta({ id: "moment", description: 'Local time of the desk: "2026-11-20 17:00"' });

/** A word of the pack, or one that the scenario gives. */
export const Word = z.string().trim().min(1).max(120);

/** What somebody says. */
export const Speech = z.string().trim().min(1).max(4000);

/** One word, or several. */
export const Several = z.union([Word, z.array(Word).min(1)]);

/** Clauses that must be quoted: all of those named, among others. */
export const Clauses = Several.meta({ description: "Clauses that must be quoted with it" });
