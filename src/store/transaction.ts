import { setTimeout as sleep } from "node:timers/promises";
import { DatabaseError, escapeLiteral } from "pg";
import type { Pool, PoolClient } from "pg";
import type { Instant } from "../core/time/instant.ts";
import type { Database } from "./connect.ts";
import { query, queryOne, statement } from "./query.ts";
import type { Querying, Statement, Values } from "./query.ts";
import { databaseTime, nowOf } from "./time.ts";
import type { Time } from "./time.ts";

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

/** What the caller of a transaction receives: the value itself, kept or rolled back. */
export type Outcome<Value> = Value extends Rollback<infer Inner> ? Inner : Value;

/**
 * For an expected refusal after something was already written: `return rollbackWith(refusal)`.
 * A refusal returned as it is commits (its own record of the attempt, for instance).
 */
export function rollbackWith<Value>(value: Value): Rollback<Value> {
  return { rollback: { value } };
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
  if (!deskId.test(desk)) throw new TypeError(`"${desk}" cannot be the id of a desk`);
  return transact(
    { pool: database.app, time: database.time, desk, setting: setting("app.desk", desk) },
    work,
  );
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

const deskId = /^[a-z0-9][a-z0-9-]{0,62}$/u;
const attempts = 4;
const readNow = statement("time.now", `select ${databaseTime} as now`);

interface Plan {
  readonly pool: Pool;
  readonly time: Time;
  readonly desk: string | null;
  readonly setting: string;
}

interface Begun extends Transaction {
  readonly time: Time;
}

function timeOf(tx: Transaction): Time {
  return (tx as Begun).time;
}

function setting(name: string, value: string): string {
  return `set_config('${name}', ${escapeLiteral(value)}, true)`;
}

async function transact<T>(plan: Plan, work: (tx: Transaction) => Promise<T>): Promise<Outcome<T>> {
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

async function attemptOnce<T>(
  plan: Plan,
  work: (tx: Transaction) => Promise<T>,
): Promise<Tried<T>> {
  let client: PoolClient | undefined;
  let begun = false;
  let broken = false;
  try {
    client = await plan.pool.connect();
    const tx = await begin(client, plan);
    begun = true;
    const value = await work(tx);
    if (isRollback(value)) {
      await client.query("rollback");
      return { value: value.rollback.value as Outcome<T> };
    }
    const ended = await client.query("commit");
    if (ended.command !== "COMMIT")
      throw new Error("the transaction had failed: a statement's error was swallowed");
    return { value: value as Outcome<T> };
  } catch (fault) {
    broken = client !== undefined && !(await undo(client));
    return { fault, again: isWorthRetrying(fault) || (client !== undefined && !begun && broken) };
  } finally {
    client?.release(broken);
  }
}

async function begin(client: PoolClient, plan: Plan): Promise<Begun> {
  const text = `begin; select ${plan.setting}, ${databaseTime} as now`;
  const results = (await client.query(text)) as unknown as [unknown, { rows: [{ now: Instant }] }];
  const { time, desk } = plan;
  return {
    client,
    desk,
    time,
    began: nowOf(time, results[1].rows[0].now, Number.NEGATIVE_INFINITY),
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

function isRollback(value: unknown): value is Rollback<unknown> {
  return typeof value === "object" && value !== null && "rollback" in value;
}

/** 40001 is a serialisation failure, 40P01 a deadlock: PostgreSQL asks the client to try again. */
function isWorthRetrying(fault: unknown): boolean {
  return fault instanceof DatabaseError && (fault.code === "40001" || fault.code === "40P01");
}
