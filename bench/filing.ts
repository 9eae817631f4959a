import { compared, median, told } from "./figure.ts";
import type { Figure } from "./figure.ts";
import { startGenerator } from "./kit/load.ts";
import type { Generator } from "./kit/load.ts";
import { dataFolder, databaseOf, startPlazo } from "./kit/plazo.ts";
import { processorTime } from "./kit/processor-time.ts";
import { treeOf } from "./kit/tree.ts";

/** As many connections as the program's own pool has. */
const CONNECTIONS = "8";
const ROUNDS = 9;
const COUNT = 600;

/** Rounds before anything counts, in turns. */
const WARM_UP = 12;

/** Rounds of the program alone before anything counts: the last of what a filing runs is compiled after some twenty thousand of them. */
const COMPILING = 24;

/** Of each round: how many a second, and the milliseconds of processor time that each filing took. */
interface Rounds {
  readonly http: number[];
  readonly own: number[];
  readonly bare: number[];
  readonly together: number[];
  readonly server: number[];
  readonly database: number[];
}

/**
 * Filing tickets by the form of a Plazo that runs as installed (fsync on; the worker apart), what its
 * own SQL reaches without it, and what a bare statement of four rows reaches: in turns, on the same
 * server, each with its load generator on the same machine. Its own SQL is one filing's, in the round
 * trips of one that nobody else's waits beside: the program itself commits together what arrives
 * together, so it may do better; what eight in one transaction reach is told beside, without a bar.
 */
export async function* figures(): AsyncGenerator<Figure> {
  const data = await dataFolder();
  const plazo = await startPlazo(data.path, { PLAZO_ROLE: "web", PLAZO_LOG: "warn" });
  const connection = JSON.stringify(await databaseOf(data.path));
  const generators = {
    http: await startGenerator("filing/http.ts", [String(plazo.port)]),
    own: await startGenerator("filing/own-sql.ts", [connection, CONNECTIONS]),
    bare: await startGenerator("filing/bare-sql.ts", [connection, CONNECTIONS]),
    together: await startGenerator("filing/own-sql.ts", [connection, CONNECTIONS, "together"]),
  };
  for (let round = 0; round < COMPILING; round += 1)
    await generators.http.run({ clients: 8, count: COUNT });
  for (let round = 0; round < WARM_UP; round += 1) await inTurn(generators, 8);
  const processes = await processesOf(plazo.process.pid ?? 0);
  for (const clients of [8, 32])
    yield* ratios(await measured(generators, { clients, processes }), clients);
  for (const generator of Object.values(generators)) generator.end();
  await plazo.stop();
  await data.remove();
}

type Generators = Readonly<Record<"http" | "own" | "bare" | "together", Generator>>;

interface Processes {
  readonly server: readonly number[];
  readonly database: readonly number[];
}

async function processesOf(pid: number): Promise<Processes> {
  const tree = await treeOf(pid);
  const numbers = (isDatabase: boolean): number[] =>
    tree.filter(({ name }) => (name === "postgres") === isDatabase).map((one) => one.pid);
  return { server: numbers(false), database: numbers(true) };
}

async function inTurn({ http, own, bare, together }: Generators, clients: number): Promise<void> {
  await http.run({ clients, count: COUNT });
  await own.run({ clients, count: COUNT });
  await bare.run({ clients, count: 2 * COUNT });
  await together.run({ clients, count: COUNT });
}

async function measured(
  { http, own, bare, together }: Generators,
  { clients, processes }: { readonly clients: number; readonly processes: Processes },
): Promise<Rounds> {
  const { server, database } = processes;
  const rounds: Rounds = { http: [], own: [], bare: [], together: [], server: [], database: [] };
  const load = { clients, count: COUNT };
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = [await processorTime(server), await processorTime(database)] as const;
    rounds.http.push(await http.run(load));
    rounds.server.push(((await processorTime(server)) - before[0]) / COUNT);
    rounds.database.push(((await processorTime(database)) - before[1]) / COUNT);
    rounds.own.push(await own.run(load));
    rounds.bare.push(await bare.run({ clients, count: 2 * COUNT }));
    rounds.together.push(await together.run(load));
  }
  return rounds;
}

function* ratios(rounds: Rounds, clients: number): Iterable<Figure> {
  const figure = `filing over HTTP, ${clients} clients`;
  const http = { figure, value: median(rounds.http), unit: "1/s" };
  yield compared(http, {
    against: "its own SQL through pg",
    other: median(rounds.own),
    least: 0.6,
  });
  yield compared(http, {
    against: "the bare statement of the same four rows",
    other: median(rounds.bare),
    least: 0.333,
  });
  const together = `${figure}: eight of its own in one transaction, through pg`;
  yield told({ figure: together, value: median(rounds.together), unit: "1/s" });
  yield told({ figure: `${figure}: spread of the rounds`, value: spread(rounds.http), unit: "%" });
  for (const part of ["server", "database"] as const) {
    const value = median(rounds[part]);
    yield told({ figure: `${figure}: processor time of the ${part}`, value, unit: "ms a filing" });
  }
}

function spread(rates: readonly number[]): number {
  return (100 * (Math.max(...rates) - Math.min(...rates))) / median(rates);
}
