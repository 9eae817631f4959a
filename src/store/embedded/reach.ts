import { constants } from "node:fs";
import type { Stats } from "node:fs";
import { stat } from "node:fs/promises";
import { dirname } from "node:path";
import { settle } from "../settle.ts";
import type { ServerUser } from "./server-user.ts";

/** Whether a user without further groups may enter every folder above a path. */
export async function canEnter(path: string, user: ServerUser): Promise<boolean> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const found = await settle(stat(folder));
    if ("fault" in found || !mayExecute(found.value, user)) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** Whether a user without further groups may reach and read a file. */
export async function canRead(file: string, user: ServerUser): Promise<boolean> {
  const found = await settle(stat(file));
  return "value" in found && mayRead(found.value, user) && (await canEnter(file, user));
}

function mayExecute(found: Stats, user: ServerUser): boolean {
  return may(found, user, [constants.S_IXUSR, constants.S_IXGRP, constants.S_IXOTH]);
}

function mayRead(found: Stats, user: ServerUser): boolean {
  return may(found, user, [constants.S_IRUSR, constants.S_IRGRP, constants.S_IROTH]);
}

/** The bits of the first class that the user belongs to decide, as POSIX says. */
function may(
  found: Stats,
  user: ServerUser,
  [owner, group, other]: [number, number, number],
): boolean {
  const bit = found.uid === user.uid ? owner : found.gid === user.gid ? group : other;
  return (found.mode & bit) !== 0;
}
