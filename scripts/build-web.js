// Builds the workspace, when what it is made of changed. Node 20 syntax, like the launcher.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { underLock } from "./launch/lock.js";
import { Trouble } from "./launch/trouble.js";
import { say, words } from "./launch/words.js";

// The workspace may import these and nothing else.
const MADE_OF = ["src/web", "src/contract", "src/words", "src/core"];
const MADE_WITH = ["vite.config.ts", "package-lock.json"];

/**
 * Makes sure that `.build/web` is built from the sources as they stand, comparing their hash. Builds
 * beside it and swaps, so that a server that is running keeps whole files. Does nothing while the
 * project has no workspace.
 */
export async function ensureWeb(root, runtime) {
  if (!existsSync(path.join(root, "src/web/index.html")) || isBuilt(root)) return;
  const lock = path.join(root, ".build", "web.lock");
  const waiting = () => say(words.otherBuilds);
  await underLock(lock, waiting, async (own) => {
    if (isBuilt(root)) return;
    say(words.building);
    const sources = hashSources(root);
    const next = path.join(root, ".build", "web.next");
    await viteBuild({ root, runtime, next, own });
    swap(root, next);
    writeFileSync(hashFile(root), sources);
  });
}

/** The hash of everything that the workspace is built from; tests do not count. */
export function hashSources(root) {
  const hash = createHash("sha256");
  const files = [...MADE_OF.flatMap((folder) => sourcesUnder(root, folder)), ...MADE_WITH];
  for (const file of files) {
    const full = path.join(root, file);
    if (existsSync(full)) hash.update(`${file}\0`).update(readFileSync(full)).update("\0");
  }
  return hash.digest("hex");
}

function sourcesUnder(root, folder) {
  const full = path.join(root, folder);
  if (!existsSync(full)) return [];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}

function hashFile(root) {
  return path.join(root, ".build", "web.hash");
}

function isBuilt(root) {
  const file = hashFile(root);
  if (!existsSync(file) || !existsSync(path.join(root, ".build/web/index.html"))) return false;
  return readFileSync(file, "utf8") === hashSources(root);
}

function viteBuild({ root, runtime, next, own }) {
  const vite = path.join(root, "node_modules/vite/bin/vite.js");
  const args = ["build", "--config", path.join(root, "vite.config.ts"), "--outDir", next];
  const child = spawn(runtime, [vite, ...args, "--emptyOutDir", "--logLevel", "warn"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
  });
  if (child.pid !== undefined) own(child.pid);
  return new Promise((resolve, reject) => {
    const fail = (how) => reject(new Trouble(...words.notBuilt(how)));
    child.once("error", (fault) => fail(fault.message));
    child.once("exit", (code, signal) => (code === 0 ? resolve() : fail(code ?? signal)));
  });
}

function swap(root, next) {
  const built = path.join(root, ".build/web");
  const old = path.join(root, ".build/web.old");
  rmSync(old, { recursive: true, force: true });
  if (existsSync(built)) renameSync(built, old);
  renameSync(next, built);
  rmSync(old, { recursive: true, force: true });
}
