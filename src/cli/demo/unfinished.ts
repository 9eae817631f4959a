import { existsSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** What stands in the data folder while a past is being lived: one that was cut off is not shown as a whole one. */
function markIn(folder: string): string {
  return join(folder, "demo-unfinished");
}

/** Whether a past that was begun in this data folder never came to its end. */
export function isUnfinished(folder: string): boolean {
  return existsSync(markIn(folder));
}

/** Marks that a past is being lived in this data folder. */
export function markUnfinished(folder: string): Promise<void> {
  return writeFile(markIn(folder), "");
}

/** Takes the mark away: every past came to its end. */
export function markFinished(folder: string): Promise<void> {
  return rm(markIn(folder), { force: true });
}
