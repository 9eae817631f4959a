import { randomBytes } from "node:crypto";
import { inject } from "vitest";
import type { Instant } from "../../src/core/time/instant.ts";
import { closeDatabase, openDatabase, withClient } from "../../src/store/connect.ts";
import type { Database } from "../../src/store/connect.ts";
import type { Connection } from "../../src/store/connection.ts";
import { readMigrations } from "../../src/store/migrations.ts";
import type { Time } from "../../src/store/time.ts";
import { ensureTemplate } from "./template.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The socket's folder of the run's own PostgreSQL. */
    postgresSocket: string;
  }
}

/** A database of one test file's own, migrated and empty. */
export interface TestDatabase {
  readonly db: Database;
  readonly connection: Connection;
  /** Closes the pools and drops the database. */
  close(): Promise<void>;
}

/** A clock that stands still until the test moves it. */
export interface DrivenTime {
  readonly kind: "driven";
  read(): Instant;
  /** Moves to an instant, given as text in UTC ("2026-11-20T23:00:00Z") or in milliseconds. */
  set(instant: string | Instant): void;
  advance(milliseconds: number): void;
}

/** A driven clock that starts at an instant in UTC. Throws on a text that is no instant. */
export function drivenTime(start: string): DrivenTime {
  let now = instantOf(start);
  return {
    kind: "driven",
    read: () => now,
    set: (instant) => void (now = instantOf(instant)),
    advance: (milliseconds) => void (now += milliseconds),
  };
}

/** A connection to a database of the run's own PostgreSQL. */
export function testConnection(database: string): Connection {
  return { kind: "socket", folder: inject("postgresSocket"), port: 5432, database };
}

/**
 * A fresh database, cloned from a template that is migrated once for each state of the migrations.
 * `time` is the database's own unless a driven one is given.
 */
export async function freshDatabase(options: { readonly time?: Time } = {}): Promise<TestDatabase> {
  const migrations = await readMigrations();
  const name = `test_${randomBytes(8).toString("hex")}`;
  await withClient(testConnection("postgres"), "owner", async (client) => {
    const template = await ensureTemplate(client, migrations, testConnection);
    await client.query(`create database ${name} template ${template} strategy file_copy`);
  });
  const connection = testConnection(name);
  const db = await openDatabase({ connection, ...options });
  return {
    db,
    connection,
    async close() {
      await closeDatabase(db);
      await withClient(testConnection("postgres"), "owner", (client) =>
        client.query(`drop database if exists ${name} with (force)`),
      );
    },
  };
}

function instantOf(instant: string | Instant): Instant {
  const value = typeof instant === "number" ? instant : Date.parse(instant);
  if (!Number.isSafeInteger(value)) throw new RangeError(`"${instant}" is not an instant`);
  return value;
}
