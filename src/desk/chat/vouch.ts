import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { Instant } from "../../core/time/instant.ts";
import { chatKeys, readVoucher, spendVoucher } from "../../store/chat-hosts.ts";
import type { Vouched } from "../../store/chat.ts";
import { sha256 } from "../../store/digest.ts";
import { submissionKey } from "../../store/filing.ts";
import { settle } from "../../store/settle.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Transaction } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { openedKey } from "./keys.ts";

/** Milliseconds: a token's life at most, how far clocks may differ, and how long a chat may be begun with one that was taken. */
const limits = { life: 300_000, skew: 30_000, kept: 3_600_000 } as const;

/** A token that is not believed: badly signed, of another desk, expired, taken before, or without what it must say. */
export type NotVouched = Refusal<"vouch-invalid" | "vouch-expired" | "vouch-spent">;

/**
 * Takes the token with which a host page vouches for its user: a JWT (RFC 7519) signed with the desk's
 * secret (HS256), for this desk (`aud`), at most five minutes long (`iat`, `exp`), with `sub`, `email`
 * and a `jti` that is taken once. What it says holds for the chat begun with `submission`, for an hour.
 */
export async function vouch(
  plazo: Plazo,
  desk: string,
  { token, submission }: { readonly token: string; readonly submission: string },
): Promise<Vouched | NotVouched> {
  const { keys, now } = await inDesk(plazo.db, desk, async (tx) => ({
    keys: await chatKeys(tx, tx.began),
    now: tx.began,
  }));
  let refused: NotVouched = refuse("vouch-invalid");
  for (const key of keys) {
    const read = await readToken(token, openedKey(plazo, desk, key), { desk, now });
    if ("claims" in read) return spend(plazo, desk, { ...read, submission });
    if (read.refused === "vouch-expired") refused = read;
  }
  return refused;
}

/** What was vouched for the chat that is begun with a token of the page's own; null: nothing. */
export async function voucherFor(tx: Transaction, submission: string): Promise<Vouched | null> {
  const since = tx.began - limits.kept;
  return (await readVoucher(tx, submissionKey(submission), since)) ?? null;
}

interface Read {
  readonly claims: Vouched;
  readonly jti: string;
}

async function readToken(
  token: string,
  secret: Uint8Array,
  { desk, now }: { readonly desk: string; readonly now: Instant },
): Promise<Read | NotVouched> {
  if (token.length > 4_096) return refuse("vouch-invalid");
  // Loaded where somebody vouches: few installations do.
  const { errors, jwtVerify } = await import("jose");
  const verified = await settle(
    jwtVerify(token, secret, {
      algorithms: ["HS256"],
      audience: desk,
      requiredClaims: ["sub", "email", "jti", "iat", "exp"],
      maxTokenAge: limits.life / 1000,
      clockTolerance: limits.skew / 1000,
      currentDate: new Date(now),
    }),
  );
  if ("fault" in verified)
    return refuse(verified.fault instanceof errors.JWTExpired ? "vouch-expired" : "vouch-invalid");
  const { sub, jti, exp = 0, iat = 0, email, name, rfc } = verified.value.payload;
  if (!isText(sub) || !isText(jti) || !isText(email) || !/^[^\s@]+@[^\s@]+$/u.test(email))
    return refuse("vouch-invalid");
  if (exp - iat > limits.life / 1000) return refuse("vouch-invalid");
  const claims = { sub, email, name: isText(name) ? name : null, rfc: isText(rfc) ? rfc : null };
  return { claims, jti };
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "" && value.length <= 200;
}

function spend(
  plazo: Plazo,
  desk: string,
  { claims, jti, submission }: Read & { readonly submission: string },
): Promise<Vouched | NotVouched> {
  return inDesk(plazo.db, desk, async (tx): Promise<Vouched | NotVouched> => {
    const spending = {
      jti: sha256(`voucher ${jti}`),
      submission: submissionKey(submission),
      claims,
      at: tx.began,
    };
    return (await spendVoucher(tx, spending)) ? claims : refuse("vouch-spent");
  });
}
