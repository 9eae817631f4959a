import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { Client } from "pg";
import type { Binaries } from "./binaries.ts";
import type { RuleFiles } from "./access-rules.ts";
import type { Host } from "./host.ts";
import { claimServer, ensureDatabase } from "./owner-lock.ts";
import type { Place } from "./place.ts";
import { settle } from "../settle.ts";
import { endChild, isReady, readPostmaster, removeStalePid, starterOf } from "./postmaster.ts";
import type { Postmaster } from "./postmaster.ts";
import { runProgram, startProgram } from "./program.ts";
import { refusalOfOutput, refuseInUse } from "./refusals.ts";
import type { StartRefusal } from "./refusals.ts";
import { openLog, readLog } from "./server-log.ts";
import type { ServerLog } from "./server-log.ts";
import { listedFolder, serverArguments } from "./settings.ts";
import type { ServerSettings } from "./settings.ts";

/** Everything a start of the server needs, found and made. */
export interface Site {
  readonly host: Host;
  readonly place: Place;
  readonly binaries: Binaries;
  readonly socketFolder: string;
  readonly rules: RuleFiles;
  readonly settings: ServerSettings;
  readonly database: string;
  readonly log: (line: string) => void;
}

/** A server that runs, ours by its lock. */
export interface Server {
  readonly pid: number;
  readonly child: ChildProcess;
  /** Settles when the server has ended, with how. */
  readonly ended: Promise<string>;
  lock: Client;
  closing: boolean;
}

/** Milliseconds a start goes on trying while the remains of a server before it go away. */
const patience = 20_000;

/** What a server says when something of the one before it is still there; it passes by itself. */
const passing =
  /lock file .* already exists|pre-existing shared memory block|could not (bind|create lock file)/u;

/**
 * Starts the server on its data, stopping the orphan of a killed run first, and makes our database
 * where there is none. While the remains of a server that crashed go away it tries again for 20 s.
 */
export async function bringUp(site: Site): Promise<Server | StartRefusal> {
  const deadline = Date.now() + patience;
  for (;;) {
    const refused = await clearTheWay(site);
    if (refused !== undefined) return refused;
    const tried = await launch(site);
    if (typeof tried !== "string") return tried;
    if (Date.now() > deadline) throw new Error(`PostgreSQL does not start: ${tried.trim()}`);
    await sleep(100);
  }
}

/** Gives up the lock, ends the server and waits for it. */
export async function tearDown(server: Server): Promise<void> {
  server.closing = true;
  await settle(server.lock.end());
  await endChild(server.child);
}

async function clearTheWay(site: Site): Promise<StartRefusal | undefined> {
  const left = await readPostmaster(site.place);
  if (left === undefined) return undefined;
  await removeStalePid(site.host, site.place, left);
  const claim = await claimServer(left, site.host);
  if (claim.kind === "taken") return refuseInUse(site.place.folder, claim.by);
  if (claim.kind === "silent") return undefined;
  // The lock is free for a moment after one connection's process crashed, while its owner lives.
  const starter = await starterOf(site.host, left);
  if (starter !== undefined) {
    await claim.client.end();
    return refuseInUse(site.place.folder, `plazo ${starter}`);
  }
  site.log(`database: stopping the server that a killed run left behind (process ${left.pid})`);
  await claim.client.end();
  const args = ["stop", "-D", site.place.data, "-m", "fast", "-w", "-t", "30", "-s"];
  await runProgram({ program: site.binaries.pgCtl, args, host: site.host, place: site.place });
  return undefined;
}

/** One try; a text says what is passing. */
async function launch(site: Site): Promise<Server | StartRefusal | string> {
  const log = await openLog(site.place.log);
  const tried = await launchInto(site, log).finally(() => log.file.close());
  return tried;
}

async function launchInto(site: Site, log: ServerLog): Promise<Server | StartRefusal | string> {
  const { host, place, binaries } = site;
  const paths = { ...site.rules, unix_socket_directories: listedFolder(site.socketFolder) };
  const args = ["-D", place.data, ...serverArguments(site.settings, paths)];
  const child = startProgram({ program: binaries.postgres, args, host, place }, log.file.fd);
  const ended = endOf(child);
  if (child.pid === undefined) throw new Error(await ended);
  child.unref();
  if (!(await isReady(child, place))) return refuseEnd(site, child, await readLog(log));
  const server: Postmaster = {
    pid: child.pid,
    socketFolder: site.socketFolder,
    port: 5432,
    ready: true,
  };
  const claim = await claimServer(server, host);
  if (claim.kind === "taken") return refuseInUse(place.folder, claim.by);
  if (claim.kind === "silent") return claim.why;
  await ensureDatabase(claim.client, site.database);
  const running: Server = { pid: child.pid, child, ended, lock: claim.client, closing: false };
  keepLock(site, running);
  return running;
}

/** A server stopped politely while it started was stopped by the Plazo that took the folder. */
function refuseEnd(site: Site, child: ChildProcess, said: string): StartRefusal | string {
  if (child.exitCode === 0) return refuseInUse(site.place.folder, "");
  const refused = refusalOfOutput(said, site.place.folder);
  if (refused !== undefined) return refused;
  if (passing.test(said) || child.signalCode !== null) return said;
  throw new Error(`PostgreSQL does not start: ${said.trim()}`);
}

async function endOf(child: ChildProcess): Promise<string> {
  if (child.pid === undefined) {
    const [fault] = (await once(child, "error")) as [Error];
    return fault.message;
  }
  const [code, signal] = (await new Promise<unknown[]>((resolve) => {
    child.once("exit", (...how: unknown[]) => resolve(how));
  })) as [number | null, string | null];
  return signal === null ? `the server ended with ${code}` : `the server was ended by ${signal}`;
}

/** Takes the lock again when its connection is lost and the server lives: a crash of one backend. */
function keepLock(site: Site, server: Server): void {
  server.lock.once("end", () => void reclaim(site, server));
}

async function reclaim(site: Site, server: Server): Promise<void> {
  while (!server.closing && server.child.exitCode === null && server.child.signalCode === null) {
    const claim = await claimServer(
      { pid: server.pid, socketFolder: site.socketFolder, port: 5432, ready: true },
      site.host,
    );
    if (claim.kind === "owner" && server.closing) return void claim.client.end();
    if (claim.kind === "owner") {
      server.lock = claim.client;
      return keepLock(site, server);
    }
    await sleep(200);
  }
}
