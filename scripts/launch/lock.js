import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Trouble } from "./trouble.js";
import { words } from "./words.js";

const POLL_MS = 200;

/**
 * Does `work` while no other process of this machine does work under the same lock file. A lock
 * whose owners are dead is taken over. `work` is given `own(pid)`, which names one more process that
 * must be dead before the lock counts as left behind. `waiting` is called once when there is a wait.
 */
export async function underLock(file, waiting, work) {
  let told = false;
  while (!take(file)) {
    if (!told) waiting();
    told = true;
    await sleep(POLL_MS);
  }
  try {
    return await work((pid) => writeFileSync(file, `${process.pid} ${pid}\n`));
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file) {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, `${process.pid}\n`, { flag: "wx" });
    return true;
  } catch (fault) {
    if (fault.code !== "EEXIST") {
      throw new Trouble(...words.cannotWrite(file, fault.code));
    }
  }
  if (!held(file)) removeLeftBehind(file);
  return false;
}

// Two processes may find the same dead lock. Only a rename tells which one took it; if what was taken
// turns out to be alive (written in between), it is put back.
function removeLeftBehind(file) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    if (held(aside)) linkSync(aside, file);
  } catch (fault) {
    if (fault.code !== "ENOENT" && fault.code !== "EEXIST") throw fault;
  } finally {
    rmSync(aside, { force: true });
  }
}

function held(file) {
  try {
    // A lock still being written is empty: it is held.
    const pids = readFileSync(file, "utf8").trim().split(" ").filter(Boolean).map(Number);
    return pids.length === 0 || pids.some(alive);
  } catch (fault) {
    if (fault.code === "ENOENT") return false;
    throw fault;
  }
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return fault.code === "EPERM";
  }
}
