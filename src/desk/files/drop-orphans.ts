import { DAY } from "../../core/time/instant.ts";
import { namedFiles } from "../../store/kept-files.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";

/** Milliseconds that a file without a row is left: whoever restores an older database has a week to think again. */
const left = 7 * DAY;

/**
 * Removes the files of one of the 256 folders that no row of any desk names: what a process left that
 * was killed between writing a file and noting it. Gives how many.
 */
export async function dropOrphans(
  plazo: Plazo,
  { desks, folder }: { readonly desks: readonly string[]; readonly folder: number },
): Promise<number> {
  let orphans = await plazo.effects.files.aged(folder, left);
  for (const desk of desks) {
    if (orphans.length === 0) return 0;
    const ids = orphans;
    const named = new Set(await inDesk(plazo.db, desk, (tx) => namedFiles(tx, ids)));
    orphans = orphans.filter((id) => !named.has(id));
  }
  for (const id of orphans) await plazo.effects.files.drop(id);
  return orphans.length;
}
