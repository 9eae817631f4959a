import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { execute, query, queryOne, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";

/** What a desk says of a code. */
export interface ErrorCodeContent {
  readonly attribute: string;
  readonly means: { readonly es: string; readonly en: string };
  readonly todo: { readonly es: string; readonly en: string };
}

/** A code as a desk says it. */
export interface ErrorCodeRecord {
  readonly code: string;
  readonly content: ErrorCodeContent;
  readonly version: number;
  readonly changed: Instant;
  readonly changedBy: string;
}

const columns = `code, content, version, changed, changed_by as "changedBy"`;

const list = statement(
  "error-code.list",
  `select ${columns} from error_code where desk_id = $1 order by code limit 2000`,
);

/** Every code that the desk has words of its own for. */
export function errorCodesOf(tx: Transaction): Promise<ErrorCodeRecord[]> {
  return query(tx, list, [deskOf(tx)]);
}

const lock = statement(
  "error-code.lock",
  `select ${columns} from error_code where desk_id = $1 and code = $2 for update`,
);

/** A code with the desk's words, locked; `undefined`: there are none. */
export function lockErrorCode(tx: Transaction, code: string): Promise<ErrorCodeRecord | undefined> {
  return queryOne(tx, lock, [deskOf(tx), code]);
}

const put = statement(
  "error-code.put",
  `insert into error_code (desk_id, code, content, version, changed, changed_by) values ($1, $2, $3, $4, $5, $6)
   on conflict (desk_id, code) do update set content = excluded.content, version = excluded.version,
     changed = excluded.changed, changed_by = excluded.changed_by`,
);

/** Keeps what the desk says of a code. */
export async function putErrorCode(tx: Transaction, record: ErrorCodeRecord): Promise<void> {
  const { code, content, version, changed, changedBy } = record;
  const values = [deskOf(tx), code, JSON.stringify(content), version, instantParameter(changed)];
  await execute(tx, put, [...values, changedBy]);
}

const remove = statement(
  "error-code.remove",
  "delete from error_code where desk_id = $1 and code = $2",
);

/** Takes the desk's words for a code away. */
export async function removeErrorCode(tx: Transaction, code: string): Promise<void> {
  await execute(tx, remove, [deskOf(tx), code]);
}
