import type { Signing } from "../send.ts";
import { readKeys } from "./keys.ts";
import type { OpenedKey } from "./keys.ts";

/** Milliseconds for which keys are remembered: a new one signs within a minute, without a restart. */
const remembered = 60_000;

/** The keys in a folder, opened with the installation's secret and read anew each minute. */
export function signingIn(folder: string, secret: Uint8Array): Signing {
  let read: { readonly at: number; readonly keys: Promise<readonly OpenedKey[]> } | null = null;
  return {
    keys() {
      const now = performance.now();
      if (read === null || now - read.at > remembered)
        read = { at: now, keys: readKeys(folder, secret) };
      return read.keys;
    },
  };
}
