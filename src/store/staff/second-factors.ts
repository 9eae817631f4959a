import type { Instant } from "../../core/time/instant.ts";
import { execute, query, queryOne, statement } from "../query.ts";
import { instantParameter } from "../time.ts";
import type { Transaction } from "../transaction.ts";

/** The secret of somebody's authenticator app, as it is kept: sealed. */
export interface AuthenticatorRow {
  readonly secret: Buffer;
  /** When its first code was given; null: not yet, and it is asked of nobody. */
  readonly confirmed: Instant | null;
}

const find = statement(
  "authenticator.find",
  "select secret, confirmed from plazo_auth.authenticator where user_id = $1",
);
const begin = statement(
  "authenticator.begin",
  `insert into plazo_auth.authenticator (user_id, secret, created) values ($1, $2, $3)
   on conflict (user_id) do nothing`,
);
const take = statement(
  "authenticator.take",
  `update plazo_auth.authenticator set last_step = $2, confirmed = coalesce(confirmed, $3)
    where user_id = $1 and last_step < $2`,
);
const drop = statement(
  "authenticator.drop",
  "delete from plazo_auth.authenticator where user_id = $1",
);
const dropPending = statement(
  "authenticator.dropPending",
  "delete from plazo_auth.authenticator where user_id = $1 and confirmed is null",
);
const dropCodes = statement(
  "recoveryCode.drop",
  "delete from plazo_auth.recovery_code where user_id = $1",
);
const addCodes = statement(
  "recoveryCode.add",
  "insert into plazo_auth.recovery_code (user_id, hash) select $1, unnest($2::bytea[])",
);
const spendCode = statement(
  "recoveryCode.spend",
  "update plazo_auth.recovery_code set spent = $3 where user_id = $1 and hash = $2 and spent is null",
);
const held = statement(
  "secondFactor.held",
  `select exists (select from plazo_auth.authenticator where user_id = $1 and confirmed is not null) as app,
          (select count(*)::int from plazo_auth.passkey where user_id = $1) as passkeys,
          (select count(*)::int from plazo_auth.recovery_code where user_id = $1 and spent is null) as codes`,
);

/** What somebody can prove themselves with besides a password. */
export interface Held {
  readonly app: boolean;
  readonly passkeys: number;
  /** Recovery codes that are left. */
  readonly codes: number;
}

/** What somebody can prove themselves with besides a password; across desks. */
export async function heldBy(tx: Transaction, userId: string): Promise<Held> {
  const row = await queryOne<Held>(tx, held, [userId]);
  if (row === undefined) throw new Error("a question without a row");
  return row;
}

/** Somebody's authenticator app; across desks. */
export function authenticatorOf(
  tx: Transaction,
  userId: string,
): Promise<AuthenticatorRow | undefined> {
  return queryOne<AuthenticatorRow>(tx, find, [userId]);
}

/** Keeps the secret of an app that is being set up; one that is there is not touched; across desks. */
export async function beginAuthenticator(
  tx: Transaction,
  userId: string,
  { secret, at }: { readonly secret: Uint8Array; readonly at: Instant },
): Promise<void> {
  await execute(tx, begin, [userId, secret, instantParameter(at)]);
}

/**
 * Takes the code of a step; the first confirms the app. Gives whether it was taken: a code of a step
 * that is not later than the last one taken is not, whatever comes at the same moment; across desks.
 */
export async function takeStep(
  tx: Transaction,
  userId: string,
  { step, at }: { readonly step: number; readonly at: Instant },
): Promise<boolean> {
  return (await execute(tx, take, [userId, step, instantParameter(at)])) === 1;
}

/** Forgets the secret of an app that was begun and never confirmed; across desks. */
export async function dropPendingAuthenticator(tx: Transaction, userId: string): Promise<void> {
  await execute(tx, dropPending, [userId]);
}

/** Removes the app and the recovery codes; across desks. */
export async function dropAuthenticator(tx: Transaction, userId: string): Promise<void> {
  await execute(tx, drop, [userId]);
  await execute(tx, dropCodes, [userId]);
}

/** Replaces somebody's recovery codes, of which only hashes are kept; across desks. */
export async function replaceCodes(
  tx: Transaction,
  userId: string,
  hashes: readonly Uint8Array[],
): Promise<void> {
  await execute(tx, dropCodes, [userId]);
  await execute(tx, addCodes, [userId, hashes]);
}

/** Spends a recovery code, once; across desks. */
export async function spendRecoveryCode(
  tx: Transaction,
  userId: string,
  { hash, at }: { readonly hash: Uint8Array; readonly at: Instant },
): Promise<boolean> {
  return (await execute(tx, spendCode, [userId, hash, instantParameter(at)])) === 1;
}

/** A passkey (WebAuthn): its public key, and what its owner calls it. */
export interface PasskeyRow {
  /** The credential's id in base64url. */
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly created: Instant;
  readonly used: Instant | null;
}

const passkeyColumns = `id, user_id as "userId", name, public_key as "publicKey", counter, transports, created, used`;
const listPasskeys = statement(
  "passkey.ofUser",
  `select ${passkeyColumns} from plazo_auth.passkey where user_id = $1 order by created, id limit 50`,
);
const findPasskey = statement(
  "passkey.find",
  `select ${passkeyColumns} from plazo_auth.passkey where id = $1`,
);
const addPasskey = statement(
  "passkey.add",
  `insert into plazo_auth.passkey (id, user_id, name, public_key, counter, transports, created)
   values ($1, $2, $3, $4, $5, $6, $7) on conflict (id) do nothing`,
);
const usePasskey = statement(
  "passkey.use",
  "update plazo_auth.passkey set counter = $2, used = $3 where id = $1",
);
const namePasskey = statement(
  "passkey.name",
  "update plazo_auth.passkey set name = $3 where user_id = $1 and id = $2",
);
const removePasskey = statement(
  "passkey.remove",
  "delete from plazo_auth.passkey where user_id = $1 and ($2::text is null or id = $2)",
);

/** Somebody's passkeys, the oldest first; across desks. */
export function passkeysOf(tx: Transaction, userId: string): Promise<PasskeyRow[]> {
  return query<PasskeyRow>(tx, listPasskeys, [userId]);
}

/** The passkey of a credential's id; across desks. */
export function passkeyById(tx: Transaction, id: string): Promise<PasskeyRow | undefined> {
  return queryOne<PasskeyRow>(tx, findPasskey, [id]);
}

/** Keeps a new passkey; gives whether it was new; across desks. */
export async function insertPasskey(
  tx: Transaction,
  row: Omit<PasskeyRow, "used" | "publicKey"> & { readonly publicKey: Uint8Array },
): Promise<boolean> {
  const { id, userId, name, publicKey, counter, transports, created } = row;
  const at = instantParameter(created);
  return (
    (await execute(tx, addPasskey, [
      id,
      userId,
      name,
      publicKey,
      counter,
      JSON.stringify(transports),
      at,
    ])) === 1
  );
}

/** Writes that a passkey was used, and how often it says it was; across desks. */
export async function markPasskey(
  tx: Transaction,
  id: string,
  { counter, at }: { readonly counter: number; readonly at: Instant },
): Promise<void> {
  await execute(tx, usePasskey, [id, counter, instantParameter(at)]);
}

/** Names somebody's passkey; gives whether they have it; across desks. */
export async function renamePasskey(
  tx: Transaction,
  { userId, id, name }: Pick<PasskeyRow, "userId" | "id" | "name">,
): Promise<boolean> {
  return (await execute(tx, namePasskey, [userId, id, name])) === 1;
}

/** Removes one of somebody's passkeys, or all of them; gives how many; across desks. */
export function dropPasskeys(tx: Transaction, userId: string, id: string | null): Promise<number> {
  return execute(tx, removePasskey, [userId, id]);
}
