import { setTimeout as sleep } from "node:timers/promises";
import { median, told, under } from "./figure.ts";
import type { Figure } from "./figure.ts";
import { freePort } from "./kit/free-port.ts";
import { dataFolder, startPlazo } from "./kit/plazo.ts";
import type { RunningPlazo } from "./kit/plazo.ts";
import { treeOf } from "./kit/tree.ts";
import type { Process } from "./kit/tree.ts";

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
  yield under(
    { figure: "npm start without data, to the first page", value: median(cold), unit: "s" },
    8,
  );
  yield under(
    { figure: "npm start with data, to the first page", value: median(warm), unit: "s" },
    3,
  );
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
  yield told({
    figure: "memory of the database at rest (PSS)",
    value: sum(isDatabase),
    unit: "MB",
  });
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
