// A load generator: what the program's filing sends to the database, sent through `pg` alone, in as
// many round trips as the program makes. With "together": what it sends for eight that arrive together.
import { Pool } from "pg";
import type { PoolClient } from "pg";
import { closeDatabase, openDatabase } from "../../src/store/connect.ts";
import { clientConfig } from "../../src/store/connection.ts";
import type { Connection } from "../../src/store/connection.ts";
import { generate } from "../kit/load.ts";
import { anew, anewTogether, recordFiling, recordFilings, TOGETHER } from "./record.ts";
import type { Recording, Trip } from "./record.ts";

const connection = JSON.parse(process.argv[2] ?? "") as Connection;
const pool = new Pool({ ...clientConfig(connection, "app"), max: Number(process.argv[3]) });

const db = await openDatabase({ connection, appConnections: 1 });
const isTogether = process.argv[4] === "together";
const recording = await (isTogether ? recordFilings(db) : recordFiling(db));
await closeDatabase(db);

generate<Recording>({
  prepare: ({ count }) => {
    const length = isTogether ? count / TOGETHER : count;
    const again = isTogether ? anewTogether : anew;
    return Promise.resolve(Array.from({ length }, () => again(recording)));
  },
  client: () =>
    Promise.resolve({
      async do(filing) {
        for (const transaction of filing) {
          const client = await pool.connect();
          for (const trip of transaction) await make(client, trip);
          client.release();
        }
      },
      close: () => Promise.resolve(),
    }),
});

async function make(client: PoolClient, trip: Trip): Promise<void> {
  const { stream } = client.connection;
  stream.cork();
  const answers = trip.map((sent) =>
    client.query(typeof sent === "string" ? sent : { ...sent, values: [...sent.values] }),
  );
  stream.uncork();
  await Promise.all(answers);
}
