import type { Instant, Millis } from "../../core/time/instant.ts";
import { execute, queryOne, statement } from "../query.ts";
import { instantParameter } from "../time.ts";
import type { Transaction } from "../transaction.ts";

/** A challenge that was given out, to be answered once. */
export interface ChallengeRow {
  readonly purpose: "add-passkey" | "use-passkey" | "sign-on";
  readonly userId: string | null;
  readonly facts: Readonly<Record<string, string>>;
}

const forget = statement("challenge.forget", "delete from plazo_auth.challenge where expires < $1");
const insert = statement(
  "challenge.insert",
  "insert into plazo_auth.challenge (hash, purpose, user_id, facts, expires) values ($1, $2, $3, $4, $5)",
);
const spend = statement(
  "challenge.spend",
  `delete from plazo_auth.challenge where hash = $1 and purpose = $2 and expires > $3
   returning purpose, user_id as "userId", facts`,
);
const count = statement(
  "tries.count",
  `insert into plazo_auth.tries (key, count, since) values ($1, 1, $2)
   on conflict (key) do update set
     count = case when tries.since <= $3 then 1 else tries.count + 1 end,
     since = case when tries.since <= $3 then excluded.since else tries.since end
   returning count`,
);
const begin = statement("tries.begin", "delete from plazo_auth.tries where key = $1");
const forgetTries = statement("tries.forget", "delete from plazo_auth.tries where since < $1");

/** Keeps a challenge, and forgets those that have run out; across desks. */
export async function giveChallenge(
  tx: Transaction,
  hash: Uint8Array,
  challenge: ChallengeRow & { readonly expires: Instant },
): Promise<void> {
  await execute(tx, forget, [instantParameter(tx.began)]);
  const { purpose, userId, facts, expires } = challenge;
  const values = [hash, purpose, userId, JSON.stringify(facts), instantParameter(expires)];
  await execute(tx, insert, values);
}

/** Takes a challenge away and gives it: once, whatever happens at the same time; across desks. */
export function spendChallenge(
  tx: Transaction,
  hash: Uint8Array,
  purpose: ChallengeRow["purpose"],
): Promise<ChallengeRow | undefined> {
  return queryOne<ChallengeRow>(tx, spend, [hash, purpose, instantParameter(tx.began)]);
}

/** Counts a try of a key and gives how many there were in the window of the first; across desks. */
export async function countTry(tx: Transaction, key: string, within: Millis): Promise<number> {
  const { began } = tx;
  await execute(tx, forgetTries, [instantParameter(began - 24 * 3_600_000)]);
  const row = await queryOne<{ count: number }>(tx, count, [
    key,
    instantParameter(began),
    instantParameter(began - within),
  ]);
  return row?.count ?? 1;
}

/** A key starts anew; across desks. */
export async function forgetTriesOf(tx: Transaction, key: string): Promise<void> {
  await execute(tx, begin, [key]);
}
