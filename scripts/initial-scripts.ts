import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

/**
 * Bytes, compressed as the server sends them, of the scripts that the workspace's page loads before
 * anything else: those that it names, and those that they import at once, not what they import later.
 */
export function scriptsOf(folder: string): number {
  const page = readFileSync(join(folder, "index.html"), "utf8");
  const named = [...page.matchAll(/(?:src|href)="\/app\/assets\/([^"]+\.js)"/gu)];
  const seen = new Set<string>();
  const follow = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    const text = readFileSync(join(folder, name), "utf8");
    for (const [, next = ""] of text.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/gu))
      follow(next);
  };
  for (const [, name = ""] of named) follow(name);
  return [...seen].reduce((sum, name) => sum + compressed(join(folder, name)), 0);
}

function compressed(file: string): number {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 8 };
  return brotliCompressSync(readFileSync(file), { params }).length;
}
