import { readdir, readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { median, told, under } from "./figure.ts";
import type { Figure } from "./figure.ts";
import { dataFolder, startPlazo } from "./kit/plazo.ts";
import type { RunningPlazo } from "./kit/plazo.ts";

const ROUNDS = 3;
const IDLE_MS = 10_000;

/** From `npm start` to the first page, without data and with; and what it takes of memory at rest. */
export async function* figures(): AsyncGenerator<Figure> {
  const cold: number[] = [];
  const warm: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const data = await dataFolder();
    cold.push(await firstPage(data.path, (plazo) => plazo.stop()));
    warm.push(await firstPage(data.path, (plazo) => plazo.stop()));
    await data.remove();
  }
  yield under({ figure: "npm start without data, to the first page", value: median(cold), unit: "s" }, 8);
  yield under({ figure: "npm start with data, to the first page", value: median(warm), unit: "s" }, 3);
  yield* memory();
}

async function* memory(): AsyncGenerator<Figure> {
  const data = await dataFolder();
  const atRest: Process[] = [];
  await firstPage(data.path, async (plazo) => {
    await fetch(new URL("/d/hib2b/ayuda", plazo.url)).then((answer) => answer.text());
    await sleep(IDLE_MS);
    atRest.push(...(await treeOf(plazo.process.pid ?? 0)));
    await plazo.stop();
  });
  await data.remove();
  const sum = (which: (name: string) => boolean): number =>
    atRest.filter(({ name }) => which(name)).reduce((total, { pss }) => total + pss, 0);
  const isDatabase = (name: string): boolean => name === "postgres";
  yield told({ figure: "memory of the database at rest (PSS)", value: sum(isDatabase), unit: "MB" });
  const all = { figure: "memory of everything at rest (PSS)", value: sum(() => true), unit: "MB" };
  yield under(all, 300);
}

/** Seconds until a page answers; `then` does the rest with what was started. */
async function firstPage(
  data: string,
  then: (plazo: RunningPlazo) => Promise<void>,
): Promise<number> {
  const began = performance.now();
  const plazo = await startPlazo(data, { command: ["npm", "start"], PORT: await freePort() });
  const answer = await fetch(new URL("/d/hib2b/ayuda", plazo.url));
  await answer.text();
  const seconds = (performance.now() - began) / 1000;
  if (!answer.ok) throw new Error(`the first page was not shown: ${answer.status}`);
  await then(plazo);
  return seconds;
}

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly name: string;
  /** Megabytes of memory: its own, and its part of what it shares. */
  readonly pss: number;
}

/** A process and all that stem from it. */
async function treeOf(pid: number): Promise<Process[]> {
  const numbers = (await readdir("/proc")).filter((name) => /^\d+$/u.test(name)).map(Number);
  const all = (await Promise.all(numbers.map(readProcess))).filter((one) => one !== null);
  const tree = all.filter((one) => one.pid === pid);
  for (const one of tree) tree.push(...all.filter(({ parent }) => parent === one.pid));
  return tree;
}

/** Null where it has ended meanwhile. */
async function readProcess(pid: number): Promise<Process | null> {
  const read = (file: string): Promise<string> =>
    readFile(`/proc/${pid}/${file}`, "utf8").then((text) => text, () => "");
  const [stat, maps] = [await read("stat"), await read("smaps_rollup")];
  const [, name = "", parent] = /^\d+ \((.*)\) \S (\d+)/u.exec(stat) ?? [];
  const kilobytes = /^Pss:\s+(\d+) kB$/mu.exec(maps)?.[1];
  if (parent === undefined || kilobytes === undefined) return null;
  return { pid, parent: Number(parent), name, pss: Number(kilobytes) / 1000 };
}

async function freePort(): Promise<number> {
  const { createServer } = await import("node:net");
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((ready) => server.once("listening", ready));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (address === null || typeof address === "string") throw new Error("no port is free");
  return address.port;
}
