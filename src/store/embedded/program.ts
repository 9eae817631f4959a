import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import type { Place } from "./place.ts";
import type { Host } from "./host.ts";

/** How one of PostgreSQL's programs is run: directly, without a shell, as the server's user. */
export interface Run {
  readonly program: string;
  readonly args: readonly string[];
  readonly host: Host;
  readonly place: Place;
}

/** Nothing of our own environment reaches the server: no `PG…` variable, no secret, no locale. */
const environment = { LC_ALL: "C", TZ: "UTC", PATH: "/usr/bin:/bin" };

/** Starts a program that outlives a Ctrl-C meant for us; its output goes to an open file. */
export function startProgram(run: Run, output: number): ChildProcess {
  return spawn(run.program, [...run.args], {
    ...identity(run),
    cwd: run.place.private,
    env: environment,
    stdio: ["ignore", output, output],
    detached: true,
  });
}

/** Runs a program to its end; gives its exit code (-1 where a signal ended it) and all it said. */
export function runProgram(run: Run): Promise<{ readonly code: number; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(run.program, [...run.args], {
      ...identity(run),
      cwd: run.place.private,
      env: environment,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const take = (chunk: Buffer): void => void (output += chunk.toString("utf8"));
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? -1, output }));
  });
}

function identity({ host, place }: Run): { uid?: number; gid?: number } {
  return host.uid === 0 ? { uid: place.user.uid, gid: place.user.gid } : {};
}
