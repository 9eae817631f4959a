import type { ChildProcess } from "node:child_process";
import { readFile, readlink, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { settle } from "../settle.ts";
import type { Host } from "./host.ts";
import type { Place } from "./place.ts";

/** What `postmaster.pid` says of the server that runs, or ran, on the data. */
export interface Postmaster {
  readonly pid: number;
  readonly socketFolder: string;
  readonly port: number;
  readonly ready: boolean;
}

/** Reads `postmaster.pid`; `undefined` where there is none, or it is still being written. */
export async function readPostmaster(place: Place): Promise<Postmaster | undefined> {
  const text = await settle(readFile(join(place.data, "postmaster.pid"), "utf8"));
  if ("fault" in text) return undefined;
  const lines = text.value.split("\n");
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!Number.isInteger(pid) || lines.length < 5) return undefined;
  return { pid, port, socketFolder: lines[4] ?? "", ready: lines[7]?.trim() === "ready" };
}

/**
 * Waits until a server that was just started takes connections, however long its recovery lasts;
 * `false` where it ended instead.
 */
export async function isReady(child: ChildProcess, place: Place): Promise<boolean> {
  while (child.exitCode === null && child.signalCode === null) {
    const found = await readPostmaster(place);
    if (found?.pid === child.pid && found?.ready === true) return true;
    await sleep(4);
  }
  return false;
}

/**
 * Removes a `postmaster.pid` left by a server that was killed when its number has since gone to a
 * program that is no server, which would make PostgreSQL refuse to start for ever (Linux; elsewhere
 * the numbers come round too slowly to matter).
 */
export async function removeStalePid(host: Host, place: Place, left: Postmaster): Promise<void> {
  if (host.platform !== "linux") return;
  const program = await settle(readFile(`/proc/${left.pid}/comm`, "utf8"));
  if ("value" in program && program.value.trim() !== "postgres") {
    await rm(join(place.data, "postmaster.pid"), { force: true });
  }
}

/**
 * The program that started a server and still lives (Linux; elsewhere the lock alone tells). A server
 * whose starter was killed has been handed to the first process, or to one that is no Node.
 */
export async function starterOf(host: Host, server: Postmaster): Promise<number | undefined> {
  if (host.platform !== "linux") return undefined;
  const stat = await settle(readFile(`/proc/${server.pid}/stat`, "utf8"));
  if ("fault" in stat) return undefined;
  // proc(5): the second field is the command in brackets, the fourth the parent.
  const parent = Number(stat.value.slice(stat.value.lastIndexOf(")") + 2).split(" ")[1]);
  if (!Number.isInteger(parent) || parent <= 1) return undefined;
  const program = await settle(readlink(`/proc/${parent}/exe`));
  return "value" in program && basename(program.value) === "node" ? parent : undefined;
}

/** Ends a server of our own: fast at first, at once where that takes longer than 30 s. */
export async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<true>((resolve) => child.once("exit", () => resolve(true)));
  child.kill("SIGINT");
  const timer = new AbortController();
  const inTime = await Promise.race([ended, sleep(30_000, false, { signal: timer.signal })]);
  if (!inTime) {
    child.kill("SIGQUIT");
    await ended;
  }
  timer.abort();
}
