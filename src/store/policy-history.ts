import type { Policy, PolicyVersion } from "../core/policy/policy.ts";
import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { execute, query, queryOne, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";

/** Where a version came from: a pack's file at a start, the command, or the workspace and its API. */
export type PolicyOrigin = "file" | "command" | "workspace";

/** What is known of a version without its contents. */
export interface PolicyChange {
  readonly number: number;
  /** From when it holds. */
  readonly effective: Instant;
  readonly published: Instant;
  readonly reason: string;
  readonly author: string;
  readonly origin: PolicyOrigin;
  readonly hash: string;
  /** It was taken back before it took effect; null: it stands. */
  readonly withdrawn: {
    readonly at: Instant;
    readonly author: string;
    readonly reason: string;
  } | null;
}

const columns = `v.number, v.effective, coalesce(v.published, v.effective) as published, v.reason, v.author, v.origin, v.hash,
       w.withdrawn as "withdrawnAt", w.author as "withdrawnBy", w.reason as "withdrawnWhy"`;
const from =
  "from policy_version v left join policy_withdrawal w on w.desk_id = v.desk_id and w.number = v.number where v.desk_id = $1";

const history = statement(
  "policy.history",
  `select ${columns} ${from} order by v.number desc limit 200`,
);
const one = statement("policy.change", `select ${columns} ${from} and v.number = $2`);
const standing = statement(
  "policy.newest-standing",
  `select ${columns} ${from} and w.number is null order by v.number desc limit 1`,
);
const highest = statement(
  "policy.highest",
  "select number from policy_version where desk_id = $1 order by number desc limit 1",
);
const scheduled = statement(
  "policy.next-scheduled",
  `select v.effective ${from} and w.number is null and v.effective > $2 order by v.number limit 1`,
);
const fromFile = statement(
  "policy.last-from-file",
  `select number, hash, source from policy_version where desk_id = $1 and origin = 'file' order by number desc limit 1`,
);

type ChangeRow = Omit<PolicyChange, "withdrawn"> & {
  readonly withdrawnAt: Instant | null;
  readonly withdrawnBy: string | null;
  readonly withdrawnWhy: string | null;
};

function changeOf({ withdrawnAt, withdrawnBy, withdrawnWhy, ...change }: ChangeRow): PolicyChange {
  if (withdrawnAt === null) return { ...change, withdrawn: null };
  const withdrawn = { at: withdrawnAt, author: withdrawnBy ?? "", reason: withdrawnWhy ?? "" };
  return { ...change, withdrawn };
}

/** The desk's last 200 versions, newest first, with those that are scheduled or were withdrawn. */
export async function policyHistory(tx: Transaction): Promise<PolicyChange[]> {
  return (await query<ChangeRow>(tx, history, [deskOf(tx)])).map(changeOf);
}

/** What is known of one version. */
export async function readPolicyChange(
  tx: Transaction,
  number: number,
): Promise<PolicyChange | undefined> {
  const row = await queryOne<ChangeRow>(tx, one, [deskOf(tx), number]);
  return row === undefined ? undefined : changeOf(row);
}

/** The newest version that was not withdrawn, in force or scheduled. */
export async function newestStanding(tx: Transaction): Promise<PolicyChange | undefined> {
  const row = await queryOne<ChangeRow>(tx, standing, [deskOf(tx)]);
  return row === undefined ? undefined : changeOf(row);
}

/** The highest number that a version was given, withdrawn or not; 0: none. */
export async function highestPolicyNumber(tx: Transaction): Promise<number> {
  return (await queryOne<{ number: number }>(tx, highest, [deskOf(tx)]))?.number ?? 0;
}

/** When the next version takes effect, after the transaction began; null: none is scheduled. */
export async function nextPolicyAt(tx: Transaction): Promise<Instant | null> {
  const values = [deskOf(tx), instantParameter(tx.began)];
  return (await queryOne<{ effective: Instant }>(tx, scheduled, values))?.effective ?? null;
}

/** The last version that a file was published as, at a start. */
export function lastFromFile(
  tx: Transaction,
): Promise<
  { readonly number: number; readonly hash: string; readonly source: string } | undefined
> {
  return queryOne(tx, fromFile, [deskOf(tx)]);
}

const source = statement(
  "policy.source",
  "select source from policy_version where desk_id = $1 and number = $2",
);

/** A version's pack as it was written; empty where it was published without. */
export async function policySource(tx: Transaction, number: number): Promise<string | undefined> {
  return (await queryOne<{ source: string }>(tx, source, [deskOf(tx), number]))?.source;
}

const insert = statement(
  "policy.insert",
  `insert into policy_version (desk_id, number, effective, published, reason, author, source, compiled, hash, origin)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);

/** Adds a version. Two at once: the second fails on its number. */
export async function insertPolicyVersion(
  tx: Transaction,
  version: PolicyVersion,
  said: Pick<PolicyChange, "published" | "reason" | "author" | "origin"> & {
    readonly source: string;
  },
): Promise<void> {
  await execute(tx, insert, [
    deskOf(tx),
    version.number,
    instantParameter(version.effective),
    instantParameter(said.published),
    said.reason,
    said.author,
    said.source,
    JSON.stringify(version.policy satisfies Policy),
    version.hash,
    said.origin,
  ]);
}

const withdraw = statement(
  "policy.withdraw",
  "insert into policy_withdrawal (desk_id, number, withdrawn, author, reason) values ($1, $2, $3, $4, $5)",
);

/** Writes down that a version is taken back. */
export async function insertWithdrawal(
  tx: Transaction,
  number: number,
  said: { readonly at: Instant; readonly author: string; readonly reason: string },
): Promise<void> {
  await execute(tx, withdraw, [
    deskOf(tx),
    number,
    instantParameter(said.at),
    said.author,
    said.reason,
  ]);
}
