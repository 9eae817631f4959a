import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";

/** Why our own server does not start; the facts are what the words need to help. */
export type StartRefusal = Refusal<
  | "data-folder-in-use"
  | "data-folder-other-version"
  | "data-folder-damaged"
  | "data-folder-unwritable"
  | "disk-full"
  | "postgres-missing"
  | "postgres-user-missing"
>;

/** A second start on a folder: `by` names the process of the live Plazo, where it is known. */
export function refuseInUse(folder: string, by: string): StartRefusal {
  return refuse("data-folder-in-use", { facts: { folder, by } });
}

const full: ReadonlySet<string> = new Set(["ENOSPC", "EDQUOT"]);
const unwritable: ReadonlySet<string> = new Set([
  "EACCES",
  "EPERM",
  "EROFS",
  "ENOTDIR",
  "EEXIST",
  "ENOENT",
  "ELOOP",
]);

/**
 * The refusal that a fault of the file system under `folder` amounts to; throws the fault itself
 * where it says neither that the disk is full nor that the folder cannot be written.
 */
export function refusalOfFault(
  fault: NodeJS.ErrnoException,
  folder: string,
): Refusal<"disk-full" | "data-folder-unwritable"> {
  const why = fault.code ?? "";
  if (full.has(why)) return refuse("disk-full", { facts: { folder } });
  if (unwritable.has(why)) return refuse("data-folder-unwritable", { facts: { folder, why } });
  throw fault;
}

/** The refusal that the server's own words amount to, where they name one. */
export function refusalOfOutput(output: string, folder: string): StartRefusal | undefined {
  if (/No space left on device|Disk quota exceeded/u.test(output))
    return refuse("disk-full", { facts: { folder } });
  if (/Read-only file system|could not (create|open|write)[^\n]*Permission denied/u.test(output)) {
    return refuse("data-folder-unwritable", { facts: { folder, why: "EACCES" } });
  }
  return undefined;
}
