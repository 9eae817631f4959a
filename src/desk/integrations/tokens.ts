import type { Scope } from "../../core/access/scopes.ts";
import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { DAY } from "../../core/time/instant.ts";
import type { Instant } from "../../core/time/instant.ts";
import {
  insertToken,
  listTokens,
  revokeToken,
  tokenByHash,
  tokenById,
  tokenUsed,
} from "../../store/api-tokens.ts";
import type { TokenHand, TokenRecord } from "../../store/api-tokens.ts";
import { sha256 } from "../../store/digest.ts";
import { policyNumberInForce } from "../../store/policy-versions.ts";
import { acrossDesks, inDesk } from "../../store/transaction.ts";
import type { Effects } from "../effects.ts";
import type { Plazo } from "../plazo.ts";
import { looksLikeToken, newToken } from "./token.ts";

/** A token of a desk, as it is shown: without the token. */
export type Token = TokenRecord;

/** A program that acts at a desk, by its token. */
export interface Integration {
  readonly desk: string;
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
}

/** Days that a token may hold at most. */
export const tokenDays = 365;

const HOUR = 3_600_000;

/**
 * Makes a token for a desk and gives it, this once: only its hash is kept. Refuses `no-such-desk`,
 * `expires-past` and `expires-far` (more than a year from now).
 */
export function makeToken(
  plazo: Pick<Plazo, "db"> & { readonly effects: Pick<Effects, "random"> },
  desk: string,
  wish: {
    readonly name: string;
    readonly scopes: readonly Scope[];
    readonly expires: Instant;
    readonly by: TokenHand;
  },
): Promise<{ readonly token: string; readonly made: Token } | Refusal> {
  const { name, expires, by } = wish;
  const scopes = [...new Set(wish.scopes)].toSorted();
  return inDesk(plazo.db, desk, async (tx) => {
    if ((await policyNumberInForce(tx)) === undefined)
      return refuse("no-such-desk", { facts: { desk } });
    const made = await tx.now();
    if (expires <= made) return refuse("expires-past", { field: "expires" });
    if (expires > made + tokenDays * DAY)
      return refuse("expires-far", { field: "expires", facts: { days: tokenDays } });
    const token = newToken(plazo.effects.random);
    const kept = { id: plazo.effects.random.id(), name, scopes, made, expires };
    await insertToken(tx, kept, { hash: sha256(token), by });
    return { token, made: { ...kept, madeBy: by.name, lastUsed: null, revoked: null } };
  });
}

/** A page of the tokens of a desk, the newest first, ended ones too; `next`: the id that the next page comes after. */
export function tokensOf(
  plazo: Pick<Plazo, "db">,
  desk: string,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<{ readonly tokens: readonly Token[]; readonly next: string | null }> {
  return inDesk(plazo.db, desk, async (tx) => {
    const found = await listTokens(tx, { after, limit: limit + 1 });
    const tokens = found.slice(0, limit);
    return { tokens, next: found.length > limit ? (tokens.at(-1)?.id ?? null) : null };
  });
}

/** Ends a token at once. Refuses `no-such-token`; one that has ended already stays as it was. */
export function endToken(
  plazo: Pick<Plazo, "db">,
  desk: string,
  { id, by }: { readonly id: string; readonly by: TokenHand },
): Promise<Token | Refusal<"no-such-token">> {
  return inDesk(plazo.db, desk, async (tx) => {
    const at = await tx.now();
    const ended = (await revokeToken(tx, id, { at, by })) ?? (await tokenById(tx, id));
    return ended ?? refuse("no-such-token");
  });
}

/** Whose a token is; null: nobody's, or it has expired or was revoked, which are not told apart. */
export async function integrationOf(plazo: Plazo, token: string): Promise<Integration | null> {
  if (!looksLikeToken(token)) return null;
  const { found, now } = await acrossDesks(plazo.db, async (tx) => ({
    found: await tokenByHash(tx, sha256(token)),
    now: await tx.now(),
  }));
  if (found === undefined || found.revoked !== null || found.expires <= now) return null;
  const { desk, id, name, scopes } = found;
  const hour = Math.floor(now / HOUR) * HOUR;
  if ((found.lastUsed ?? 0) < hour) await inDesk(plazo.db, desk, (tx) => tokenUsed(tx, id, hour));
  return { desk, id, name, scopes };
}
