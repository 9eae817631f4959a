import type { Scope } from "../core/access/scopes.ts";
import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { execute, query, queryOne, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";

/** A token as it is kept: without the token. */
export interface TokenRecord {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly made: Instant;
  readonly madeBy: string;
  readonly expires: Instant;
  /** To the hour; null: never. */
  readonly lastUsed: Instant | null;
  readonly revoked: Instant | null;
}

/** Who makes or revokes a token. */
export interface TokenHand {
  readonly id: string;
  readonly name: string;
}

const columns = `id, name, scopes, made, made_by as "madeBy", expires, last_used as "lastUsed", revoked`;

const insert = statement(
  "token.insert",
  `insert into api_token (desk_id, id, name, hash, scopes, made, made_by, expires)
   values ($1, $2, $3, $4, $5::text[], $6, $7, $8)`,
);
const list = statement(
  "token.list",
  `select ${columns} from api_token where desk_id = $1 order by made desc, id desc limit $2`,
);
const listAfter = statement(
  "token.list-after",
  `select ${columns} from api_token where desk_id = $1
     and (made, id) < (select made, id from api_token where desk_id = $1 and id = $3)
    order by made desc, id desc limit $2`,
);
const byHash = statement(
  "token.by-hash",
  `select desk_id as desk, ${columns} from api_token where hash = $1`,
);
const used = statement(
  "token.used",
  "update api_token set last_used = $3 where desk_id = $1 and id = $2 and (last_used is null or last_used < $3)",
);
const revoke = statement(
  "token.revoke",
  `update api_token set revoked = $3 where desk_id = $1 and id = $2 and revoked is null returning ${columns}`,
);
const one = statement(
  "token.one",
  `select ${columns} from api_token where desk_id = $1 and id = $2`,
);
const write = statement(
  "token.record",
  `insert into api_token_record (desk_id, token, at, did, by_id, by_name, facts) values ($1, $2, $3, $4, $5, $6, $7)`,
);

/** Keeps a new token by its hash, and writes down who made it. */
export async function insertToken(
  tx: Transaction,
  token: Omit<TokenRecord, "lastUsed" | "revoked" | "madeBy">,
  { hash, by }: { readonly hash: Uint8Array; readonly by: TokenHand },
): Promise<void> {
  const { id, name, scopes, made, expires } = token;
  const desk = deskOf(tx);
  const at = instantParameter(made);
  await execute(tx, insert, [desk, id, name, hash, scopes, at, by.name, instantParameter(expires)]);
  const facts = JSON.stringify({ name, scopes, expires });
  await execute(tx, write, [desk, id, at, "made", by.id, by.name, facts]);
}

/** The tokens of a desk, the newest first, those after `after` where it is given. */
export function listTokens(
  tx: Transaction,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<TokenRecord[]> {
  const desk = deskOf(tx);
  return after === null
    ? query(tx, list, [desk, limit])
    : query(tx, listAfter, [desk, limit, after]);
}

/** The token of a hash, revoked and expired ones too; across desks. */
export function tokenByHash(
  tx: Transaction,
  hash: Uint8Array,
): Promise<(TokenRecord & { readonly desk: string }) | undefined> {
  return queryOne(tx, byHash, [hash]);
}

/** A token of the desk by its id. */
export function tokenById(tx: Transaction, id: string): Promise<TokenRecord | undefined> {
  return queryOne(tx, one, [deskOf(tx), id]);
}

/** Writes down that a token was used in an hour. */
export async function tokenUsed(tx: Transaction, id: string, hour: Instant): Promise<void> {
  await execute(tx, used, [deskOf(tx), id, instantParameter(hour)]);
}

/** Ends a token, once, and writes down who did; `undefined`: it had ended, or there is none. */
export async function revokeToken(
  tx: Transaction,
  id: string,
  { at, by }: { readonly at: Instant; readonly by: TokenHand },
): Promise<TokenRecord | undefined> {
  const desk = deskOf(tx);
  const ended = await queryOne<TokenRecord>(tx, revoke, [desk, id, instantParameter(at)]);
  if (ended !== undefined)
    await execute(tx, write, [desk, id, instantParameter(at), "revoked", by.id, by.name, "{}"]);
  return ended;
}
