import { compared, median, told } from "./figure.ts";
import type { Figure } from "./figure.ts";
import { startGenerator } from "./kit/load.ts";
import type { Generator } from "./kit/load.ts";
import { dataFolder, databaseOf, startPlazo } from "./kit/plazo.ts";

/** As many connections as the program's own pool has. */
const CONNECTIONS = "8";
const ROUNDS = 5;
const COUNT = 600;

interface Rates {
  readonly http: number[];
  readonly own: number[];
  readonly bare: number[];
}

/**
 * Filing tickets by the form of a Plazo that runs as installed (fsync on; the worker apart), what its
 * own SQL reaches without it, and what a bare statement of four rows reaches: in turns, on the same
 * server, each with its load generator on the same machine.
 */
export async function* figures(): AsyncGenerator<Figure> {
  const data = await dataFolder();
  const plazo = await startPlazo(data.path, { PLAZO_ROLE: "web", PLAZO_LOG: "warn" });
  const connection = JSON.stringify(await databaseOf(data.path));
  const generators = {
    http: await startGenerator("filing/http.ts", [String(plazo.port)]),
    own: await startGenerator("filing/own-sql.ts", [connection, CONNECTIONS]),
    bare: await startGenerator("filing/bare-sql.ts", [connection, CONNECTIONS]),
  };
  for (let round = 0; round < 2; round += 1) await inTurn(generators, 8);
  for (const clients of [8, 32]) yield* ratios(await measured(generators, clients), clients);
  for (const generator of Object.values(generators)) generator.end();
  await plazo.stop();
  await data.remove();
}

type Generators = Readonly<Record<keyof Rates, Generator>>;

async function inTurn({ http, own, bare }: Generators, clients: number): Promise<number[]> {
  const load = { clients, count: COUNT };
  return [await http.run(load), await own.run(load), await bare.run({ clients, count: 2 * COUNT })];
}

async function measured(generators: Generators, clients: number): Promise<Rates> {
  const rates: Rates = { http: [], own: [], bare: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const [http = 0, own = 0, bare = 0] = await inTurn(generators, clients);
    rates.http.push(http);
    rates.own.push(own);
    rates.bare.push(bare);
  }
  return rates;
}

function* ratios(rates: Rates, clients: number): Iterable<Figure> {
  const figure = `filing over HTTP, ${clients} clients`;
  const http = { figure, value: median(rates.http), unit: "1/s" };
  yield compared(http, { against: "its own SQL through pg", other: median(rates.own), least: 0.6 });
  yield compared(http, {
    against: "the bare statement of the same four rows",
    other: median(rates.bare),
    least: 0.333,
  });
  yield told({ figure: `${figure}: spread of the rounds`, value: spread(rates.http), unit: "%" });
}

function spread(rates: readonly number[]): number {
  return (100 * (Math.max(...rates) - Math.min(...rates))) / median(rates);
}
