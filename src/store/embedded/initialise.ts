import { randomUUID } from "node:crypto";
import { readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { refuse } from "../../core/refusal.ts";
import { settle } from "../settle.ts";
import type { Binaries } from "./binaries.ts";
import type { Host } from "./host.ts";
import type { Place } from "./place.ts";
import { runProgram } from "./program.ts";
import { refusalOfOutput } from "./refusals.ts";
import type { StartRefusal } from "./refusals.ts";

/** The major version of the binaries that `package.json` pins; a data folder serves one of them. */
export const majorVersion = "18";

/** A folder half made by a run that was killed is removed when it is older than this. */
const abandonedAfter = 10 * 60_000;

/**
 * Makes the data where there are none, whole or not at all: in a folder of their own that is renamed
 * at the end, so that neither a kill nor a second start leaves half of them. Refuses data of another
 * major version and a folder that holds something else.
 */
export async function initialise(
  binaries: Binaries,
  place: Place,
  options: { readonly host: Host; readonly durable: boolean },
): Promise<StartRefusal | undefined> {
  const found = await settle(readFile(join(place.data, "PG_VERSION"), "utf8"));
  if ("value" in found) return refuseOtherVersion(place, found.value.trim());
  const entries = await settle(readdir(place.data));
  if ("value" in entries && entries.value.length > 0) {
    return refuse("data-folder-damaged", { facts: { folder: place.data, missing: "PG_VERSION" } });
  }
  await removeAbandoned(place);
  return makeData(binaries, place, options);
}

function refuseOtherVersion(place: Place, found: string): StartRefusal | undefined {
  if (found === majorVersion) return undefined;
  return refuse("data-folder-other-version", {
    facts: { folder: place.data, found, needed: majorVersion },
  });
}

async function makeData(
  binaries: Binaries,
  place: Place,
  { host, durable }: { readonly host: Host; readonly durable: boolean },
): Promise<StartRefusal | undefined> {
  const fresh = join(place.private, `new-${randomUUID()}`);
  const args = [
    ...["-D", fresh, "-U", "plazo_owner", "-E", "UTF8", "--locale=C"],
    ...[
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--auth=peer",
      "--no-instructions",
    ],
    durable ? "--sync-method=fsync" : "--no-sync",
  ];
  const made = await runProgram({ program: binaries.initdb, args, host, place });
  if (made.code !== 0) {
    await rm(fresh, { recursive: true, force: true });
    const refused = refusalOfOutput(made.output, place.folder);
    if (refused !== undefined) return refused;
    throw new Error(`initdb ended with ${made.code}: ${made.output.trim()}`);
  }
  const renamed = await settle(rename(fresh, place.data));
  if ("fault" in renamed) {
    await rm(fresh, { recursive: true, force: true });
    if (!["ENOTEMPTY", "EEXIST"].includes(renamed.fault.code ?? "")) throw renamed.fault;
  }
  return undefined;
}

async function removeAbandoned(place: Place): Promise<void> {
  for (const name of await readdir(place.private)) {
    const folder = join(place.private, name);
    if (!name.startsWith("new-")) continue;
    const found = await settle(stat(folder));
    if ("value" in found && Date.now() - found.value.mtimeMs > abandonedAfter) {
      await rm(folder, { recursive: true, force: true });
    }
  }
}
