import type { ClientConfig } from "pg";
import { rowTypes } from "./row-types.ts";

/** How to reach the server: a unix socket of our own server, or the address in `DATABASE_URL`. */
export type Connection =
  | {
      readonly kind: "socket";
      readonly folder: string;
      readonly port: number;
      readonly database: string;
    }
  | { readonly kind: "url"; readonly url: string };

/**
 * Who speaks to the database. `owner` migrates, exports and imports; `app` lives inside one desk at
 * a time; `worker` may look across desks. `alone` is the URL's user where the server has no roles of
 * ours: then forced policies bind that user too.
 */
export type Role = "owner" | "app" | "worker" | "alone";

/** Milliseconds a statement of each role may take before the server ends it; 0 is without limit. */
const statementTimeout: Readonly<Record<Role, number>> = {
  owner: 0,
  app: 15_000,
  worker: 60_000,
  alone: 60_000,
};

/**
 * The settings of `pg` for a connection in a role. On our own server the role signs in as itself
 * (peer maps); with a URL its user signs in and takes the role from the first moment.
 */
export function clientConfig(
  connection: Connection,
  role: Role,
  application = `plazo ${role}`,
): ClientConfig {
  const asRole =
    connection.kind === "url" && (role === "app" || role === "worker")
      ? ` -c role=plazo_${role}`
      : "";
  const shared: ClientConfig = {
    application_name: application,
    statement_timeout: statementTimeout[role],
    connectionTimeoutMillis: 5_000,
    types: rowTypes,
    keepAlive: true,
    // What is asked without waiting leaves at once, and is answered in the order it was asked in.
    pipeline: true,
    options: `-c TimeZone=UTC -c DateStyle=ISO -c IntervalStyle=iso_8601 -c search_path=plazo${asRole}`,
  };
  if (connection.kind === "url") return { ...shared, connectionString: connection.url };
  const { folder, port, database } = connection;
  return {
    ...shared,
    host: folder,
    port,
    database,
    user: `plazo_${role === "alone" ? "owner" : role}`,
  };
}
