import { spawn } from "node:child_process";
import { constants } from "node:os";
import { Trouble } from "./trouble.js";
import { words } from "./words.js";

const FORWARDED = ["SIGTERM", "SIGINT", "SIGHUP"];

/**
 * Runs `args` on `runtime` until it ends and gives its exit code, or 128 + the number of the signal
 * that ended it. The child shares the standard streams and has one channel more: when this process
 * dies, even by kill -9, the child sees "disconnect" and can stop. A terminal sends its signals to
 * both processes, so the child may see one twice and must take the second as the first.
 */
export async function supervise(runtime, args) {
  const child = spawn(runtime, args, { stdio: ["inherit", "inherit", "inherit", "ipc"] });
  const forward = (signal) => child.kill(signal);
  for (const signal of FORWARDED) process.on(signal, forward);
  try {
    return await ended(child, runtime);
  } finally {
    for (const signal of FORWARDED) process.off(signal, forward);
  }
}

function ended(child, runtime) {
  return new Promise((resolve, reject) => {
    child.once("error", (fault) => {
      // A runtime built for another C library exists and yet cannot be run: the system says ENOENT.
      reject(new Trouble(...words.runtimeDoesNotRun(runtime, fault.code ?? fault.message)));
    });
    child.once("exit", (code, signal) => {
      resolve(signal === null ? code : 128 + constants.signals[signal]);
    });
  });
}
