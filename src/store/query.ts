import { Query } from "pg";
import type { ClientBase, QueryResult } from "pg";

/** A constant SQL text with the name under which the server keeps its plan. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** Something that can run statements: a transaction. */
export interface Querying {
  readonly client: Pick<ClientBase, "query">;
}

/** A statement with its values, still to be run. */
export interface Asked {
  readonly statement: Statement;
  readonly values: Values;
}

/** Values of parameters. Instants go in through `instantParameter`, JSON as a JSON text. */
export type Values = readonly unknown[];

/** Names a constant SQL text. Two texts under one name are a fault that `pg` reports at run time. */
export function statement(name: string, text: string): Statement {
  return { name, text };
}

/** Runs a prepared statement and gives its rows; `Row` states the columns that the text selects. */
export async function query<Row>(on: Querying, one: Statement, values: Values): Promise<Row[]> {
  const { rows } = await run(on, one, values);
  return rows as Row[];
}

/** The only row of a statement, or `undefined`. Throws where there are two. */
export async function queryOne<Row>(
  on: Querying,
  one: Statement,
  values: Values,
): Promise<Row | undefined> {
  const rows = await query<Row>(on, one, values);
  if (rows.length > 1)
    throw new Error(`${one.name} gave ${rows.length} rows where one was asked for`);
  return rows[0];
}

/** Runs a statement for its effect and gives how many rows it touched. */
export async function execute(on: Querying, one: Statement, values: Values): Promise<number> {
  const { rowCount } = await run(on, one, values);
  return rowCount ?? 0;
}

/**
 * Hands `pg` its own `Query`, made of the text with the rest put on: of a configuration it would
 * first copy every property with its descriptor, which takes longer than anything that follows.
 */
function run(
  { client }: Querying,
  { name, text }: Statement,
  values: Values,
): Promise<QueryResult> {
  const answered = new Promise<QueryResult>((resolve, reject) => {
    const callback = (fault: Error | null, result: QueryResult): void => {
      if (fault === null) resolve(result);
      else reject(fault);
    };
    client.query(Object.assign(new Query(text), { name, values, callback }));
  });
  return answered.then(undefined, retraced);
}

/** A fault that arrives with the answer knows the socket it came from: now it knows who asked. */
function retraced(fault: Error): never {
  Error.captureStackTrace(fault);
  throw fault;
}
