import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { execute, query, queryOne, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";

/** Who answers at an extension of the desk's exchange. */
export interface ExtensionRecord {
  readonly extension: string;
  readonly member: string;
  readonly name: string;
}

const columns = "e.extension, e.member, m.name";
const from = "extension e join membership m on m.desk_id = e.desk_id and m.user_id = e.member";
const all = statement(
  "extension.list",
  `select ${columns} from ${from} where e.desk_id = $1 order by e.extension limit 500`,
);
const one = statement(
  "extension.read",
  `select ${columns} from ${from} where e.desk_id = $1 and e.extension = $2`,
);
const ofOne = statement(
  "extension.of-member",
  "select extension from extension where desk_id = $1 and member = $2 order by extension limit 1",
);
const put = statement(
  "extension.put",
  `insert into extension (desk_id, extension, member, since) values ($1, $2, $3, $4)
   on conflict (desk_id, extension) do update set member = excluded.member, since = excluded.since`,
);
const drop = statement(
  "extension.drop",
  "delete from extension where desk_id = $1 and extension = $2",
);

/** Every extension of the desk that a member answers. */
export function listExtensions(tx: Transaction): Promise<ExtensionRecord[]> {
  return query(tx, all, [deskOf(tx)]);
}

/** Who answers at an extension; `undefined`: nobody of the desk. */
export function readExtension(
  tx: Transaction,
  extension: string,
): Promise<ExtensionRecord | undefined> {
  return queryOne(tx, one, [deskOf(tx), extension]);
}

/** A member's extension; null: they have none. */
export async function extensionOf(tx: Transaction, member: string): Promise<string | null> {
  const found = await queryOne<{ extension: string }>(tx, ofOne, [deskOf(tx), member]);
  return found?.extension ?? null;
}

/** Gives an extension to a member, or takes it from whoever had it (`null`). */
export async function putExtension(
  tx: Transaction,
  { extension, member, at }: { extension: string; member: string | null; at: Instant },
): Promise<void> {
  if (member === null) await execute(tx, drop, [deskOf(tx), extension]);
  else await execute(tx, put, [deskOf(tx), extension, member, instantParameter(at)]);
}
