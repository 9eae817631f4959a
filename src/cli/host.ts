import { arch, platform, userInfo } from "node:os";
import type { Host } from "../store/embedded/host.ts";

/**
 * The machine and user that this process runs on and as; `pid` is its number. Throws where the
 * user has no entry in the machine's list of users, which PostgreSQL needs.
 */
export function readHost(pid: number): Host {
  const { uid, gid, username } = userInfo();
  return { uid, gid, user: username, pid, platform: platform(), arch: arch() };
}
