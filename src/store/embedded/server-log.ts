import { open, rename, stat } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { constants } from "node:fs";
import { settle } from "../settle.ts";

/** Bytes after which the log of earlier starts is put aside as `.1`. */
const longEnough = 4_000_000;

/** The server's log, open for appending, and where what it says from now on begins. */
export interface ServerLog {
  readonly file: FileHandle;
  readonly from: number;
}

/** Opens the log of a server about to start; follows no link. */
export async function openLog(path: string): Promise<ServerLog> {
  const before = await settle(stat(path));
  if ("value" in before && before.value.size > longEnough) await rename(path, `${path}.1`);
  const { O_APPEND, O_CREAT, O_RDWR, O_NOFOLLOW } = constants;
  const file = await open(path, O_APPEND | O_CREAT | O_RDWR | O_NOFOLLOW, 0o600);
  return { file, from: (await file.stat()).size };
}

/** What the server has said since it was started; at most its last 8,000 bytes. */
export async function readLog({ file, from }: ServerLog): Promise<string> {
  const { size } = await file.stat();
  const start = Math.max(from, size - 8_000);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(size - start), 0, size - start, start);
  return buffer.subarray(0, bytesRead).toString("utf8");
}
