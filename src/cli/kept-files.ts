import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { KeptFile } from "../store/export-format.ts";
import type { KeepFile } from "../store/import-lines.ts";
import { settle } from "../store/settle.ts";

/** Files stand in 256 folders named after the first two characters of their random ids. */
const shelf = /^[0-9a-f]{2}$/u;
const keptId = /^[0-9a-f]{2}\/[0-9a-f][0-9a-f-]{7,63}$/u;

/** Every whole file under the folder of files, one at a time; none where there is no folder. */
export async function* keptFiles(folder: string): AsyncGenerator<KeptFile> {
  const shelves = await settle(readdir(folder));
  if ("fault" in shelves && shelves.fault.code !== "ENOENT") throw shelves.fault;
  const names = "value" in shelves ? shelves.value : [];
  for (const name of names.filter((each) => shelf.test(each)).toSorted()) {
    for (const id of (await readdir(join(folder, name))).toSorted()) {
      yield { id: `${name}/${id}`, read: () => createReadStream(join(folder, name, id)) };
    }
  }
}

/**
 * Writes the files of an import where `keptFiles` finds them, each to the disk before the next.
 * Throws on an id that is not one of ours, for it would be a path.
 */
export function keepInto(folder: string): KeepFile {
  return async (id, pieces) => {
    if (!keptId.test(id)) throw new Error(`"${id}" is not the id of a file`);
    const path = join(folder, id);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await pipeline(Readable.from(pieces), createWriteStream(path, { mode: 0o600, flush: true }));
  };
}
