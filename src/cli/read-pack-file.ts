import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { settle } from "../store/settle.ts";

/** A pack's text, or why it cannot be read. */
type PackFile =
  | { readonly file: string; readonly text: string }
  | { readonly file: string; readonly why: string };

/** Reads a pack's file, or the `policy.yaml` of its folder. */
export async function readPackFile(path: string): Promise<PackFile> {
  const found = await settle(stat(path));
  const file = "value" in found && found.value.isDirectory() ? join(path, "policy.yaml") : path;
  const read = await settle(readFile(file, "utf8"));
  return "value" in read
    ? { file, text: read.value }
    : { file, why: read.fault.code ?? read.fault.message };
}
