// The one way in. It is written for Node 20, which may be all that the machine has; it brings the
// project's own runtime and runs everything else on that.
import { realpathSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { ensureWeb } from "./build-web.js";
import { Trouble } from "./launch/trouble.js";
import { words } from "./launch/words.js";
import { ensureInstalled } from "./launch/install.js";
import { findRuntime } from "./launch/runtime.js";
import { supervise } from "./launch/supervise.js";

const ROOT = path.dirname(path.dirname(realpathSync(fileURLToPath(import.meta.url))));

// Only these two serve the workspace, so only they wait for it to be built.
const NEEDS_WEB = new Set(["serve", "demo"]);

/**
 * Runs a script of the project on the project's own runtime, installing and building first what is
 * missing. `args` is the script, relative to the project, and its arguments. The caller's working
 * folder, environment and standard streams are the script's. Sets the exit code of this process to
 * the script's (128 + the signal's number when a signal ended it), or 1 when it could not be started.
 */
export async function launch(args) {
  try {
    const [script, ...rest] = args;
    if (script === undefined) {
      throw new Trouble(...words.nothingToRun);
    }
    await ensureInstalled(ROOT);
    const runtime = findRuntime(ROOT);
    if (script === "src/cli/main.ts" && NEEDS_WEB.has(rest[0])) await ensureWeb(ROOT, runtime);
    // What was compiled stays compiled: half of a start's work. Where nothing can be kept, nothing is.
    process.env.NODE_COMPILE_CACHE ??= path.join(ROOT, ".build", "compile-cache");
    process.exitCode = await supervise(runtime, [path.join(ROOT, script), ...rest]);
  } catch (fault) {
    if (!(fault instanceof Trouble)) throw fault;
    process.stderr.write(`plazo: ${fault.message}\n`);
    process.exitCode = 1;
  }
}

if (process.argv[1] !== undefined && isThisFile(process.argv[1])) {
  await launch(process.argv.slice(2));
}

function isThisFile(file) {
  try {
    return realpathSync(file) === realpathSync(fileURLToPath(import.meta.url));
  } catch {
    return false;
  }
}
