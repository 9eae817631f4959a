import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { execute, queryOne, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";

/** A pack's file that was not published, because somebody published after the last file. */
export interface FileAside {
  readonly file: string;
  readonly source: string;
  readonly hash: string;
  readonly seen: Instant;
}

const put = statement(
  "policy-aside.put",
  `insert into policy_set_aside (desk_id, file, source, hash, seen) values ($1, $2, $3, $4, $5)
   on conflict (desk_id) do update set file = excluded.file, source = excluded.source, hash = excluded.hash, seen = excluded.seen`,
);
const remove = statement("policy-aside.remove", "delete from policy_set_aside where desk_id = $1");
const read = statement(
  "policy-aside.read",
  "select file, source, hash, seen from policy_set_aside where desk_id = $1",
);

/** Keeps the file that was set aside, in place of another before it. */
export async function putFileAside(tx: Transaction, aside: FileAside): Promise<void> {
  const { file, source, hash, seen } = aside;
  await execute(tx, put, [deskOf(tx), file, source, hash, instantParameter(seen)]);
}

/** Forgets the file that was set aside: it differs no more. */
export async function forgetFileAside(tx: Transaction): Promise<void> {
  await execute(tx, remove, [deskOf(tx)]);
}

/** The file that was set aside; `undefined`: there is none. */
export function readFileAside(tx: Transaction): Promise<FileAside | undefined> {
  return queryOne(tx, read, [deskOf(tx)]);
}
