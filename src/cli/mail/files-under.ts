import { readFile, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { settle } from "../../store/settle.ts";

/** A file to be read, or why it cannot be opened. */
export type FoundFile = { readonly path: string } | { readonly path: string; readonly why: string };

/**
 * Every entry under a folder that is no folder, by name, its subfolders' included: none is left out.
 * Links to folders are not followed, for they may go round; nothing but files is opened, for a pipe
 * would wait for ever.
 */
export async function filesUnder(folder: string): Promise<FoundFile[]> {
  const listed = await settle(readdir(folder, { withFileTypes: true }));
  if ("fault" in listed) return [{ path: folder, why: whyOf(listed.fault) }];
  const found: FoundFile[] = [];
  for (const entry of listed.value.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await filesUnder(path)));
    else found.push({ path });
  }
  return found;
}

/** Bytes of a file that is opened at all; what is larger is no mail. */
const mostBytes = 256 * 1024 * 1024;

/** A file's bytes, or why it cannot be read. */
export async function bytesOf(
  path: string,
): Promise<{ readonly bytes: Buffer } | { readonly why: string }> {
  const found = await settle(stat(path));
  if ("fault" in found) return { why: whyOf(found.fault) };
  if (!found.value.isFile()) return { why: "EISDIR" };
  if (found.value.size > mostBytes) return { why: "EFBIG" };
  const read = await settle(readFile(path));
  return "value" in read ? { bytes: read.value } : { why: whyOf(read.fault) };
}

function whyOf(fault: NodeJS.ErrnoException): string {
  return fault.code ?? fault.message;
}
