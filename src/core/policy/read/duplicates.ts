import type { DuplicateRule } from "../duplicate-rule.ts";
import { promiseSource, refers } from "./reading.ts";
import type { Reading } from "./reading.ts";

/** What is looked at besides the answers to fields. */
const ownMarks = ["subject", "uuid", "error-code"] as const;

/** Compiles what makes two requests of one requester the same case; null: nothing does. */
export function readDuplicates(reading: Reading): DuplicateRule | null {
  const part = reading.pack.duplicates;
  if (part === undefined) return null;
  const known = [...ownMarks, ...reading.names.fields.keys()];
  for (const [i, name] of part.same.entries())
    refers(reading, { what: "field", known }, { path: ["duplicates", "same", i], name });
  return {
    same: part.same,
    then: part.then,
    ...promiseSource(reading, part, ["duplicates"]),
  };
}
