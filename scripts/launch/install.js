import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { agrees } from "./agreement.js";
import { underLock } from "./lock.js";
import { Trouble } from "./trouble.js";
import { say, words } from "./words.js";

const REMIND_MS = 15_000;

/**
 * Makes sure that node_modules holds exactly what package-lock.json asks for, by running `npm ci`
 * when it does not. Does nothing, and needs no network and no right to write, when it does. Two
 * starts at once install once. Everything it says goes to standard error.
 */
export async function ensureInstalled(root) {
  if (isInstalled(root)) return;
  const lock = path.join(root, ".build", "install.lock");
  const waiting = () => say(words.otherInstalls);
  await underLock(lock, waiting, async (own) => {
    if (isInstalled(root)) return;
    await install(root, own);
    stamp(root);
  });
}

function isInstalled(root) {
  const file = stampFile(root);
  if (existsSync(file) && readFileSync(file, "utf8") === fingerprint(root)) return true;
  if (!agrees(root)) return false;
  stamp(root);
  return true;
}

function stampFile(root) {
  return path.join(root, "node_modules", ".plazo-installed");
}

function fingerprint(root) {
  const lock = path.join(root, "package-lock.json");
  if (!existsSync(lock)) {
    throw new Trouble(...words.noLock(lock));
  }
  const hash = createHash("sha256").update(readFileSync(lock)).digest("hex");
  return `${hash} ${process.platform}-${process.arch}\n`;
}

function stamp(root) {
  try {
    writeFileSync(stampFile(root), fingerprint(root));
  } catch (fault) {
    // A folder that another user installed is as good; the next start compares again.
    if (fault.code !== "EACCES" && fault.code !== "EROFS" && fault.code !== "EPERM") throw fault;
  }
}

async function install(root, own) {
  say(words.installing);
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const reminder = setInterval(() => say(words.stillInstalling(seconds())), REMIND_MS);
  try {
    const code = await npmCi(root, own);
    if (code !== 0) {
      throw new Trouble(...words.npmFailed(code, root));
    }
  } finally {
    clearInterval(reminder);
  }
  say(words.installed(seconds()));
}

function npmCi(root, own) {
  // Vite is a development package and builds the workspace, the runtime is an optional one: both are
  // asked for by name, whatever NODE_ENV or npm's settings say. What npm warns of is that this Node is
  // older than some packages want: they run on the project's own.
  const asked = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
  asked.push("--include=dev", "--include=optional");
  const [command, ...before] = npm();
  return new Promise((resolve, reject) => {
    // npm's words go to standard error, because the output of a command may be read by a program.
    const child = spawn(command, [...before, ...asked], { cwd: root, stdio: ["ignore", 2, 2] });
    if (child.pid !== undefined) own(child.pid);
    child.once("error", (fault) => {
      reject(new Trouble(...words.noNpm(fault.code)));
    });
    child.once("exit", (code, signal) => resolve(code ?? signal));
  });
}

function npm() {
  const running = process.env.npm_execpath;
  if (running !== undefined && path.basename(running) === "npm-cli.js" && existsSync(running)) {
    return [process.execPath, running];
  }
  return ["npm"];
}
