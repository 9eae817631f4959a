import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Host } from "./host.ts";
import type { Place } from "./place.ts";
import { accessRules, userMap } from "./settings.ts";

/** The files that say who may connect, and as whom. */
export interface RuleFiles {
  readonly hba_file: string;
  readonly ident_file: string;
}

/** Writes them at every start, for who runs Plazo may have changed; whole or not at all. */
export async function writeRules(place: Place, host: Host): Promise<RuleFiles> {
  const files = {
    hba_file: join(place.folder, "pg_hba.conf"),
    ident_file: join(place.folder, "pg_ident.conf"),
  };
  await writeWhole(files.hba_file, accessRules);
  await writeWhole(files.ident_file, userMap([host.user, place.user.name]));
  return files;
}

async function writeWhole(file: string, text: string): Promise<void> {
  await writeFile(`${file}.new`, text, { mode: 0o644 });
  await rename(`${file}.new`, file);
}
