import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { settle } from "../../store/settle.ts";
import type { Files, StoredFile } from "../effects.ts";

const headBytes = 65_536;
const idOfFile = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/**
 * Files in a folder of the data folder, each under a random id in one of 256 folders. A file is
 * written under a temporary name, brought to the disk, and then renamed: it is whole or not there.
 * What a killed run left half-written is removed here.
 */
export async function diskFiles(folder: string): Promise<Files> {
  const incoming = join(folder, "incoming");
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  await sweep(incoming);
  return {
    keep: (content, limit) => keep(folder, content, limit),
    async read(id) {
      const path = placeOf(folder, id);
      const found = await settle(stat(path));
      if ("value" in found) return readLazily(path);
      if (found.fault.code === "ENOENT") return undefined;
      throw found.fault;
    },
    drop: (id) => rm(placeOf(folder, id), { force: true }),
    aged: (number, age) => aged(join(folder, number.toString(16).padStart(2, "0")), age),
  };
}

/** Opened when the first byte is asked for, so that a stream that nobody reads holds nothing open. */
function readLazily(path: string): ReadableStream<Uint8Array> {
  let handle: FileHandle | undefined;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        handle ??= await open(path, "r");
        const { bytesRead, buffer } = await handle.read(
          Buffer.allocUnsafe(headBytes),
          0,
          headBytes,
          null,
        );
        if (bytesRead > 0) return controller.enqueue(buffer.subarray(0, bytesRead));
        await handle.close();
        controller.close();
      },
      async cancel() {
        await handle?.close();
      },
    },
    { highWaterMark: 0 },
  );
}

/** Only what another run left: younger ones may be another process's, being written. */
async function sweep(incoming: string): Promise<void> {
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name);
    const found = await settle(stat(path));
    if ("value" in found && Date.now() - found.value.mtimeMs > 3_600_000)
      await rm(path, { force: true });
  }
}

async function aged(folder: string, age: number): Promise<readonly string[]> {
  const found = await settle(readdir(folder));
  if ("fault" in found) {
    if (found.fault.code === "ENOENT") return [];
    throw found.fault;
  }
  const old: string[] = [];
  for (const name of found.value) {
    if (!idOfFile.test(name)) continue;
    const { mtimeMs } = await stat(join(folder, name));
    if (Date.now() - mtimeMs > age) old.push(name);
  }
  return old;
}

function placeOf(folder: string, id: string): string {
  if (!idOfFile.test(id)) throw new Error("not the id of a file");
  return join(folder, id.slice(0, 2), id);
}

async function keep(
  folder: string,
  content: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<StoredFile | "too-large"> {
  const id = randomUUID();
  const temporary = join(folder, "incoming", id);
  const handle = await open(temporary, "wx", 0o600);
  const written = await settle(writeAll(handle, content, limit));
  await handle.close();
  if ("fault" in written || written.value === "too-large") {
    await rm(temporary, { force: true });
    if ("fault" in written) throw written.fault;
    return "too-large";
  }
  const place = placeOf(folder, id);
  await mkdir(join(folder, id.slice(0, 2)), { recursive: true, mode: 0o700 });
  await rename(temporary, place);
  await syncFolder(join(folder, id.slice(0, 2)));
  return { id, ...written.value };
}

async function writeAll(
  handle: FileHandle,
  content: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<Omit<StoredFile, "id"> | "too-large"> {
  const hash = createHash("sha256");
  const head: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of content) {
    if (size + chunk.length > limit) return "too-large";
    if (size < headBytes) head.push(chunk.subarray(0, headBytes - size));
    hash.update(chunk);
    size += chunk.length;
    await handle.writeFile(chunk);
  }
  await handle.sync();
  return { size, sha256: hash.digest("hex"), head: Buffer.concat(head) };
}

/** The new name itself must reach the disk. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  await handle.sync();
  await handle.close();
}
