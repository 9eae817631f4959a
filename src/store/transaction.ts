import { setTimeout as sleep } from "node:timers/promises";
import { DatabaseError, escapeLiteral } from "pg";
import type { Pool, PoolClient } from "pg";
import type { Instant } from "../core/time/instant.ts";
import { alongsideNow } from "./alongside.ts";
import type { Alongside } from "./alongside.ts";
import type { Database } from "./connect.ts";
import { query, queryOne, statement } from "./query.ts";
import type { Asked, Querying, Statement, Values } from "./query.ts";
import { databaseTime, nowOf } from "./time.ts";
import type { Time } from "./time.ts";
import type { Tell } from "./tell.ts";
import { takeTouched } from "./touched.ts";

/** A transaction under way. */
export interface Transaction extends Querying {
  readonly client: PoolClient;
  /** The desk inside whose wall it runs; `null` across desks. */
  readonly desk: string | null;
  /** The time when it began: enough for something new, that no other transaction can be writing. */
  readonly began: Instant;
  /** The time now, read after whatever was locked before; never earlier than `notBefore`. */
  now(notBefore?: Instant): Promise<Instant>;
}

/** What a transaction returns to undo everything it wrote and give `value` to its caller. */
export interface Rollback<Value> {
  readonly rollback: { readonly value: Value };
}

/** What a transaction returns to run a last statement and commit in one round trip. */
export interface Last<Value> {
  readonly last: { readonly asked: Asked; readonly give: (rows: readonly unknown[]) => Value };
}

/** What the caller of a transaction receives: the value itself, kept or rolled back. */
export type Outcome<Value> =
  Value extends Rollback<infer Inner> ? Inner : Value extends Last<infer Inner> ? Inner : Value;

/**
 * For an expected refusal after something was already written: `return rollbackWith(refusal)`.
 * A refusal returned as it is commits (its own record of the attempt, for instance).
 */
export function rollbackWith<Value>(value: Value): Rollback<Value> {
  return { rollback: { value } };
}

/**
 * For a transaction that ends with a statement whose rows decide nothing any more: `return
 * commitAfter(asked, give)`. The commit is sent along with it, and `give` makes the caller's value
 * from its rows. Where the statement fails the server commits nothing.
 */
export function commitAfter<Row, Value>(
  asked: Asked,
  give: (rows: readonly Row[]) => Value,
): Last<Value> {
  return { last: { asked, give: give as (rows: readonly unknown[]) => Value } };
}

/**
 * Runs `work` in one transaction of the application's role inside a desk's wall and commits it; a
 * throw or `rollbackWith` undoes it. Serialisation failures, deadlocks and a connection lost before
 * the transaction began are tried again, at most four times in all, so `work` may run more than
 * once: it must do nothing that the transaction does not undo.
 */
export function inDesk<T>(
  database: Database,
  desk: string,
  work: (tx: Transaction) => Promise<T>,
): Promise<Outcome<T>> {
  return transact(planFor(database, desk), work);
}

/**
 * As `inDesk`, with the first statement sent along with the beginning, in one round trip: `work` is
 * handed its rows. The statement reads the time itself (`databaseTime`) and gives it as `now` in each
 * row; the transaction began then.
 */
export function inDeskAsking<Row extends Timed, T>(
  database: Database,
  desk: string,
  { first, work, patience }: Asking<Row, T>,
): Promise<Outcome<T>> {
  const plan = planFor(database, desk);
  const setting =
    patience === undefined ? plan.setting : `${plan.setting}; set local lock_timeout = ${patience}`;
  return transact({ ...plan, setting, first }, (tx, rows) => work(tx, rows as Row[]));
}

/** A row that says when it was read. */
export interface Timed {
  readonly now: Instant;
}

interface Asking<Row extends Timed, T> {
  readonly first: Asked;
  readonly work: (tx: Transaction, rows: readonly Row[]) => Promise<T>;
  /** Milliseconds that a statement of it waits for a lock before it fails; as long as it may take where it is left out. */
  readonly patience?: number;
}

function planFor(database: Database, desk: string): Plan {
  if (!deskId.test(desk)) throw new TypeError(`"${desk}" cannot be the id of a desk`);
  const { app: pool, time, tell } = database;
  const along = alongsideNow();
  const plan = { pool, time, tell, desk, setting: setting("app.desk", desk) };
  return along === undefined ? plan : { ...plan, along };
}

/**
 * Runs `work` in one transaction of the worker's role, which sees the rows of every desk and may
 * write only what the tables open to it. What it finds is then done inside its own desk.
 */
export function acrossDesks<T>(
  database: Database,
  work: (tx: Transaction) => Promise<T>,
): Promise<Outcome<T>> {
  const across = database.alone ? setting("app.across", "on") : setting("app.desk", "");
  return transact(
    { pool: database.worker, time: database.time, desk: null, setting: across },
    work,
  );
}

/**
 * Makes a statement that locks rows and then reads the time: `text` is a `select … for update`, and
 * the rows carry `now` as well. Rows are locked before the time is read, in one round trip.
 */
export function lockStatement(name: string, text: string): Statement {
  return statement(
    name,
    `with locked as materialized (${text}) select locked.*, ${databaseTime} as now from locked`,
  );
}

/**
 * Locks the one row of a `lockStatement` and gives it with the time, never earlier than
 * `lastRecorded(row)`; `undefined` where the desk has no such row.
 */
export async function lockOne<Row>(
  tx: Transaction,
  lock: { readonly statement: Statement; readonly lastRecorded: (row: Row) => Instant },
  values: Values,
): Promise<{ readonly row: Row; readonly now: Instant } | undefined> {
  const found = await queryOne<Row & { now: Instant }>(tx, lock.statement, values);
  if (found === undefined) return undefined;
  return { row: found, now: nowOf(timeOf(tx), found.now, lock.lastRecorded(found)) };
}

/** Runs what a part of the work would have ended with, for a transaction that goes on; gives its value. */
export async function runNow<Value>(tx: Transaction, value: Value | Last<Value>): Promise<Value> {
  if (!isLast(value)) return value;
  const { asked, give } = value.last as Last<Value>["last"];
  return give(await query(tx, asked.statement, asked.values));
}

const deskId = /^[a-z0-9][a-z0-9-]{0,62}$/u;
const attempts = 4;
const readNow = statement("time.now", `select ${databaseTime} as now`);

interface Plan {
  readonly along?: Alongside;
  readonly pool: Pool;
  readonly time: Time;
  readonly desk: string | null;
  readonly tell?: Tell;
  readonly setting: string;
  /** What is asked along with the beginning. */
  readonly first?: Asked;
}

type Work<T> = (tx: Transaction, rows: readonly unknown[]) => Promise<T>;

interface Begun extends Transaction {
  readonly time: Time;
}

function timeOf(tx: Transaction): Time {
  return (tx as Begun).time;
}

function setting(name: string, value: string): string {
  return `set local ${name} = ${escapeLiteral(value)}`;
}

async function transact<T>(plan: Plan, work: Work<T>): Promise<Outcome<T>> {
  for (let attempt = 1; ; attempt += 1) {
    const tried = await attemptOnce(plan, work);
    if ("value" in tried) return tried.value;
    if (!tried.again || attempt === attempts) throw tried.fault;
    await sleep(attempt * attempt * 5);
  }
}

type Tried<T> =
  | { readonly value: Outcome<T> }
  | { readonly fault: unknown; readonly again: boolean };

async function attemptOnce<T>(plan: Plan, work: Work<T>): Promise<Tried<T>> {
  let client: PoolClient | undefined;
  let begun = false;
  let broken = false;
  try {
    client = await plan.pool.connect();
    const { tx, rows } = await begin(client, plan);
    begun = true;
    // What an earlier one noted on this connection was rolled back with it.
    takeTouched({ client });
    const value = await work(tx, rows);
    if (isRolledBack(value)) {
      await client.query("rollback");
      return { value: value.rollback.value as Outcome<T> };
    }
    await plan.along?.(tx, value, { last: isLast(value) });
    const given = (await commit(client, value)) as Outcome<T>;
    tellTouched(plan, client);
    return { value: given };
  } catch (fault) {
    broken = client !== undefined && !(await undo(client));
    return { fault, again: isWorthRetrying(fault) || (client !== undefined && !begun && broken) };
  } finally {
    client?.release(broken);
  }
}

/** Once it is committed: a transaction that wrote nothing that screens show tells nothing. */
function tellTouched({ desk, tell }: Plan, client: PoolClient): void {
  const touched = takeTouched({ client });
  if (desk !== null && touched.length > 0) tell?.(desk, touched);
}

async function commit(client: PoolClient, value: unknown): Promise<unknown> {
  const last = isLast(value) ? value.last : undefined;
  const [done, ended] = await together(client, () => [
    last === undefined ? undefined : query({ client }, last.asked.statement, last.asked.values),
    client.query("commit"),
  ]);
  if (ended.command !== "COMMIT")
    throw new Error("the transaction had failed: a statement's error was swallowed");
  return last === undefined ? value : last.give(done ?? []);
}

/** Sends what is asked in one write and waits for all of its answers. Throws the first that failed. */
function together<First, Second>(
  client: PoolClient,
  ask: () => readonly [First, Second],
): Promise<[Awaited<First>, Awaited<Second>]> {
  const { stream } = client.connection;
  stream.cork();
  try {
    return Promise.all(ask());
  } finally {
    stream.uncork();
  }
}

async function begin(
  client: PoolClient,
  { time, desk, setting, first }: Plan,
): Promise<{ tx: Begun; rows: readonly unknown[] }> {
  const opening = `begin; ${setting}`;
  const [, rows] = await together(client, () =>
    first === undefined
      ? [undefined, timeAfter(client, opening)]
      : [client.query(opening), query<Timed>({ client }, first.statement, first.values)],
  );
  if (rows[0] === undefined) throw new Error("the first statement did not say what time it is");
  const began = nowOf(time, rows[0].now, Number.NEGATIVE_INFINITY);
  return { tx: begun(client, { time, desk, began }), rows };
}

async function timeAfter(client: PoolClient, opening: string): Promise<readonly Timed[]> {
  const text = `${opening}; select ${databaseTime} as now`;
  const results = (await client.query(text)) as unknown as readonly { rows: readonly Timed[] }[];
  return results.at(-1)?.rows ?? [];
}

function begun(
  client: PoolClient,
  { time, desk, began }: Pick<Begun, "time" | "desk" | "began">,
): Begun {
  return {
    client,
    desk,
    time,
    began,
    async now(notBefore = Number.NEGATIVE_INFINITY) {
      if (time.kind === "driven") return nowOf(time, 0, notBefore);
      const [row] = await query<{ now: Instant }>({ client }, readNow, []);
      if (row === undefined) throw new Error("the database did not say what time it is");
      return nowOf(time, row.now, notBefore);
    },
  };
}

/** Rolls back; `false` where the connection is gone. */
function undo(client: PoolClient): Promise<boolean> {
  return client.query("rollback").then(
    () => true,
    () => false,
  );
}

/** Whether a value is what undoes everything. */
export function isRolledBack(value: unknown): value is Rollback<unknown> {
  return typeof value === "object" && value !== null && "rollback" in value;
}

function isLast(value: unknown): value is Last<unknown> {
  return typeof value === "object" && value !== null && "last" in value;
}

/** 40001 is a serialisation failure, 40P01 a deadlock: PostgreSQL asks the client to try again. */
function isWorthRetrying(fault: unknown): boolean {
  return fault instanceof DatabaseError && (fault.code === "40001" || fault.code === "40P01");
}
