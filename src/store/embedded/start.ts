import { setTimeout as sleep } from "node:timers/promises";
import { isRefusal } from "../../core/refusal.ts";
import type { Connection } from "../connection.ts";
import { settle } from "../settle.ts";
import { findBinaries } from "./binaries.ts";
import { writeRules } from "./access-rules.ts";
import type { Host } from "./host.ts";
import { initialise } from "./initialise.ts";
import { claimServer } from "./owner-lock.ts";
import { findPlace, makePlace, makeSocketFolder } from "./place.ts";
import { readPostmaster } from "./postmaster.ts";
import { refusalOfFault } from "./refusals.ts";
import type { StartRefusal } from "./refusals.ts";
import { bringUp, tearDown } from "./server.ts";
import type { Server, Site } from "./server.ts";

/** The name of our database on our own server. */
const databaseName = "plazo";

/** What `startPostgres` needs. `durable` false and more `connections` are for tests. */
export interface StartOptions {
  readonly dataFolder: string;
  readonly host: Host;
  readonly log: (line: string) => void;
  readonly durable?: boolean;
  readonly connections?: number;
}

/** Our own server, running. */
export interface EmbeddedPostgres {
  readonly connection: Connection;
  /** Where its files stand: in the data folder, or under `/var/lib/plazo`. */
  readonly folder: string;
  /** The process of the server now; another one after a crash that was mended. */
  readonly pid: number;
  /** Ends the server and waits for it; what was committed is on the disk. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL on a data folder, making its data first where there are none, and keeps it
 * running: a server that dies is started again. The orphan of a killed run is stopped first. Refuses
 * a folder in use by a live Plazo, of another major version, or that cannot be written, a full disk,
 * and a machine without the binaries.
 */
export async function startPostgres(
  options: StartOptions,
): Promise<EmbeddedPostgres | StartRefusal> {
  const prepared = await settle(prepare(options));
  if ("fault" in prepared) return refusalOfFault(prepared.fault, options.dataFolder);
  const site = prepared.value;
  if (isRefusal(site)) return site as StartRefusal;
  const first = await bringUp(site);
  if (isRefusal(first)) return first as StartRefusal;
  return watch(site, first as Server);
}

/**
 * The connection to a server that another Plazo runs on the folder, for commands beside it;
 * `undefined` where none answers.
 */
export async function findRunningPostgres(
  dataFolder: string,
  host: Host,
): Promise<Connection | undefined> {
  const place = await findPlace(dataFolder, host);
  if (!("value" in place)) return undefined;
  const server = await readPostmaster(place.value);
  if (server === undefined) return undefined;
  const claim = await claimServer(server, host);
  if (claim.kind === "owner") await claim.client.end();
  return claim.kind === "taken" ? socketConnection(server.socketFolder) : undefined;
}

async function prepare(options: StartOptions): Promise<Site | StartRefusal> {
  const { host, log } = options;
  const found = await findPlace(options.dataFolder, host);
  if ("refused" in found) return found;
  if ("fault" in found) throw found.fault;
  const place = found.value;
  await makePlace(place, host);
  const binaries = await findBinaries(host, place);
  if ("refused" in binaries) return binaries;
  if (place.moved)
    log(
      `database: ${place.user.name} cannot reach ${options.dataFolder}; its files are in ${place.folder}`,
    );
  if (binaries.copiedTo !== undefined) log(`database: its programs run from ${binaries.copiedTo}`);
  const durable = options.durable ?? true;
  const refused = await initialise(binaries, place, { host, durable });
  if (refused !== undefined) return refused;
  const socketFolder = await makeSocketFolder(place, host);
  const rules = await writeRules(place, host);
  const settings = { durable, connections: options.connections ?? 40 };
  return { host, place, binaries, socketFolder, rules, settings, log, database: databaseName };
}

function socketConnection(folder: string): Connection {
  return { kind: "socket", folder, port: 5432, database: databaseName };
}

/** Starts the server again whenever it dies, until it is stopped on purpose. */
function watch(site: Site, first: Server): EmbeddedPostgres {
  const now = { server: first, stopping: false };
  const mend = async (): Promise<void> => {
    while (!now.stopping) {
      const next = await settle(bringUp(site));
      if ("value" in next && !isRefusal(next.value)) {
        now.server = next.value as Server;
        if (now.stopping) await tearDown(now.server);
        else void now.server.ended.then(onEnd);
        return;
      }
      const why = "fault" in next ? next.fault.message : (next.value as StartRefusal).refused;
      site.log(`database: cannot start again (${why}); trying once more in 5 s`);
      await sleep(5_000);
    }
  };
  let mending = Promise.resolve();
  const onEnd = (how: string): void => {
    if (now.stopping) return;
    site.log(`database: ${how}; starting it again`);
    mending = mend();
  };
  void first.ended.then(onEnd);
  return {
    connection: socketConnection(site.socketFolder),
    folder: site.place.folder,
    get pid() {
      return now.server.pid;
    },
    async stop() {
      now.stopping = true;
      await mending;
      await tearDown(now.server);
    },
  };
}
