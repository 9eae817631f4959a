import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readHost } from "../../src/cli/host.ts";
import type { Connection } from "../../src/store/connection.ts";
import { findRunningPostgres } from "../../src/store/embedded/start.ts";
import { treeOf } from "./tree.ts";

/** The project's folder. */
export const root: string = resolve(import.meta.dirname, "../..");

/** A Plazo that runs in a process of its own, as an installation does. */
export interface RunningPlazo {
  /** The address that it printed, without a slash at its end. */
  readonly url: string;
  readonly port: number;
  readonly process: ChildProcess;
  /** Everything that it has printed so far. */
  printed(): string;
  stop(): Promise<void>;
}

/** A new folder for data, which the database's user can enter, and how to remove it. */
export async function dataFolder(): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const above = await mkdtemp(join(tmpdir(), "plazo-bench-"));
  await chmod(above, 0o711);
  const remove = (): Promise<void> => rm(above, { recursive: true, force: true, maxRetries: 5 });
  return { path: join(above, "data"), remove };
}

/**
 * Runs `command` (`npm start`, or the program itself) on a data folder and waits for the address
 * that it prints. Throws with what it printed where it ends before that, or takes over a minute.
 */
export async function startPlazo(
  data: string,
  {
    command = [process.execPath, join(root, "src/cli/main.ts"), "serve"],
    ...environment
  }: { readonly command?: readonly string[] } & Readonly<Record<string, unknown>> = {},
): Promise<RunningPlazo> {
  const [program = "", ...args] = command;
  const { DATABASE_URL: _database, SMTP_URL: _smtp, ...inherited } = process.env;
  const given = Object.entries(environment).map(([name, value]) => [name, String(value)]);
  const child = spawn(program, args, {
    cwd: root,
    env: { ...inherited, PLAZO_DATA: data, PORT: "0", ...Object.fromEntries(given) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const end = (): void => void child.kill();
  process.once("exit", end);
  child.once("exit", () => process.off("exit", end));
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => void (printed += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => void (printed += text));
  const url = await addressOf(child, () => printed);
  return {
    url,
    port: Number(new URL(url).port),
    process: child,
    printed: () => printed,
    stop: () => ended(child),
  };
}

function addressOf(child: ChildProcess, printed: () => string): Promise<string> {
  return new Promise((found, failed) => {
    const fail = (): void => failed(new Error(`Plazo did not come up:\n${printed()}`));
    const late = setTimeout(() => {
      child.kill();
      fail();
    }, 60_000);
    child.once("exit", fail);
    child.stdout?.on("data", () => {
      const address = /https?:\/\/[\w.]+:\d+/u.exec(printed())?.[0];
      if (address === undefined) return;
      clearTimeout(late);
      child.off("exit", fail);
      found(address);
    });
  });
}

/**
 * Ends it, and waits for everything that it started. The program itself is told, the last that was
 * started beside its database: `npm` passes no signal on, for in a terminal the whole group has it.
 */
async function ended(child: ChildProcess): Promise<void> {
  const tree = await treeOf(child.pid ?? 0);
  process.kill(tree.findLast(({ name }) => name !== "postgres")?.pid ?? 0, "SIGTERM");
  const late = performance.now() + 20_000;
  while (tree.some(({ pid }) => existsSync(`/proc/${pid}`))) {
    if (performance.now() > late)
      for (const { pid } of tree) if (existsSync(`/proc/${pid}`)) process.kill(pid, "SIGKILL");
    await sleep(20);
  }
}

/** The connection to the database of a Plazo that runs on a data folder. Throws where there is none. */
export async function databaseOf(data: string): Promise<Connection> {
  const connection = await findRunningPostgres(data, readHost(process.pid));
  if (connection === undefined) throw new Error(`no database runs on ${data}`);
  return connection;
}
