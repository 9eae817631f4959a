import { randomUUID } from "node:crypto";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Refusal } from "../../core/refusal.ts";
import { refusalOfFault } from "../../store/embedded/refusals.ts";
import { settle } from "../../store/settle.ts";

/** As much as the smallest attachment may need: a disk that does not take it is full. */
const trial = Buffer.alloc(64 * 1024, 1);

/**
 * Whether files can be kept in the folder of files now, found by keeping one for a moment: null, or why
 * not. Throws what says neither that the disk is full nor that the folder cannot be written.
 */
export async function takesFiles(
  folder: string,
): Promise<Refusal<"disk-full" | "data-folder-unwritable"> | null> {
  const file = join(folder, "incoming", randomUUID());
  const written = await settle(writeFile(file, trial, { flag: "wx", mode: 0o600 }));
  await settle(rm(file, { force: true }));
  return "value" in written ? null : refusalOfFault(written.fault, folder);
}
