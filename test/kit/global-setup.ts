import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { readHost } from "../../src/cli/host.ts";
import { startPostgres } from "../../src/store/embedded/start.ts";
import { settle } from "../../src/store/settle.ts";
import type { Settled } from "../../src/store/settle.ts";
import "./database.ts";

const prefix = "plazo-test-";

/**
 * One PostgreSQL for the whole run, in a temporary folder, without fsync: what it holds is worth
 * nothing after the run. Gives back how to end it.
 */
export default async function startTestPostgres(
  project: TestProject,
): Promise<() => Promise<void>> {
  await sweep();
  const root = await mkdtemp(join(tmpdir(), prefix));
  await writeFile(join(root, "pid"), String(process.pid));
  const dataFolder = join(root, "data");
  if (process.getuid?.() === 0) await chmod(root, 0o711);
  await mkdir(dataFolder, { recursive: true, mode: 0o711 });
  const server = await startPostgres({
    dataFolder,
    host: readHost(process.pid),
    log: () => undefined,
    durable: false,
    connections: 100,
  });
  if (!("stop" in server))
    throw new Error(`the tests' PostgreSQL was refused: ${JSON.stringify(server)}`);
  if (server.connection.kind === "socket")
    project.provide("postgresSocket", server.connection.folder);
  return async () => {
    await server.stop();
    await rm(root, { recursive: true, force: true });
  };
}

/** Ends the servers and removes the folders of runs that were killed. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(prefix)) continue;
    const root = join(tmpdir(), name);
    const run = await settle(readFile(join(root, "pid"), "utf8"));
    if ("fault" in run || (await isAlive(Number(run.value)))) continue;
    await endServerOf(join(root, "data", "postgres", "data"));
    await settle(rm(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  }
}

/** Its working folder tells the server from a program that has since got its number. */
async function endServerOf(data: string): Promise<void> {
  const text = await settle(readFile(join(data, "postmaster.pid"), "utf8"));
  if ("fault" in text) return;
  const pid = Number(text.value.split("\n")[0]);
  const folder = await settle(readlink(`/proc/${pid}/cwd`));
  if ("value" in folder && folder.value === data) await signal(pid, "SIGQUIT");
}

async function isAlive(pid: number): Promise<boolean> {
  const asked = await signal(pid, 0);
  return "value" in asked || asked.fault.code === "EPERM";
}

function signal(pid: number, name: NodeJS.Signals | 0): Promise<Settled<true>> {
  return settle(Promise.resolve().then(() => process.kill(pid, name)));
}
