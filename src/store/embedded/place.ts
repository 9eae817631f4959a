import { createHash } from "node:crypto";
import { chmod, chown, lstat, mkdir, mkdtemp, readdir, realpath } from "node:fs/promises";
import { dirname, join } from "node:path";
import { settle } from "../settle.ts";
import type { Settled } from "../settle.ts";
import type { Host } from "./host.ts";
import { canEnter } from "./reach.ts";
import type { StartRefusal } from "./refusals.ts";
import { chooseServerUser } from "./server-user.ts";
import type { ServerUser } from "./server-user.ts";

/** Where the files of our own server stand. */
export interface Place {
  /** Holds the log and the access rules; belongs to whoever runs Plazo. */
  readonly folder: string;
  /** Belongs to the server's user alone. */
  readonly private: string;
  /** PostgreSQL's own data. */
  readonly data: string;
  readonly log: string;
  readonly user: ServerUser;
  /** The data stand elsewhere, because the server's user cannot reach the data folder. */
  readonly moved: boolean;
}

/** The folder for what an unprivileged user must reach when the data folder or the project is private. */
export const reachable = "/var/lib/plazo";

/** Bytes a unix socket's path may have: 104 with the closing zero on macOS, 108 on Linux. */
const socketPathBytes = 103;

/** Makes the data folder and finds where the server's files stand, making nothing else yet. */
export async function findPlace(
  dataFolder: string,
  host: Host,
): Promise<Settled<Place> | StartRefusal> {
  const made = await settle(makeFolder(dataFolder, host.uid === 0 ? 0o711 : 0o700));
  if ("fault" in made) return made;
  // What is there may be no folder, and then nothing is put elsewhere in its stead.
  const listed = await settle(readdir(dataFolder));
  if ("fault" in listed) return listed;
  const here = await realpath(dataFolder);
  const there = join(reachable, shortHash(here));
  const elsewhere = host.uid === 0 && (await exists(dataOf(there)));
  const user = await chooseServerUser(host, dataOf(elsewhere ? there : here));
  if ("refused" in user) return user;
  const moved = elsewhere || (host.uid === 0 && !(await canEnter(join(here, "postgres"), user)));
  return { value: placeAt(moved ? there : here, user, moved) };
}

/** Makes the folders of a place, with their owners and modes. */
export async function makePlace(place: Place, host: Host): Promise<void> {
  if (place.moved) await makeOpenFolder(place.folder);
  const made = await makeFolder(place.private, 0o700);
  if (made && host.uid === 0) await chown(place.private, place.user.uid, place.user.gid);
}

/** Makes a folder under `/var/lib/plazo` that everybody may enter, whatever the umask. */
export async function makeOpenFolder(folder: string): Promise<void> {
  for (const each of [reachable, folder]) {
    if (await makeFolder(each, 0o755)) await chmod(each, 0o755);
  }
}

/**
 * Makes the folder of the socket: beside the data, or a short one under `/tmp` where that path is
 * too long for a socket; its owner and mode keep everybody else out.
 */
export async function makeSocketFolder(place: Place, host: Host): Promise<string> {
  const beside = join(place.private, "run");
  const short = `/tmp/plazo-${shortHash(place.data)}`;
  const wanted =
    Buffer.byteLength(join(beside, ".s.PGSQL.5432.lock")) <= socketPathBytes ? beside : short;
  await makeFolder(wanted, 0o700);
  const found = await lstat(wanted);
  const mine = found.isDirectory() && (found.uid === place.user.uid || found.uid === host.uid);
  const folder = mine ? wanted : await mkdtemp(`${short}-`);
  if (host.uid === 0) await chown(folder, place.user.uid, place.user.gid);
  await chmod(folder, 0o700);
  return folder;
}

/**
 * Makes a folder and those above it; `false` where it was there already. Not `mkdir`'s own recursion:
 * it never ends in a folder that answers ENOENT to everything, as those under `/proc` do.
 */
async function makeFolder(folder: string, mode: number): Promise<boolean> {
  const made = await settle(mkdir(folder, { mode }));
  if ("value" in made) return true;
  if (made.fault.code === "ENOENT" && folder !== dirname(folder)) {
    await makeFolder(dirname(folder), mode);
    await mkdir(folder, { mode });
    return true;
  }
  if (made.fault.code !== "EEXIST") throw made.fault;
  return false;
}

function placeAt(folder: string, user: ServerUser, moved: boolean): Place {
  return {
    folder,
    private: join(folder, "postgres"),
    data: dataOf(folder),
    log: join(folder, "postgres.log"),
    user,
    moved,
  };
}

function dataOf(folder: string): string {
  return join(folder, "postgres", "data");
}

function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}

async function exists(path: string): Promise<boolean> {
  return "value" in (await settle(lstat(path)));
}
