import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import process from "node:process";

/** A server process of the program's own, as `plazo serve` starts it. */
export interface Served {
  readonly url: string;
  /** What it has printed so far. */
  readonly said: () => string;
  readonly child: ChildProcess;
  /** Ends it as a signal to stop does; gives the exit code. */
  stop(): Promise<number | null>;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
}

const root = resolve(import.meta.dirname, "../..");

/** A data folder of its own, that the database's user may enter; `remove` takes it away. */
export async function dataFolder(): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const above = await mkdtemp(join(tmpdir(), "plazo-served-"));
  await chmod(above, 0o711);
  const remove = (): Promise<void> => rm(above, { recursive: true, force: true, maxRetries: 5 });
  return { path: join(above, "data"), remove };
}

/** A port that nothing listened on a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => found(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

/** How a program is started: its settings, and whether by the launcher, which builds the workspace first. */
export interface Starting {
  readonly environment: Readonly<Record<string, string>>;
  readonly launcher?: boolean;
}

/** Starts a command of the program, and gives its process and what it prints. */
export function start(
  words: readonly string[],
  { environment, launcher = false }: Starting,
): {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly ended: Promise<number | null>;
} {
  const { PATH = "", HOME = "/", TMPDIR } = process.env;
  const env = {
    PATH,
    HOME,
    LANG: "es_MX.UTF-8",
    PLAZO_LOG: "error",
    PLAZO_SECOND_FACTOR: "optional",
    ...(TMPDIR === undefined ? {} : { TMPDIR }),
    ...environment,
  };
  const program = launcher ? ["scripts/launch.js", "src/cli/main.ts"] : ["src/cli/main.ts"];
  const child = spawn(process.execPath, [...program, ...words], {
    env,
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => void (printed += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => void (printed += text));
  const ended = new Promise<number | null>((done) => child.once("close", (code) => done(code)));
  return { child, said: () => printed, ended };
}

/** Serves a data folder at a port, and comes back once it answers. Throws with its words where it ends instead. */
export async function serve(
  data: string,
  port: number,
  { environment, ...starting }: Starting = { environment: {} },
): Promise<Served> {
  const settings = { PLAZO_DATA: data, PORT: String(port), ...environment };
  const { child, said, ended } = start(["serve"], { ...starting, environment: settings });
  const state = { ended: false };
  void ended.then(() => void (state.ended = true));
  while (!said().includes("Plazo atiende en ")) {
    if (state.ended) throw new Error(`it ended: ${said()}`);
    await new Promise((soon) => void setTimeout(soon, 5));
  }
  return {
    url: `http://localhost:${port}`,
    said,
    child,
    stop() {
      child.kill("SIGTERM");
      return ended;
    },
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/** What `postmaster.pid` says of the database that runs on a data folder: its process and its socket's folder. */
export async function postmasterOf(
  data: string,
): Promise<{ readonly pid: number; readonly socket: string }> {
  const lines = (await readFile(join(data, "postgres/data/postmaster.pid"), "utf8")).split("\n");
  return { pid: Number(lines[0]), socket: lines[4] ?? "" };
}

/** Ends the database that a killed server left behind, if any. */
export async function endOrphan(data: string): Promise<void> {
  const found = await postmasterOf(data).catch(() => null);
  if (found === null) return;
  try {
    process.kill(found.pid, "SIGQUIT");
  } catch {
    // It has ended by itself.
  }
}
