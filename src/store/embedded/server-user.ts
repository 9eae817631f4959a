import { readFile, stat } from "node:fs/promises";
import { refuse } from "../../core/refusal.ts";
import { settle } from "../settle.ts";
import type { Host } from "./host.ts";
import type { StartRefusal } from "./refusals.ts";

/** The operating system's user that the server runs as. */
export interface ServerUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** Users that root drops to, the most dedicated first. */
const preferred = ["plazo", "postgres", "_postgres", "nobody"];

/**
 * Who the server runs as: whoever runs Plazo; under root, which PostgreSQL refuses, the owner of the
 * data where there is some, else the first of `plazo`, `postgres`, `_postgres` and `nobody` that the
 * machine has.
 */
export async function chooseServerUser(
  host: Host,
  data: string,
): Promise<ServerUser | StartRefusal> {
  if (host.uid !== 0) return { name: host.user, uid: host.uid, gid: host.gid };
  const users = readUsers(await readFile("/etc/passwd", "utf8"));
  const owner = await settle(stat(data));
  const kept = "value" in owner ? users.find((user) => user.uid === owner.value.uid) : undefined;
  const chosen = kept ?? preferred.flatMap((name) => users.filter((user) => user.name === name))[0];
  return chosen ?? refuse("postgres-user-missing", { facts: { wanted: preferred } });
}

/** The users of an `/etc/passwd`, without root. */
export function readUsers(passwd: string): ServerUser[] {
  return passwd.split("\n").flatMap((line) => {
    const [name = "", , uid, gid] = line.split(":");
    const user = { name, uid: Number(uid), gid: Number(gid) };
    return name !== "" && user.uid > 0 && user.gid >= 0 ? [user] : [];
  });
}
