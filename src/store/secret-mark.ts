import { withClient } from "./connect.ts";
import type { Connection } from "./connection.ts";

/**
 * Leaves the mark of the installation's secret (32 bytes) where there is none; whether the one that is
 * there is this one. The connection is the owner's, and the database migrated.
 */
export function leaveMark(connection: Connection, mark: Uint8Array): Promise<boolean> {
  return withClient(connection, "owner", async (client) => {
    await client.query(
      "insert into plazo.secret_mark (mark) values ($1) on conflict (one) do nothing",
      [mark],
    );
    const found = await client.query<{ mark: Buffer }>("select mark from plazo.secret_mark");
    return found.rows[0]?.mark.equals(mark) ?? false;
  });
}

/** Makes this the mark of the installation's secret, whatever was there. */
export async function replaceMark(connection: Connection, mark: Uint8Array): Promise<void> {
  await withClient(connection, "owner", (client) =>
    client.query(
      "insert into plazo.secret_mark (mark) values ($1) on conflict (one) do update set mark = excluded.mark",
      [mark],
    ),
  );
}
