import { Pool } from "pg";
import { watchConnections } from "../connect.ts";
import { clientConfig } from "../connection.ts";
import type { Connection } from "../connection.ts";

/** Connections of the staff's sign-in, which reads and writes its own schema and nothing else. */
export interface Identities {
  readonly pool: Pool;
  close(): Promise<void>;
}

/**
 * A small pool in the application's role whose search path is the schema of identities. Its rows
 * come as `pg` gives them (dates as `Date`), as better-auth expects. Connects at the first query.
 */
export function openIdentities(
  connection: Connection,
  options: { readonly alone: boolean; readonly log: (line: string) => void },
): Identities {
  const { types: _ours, ...config } = clientConfig(
    connection,
    options.alone ? "alone" : "app",
    "plazo staff",
  );
  const pool = new Pool({
    ...config,
    options: `${config.options ?? ""} -c search_path=plazo_auth`,
    max: 3,
    idleTimeoutMillis: 30_000,
  });
  watchConnections(pool, options.log);
  return { pool, close: () => pool.end() };
}
