import { createHash, randomBytes } from "node:crypto";
import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { MINUTE } from "../../core/time/instant.ts";
import { countTry, forgetTriesOf } from "../../store/staff/challenges.ts";
import {
  authenticatorOf,
  beginAuthenticator,
  dropAuthenticator,
  dropPendingAuthenticator,
  replaceCodes,
  spendRecoveryCode,
  takeStep,
} from "../../store/staff/second-factors.ts";
import { acrossDesks } from "../../store/transaction.ts";
import type { Transaction } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { seal, unseal } from "../sealed.ts";
import type { Sealing } from "../sealed.ts";
import { appAddress, base32, stepOf } from "./one-time-code.ts";

/** Codes that may be tried for one person in a quarter of an hour. */
const tries = { limit: 5, within: 15 * MINUTE } as const;

/** Recovery codes are given in tens: each 50 random bits as ten letters and digits. */
const recovery = { codes: 10, letters: 10 } as const;

/** Bytes of a secret (RFC 4226 §4, R6). */
const secretBytes = 20;

/** What an app needs to be set up: the address in its QR code, and the secret to be typed. */
export interface AppSetUp {
  readonly address: string;
  readonly secret: string;
}

/**
 * The set-up of somebody's app: begun where it was not, and the same until its first code is given,
 * so that a page that is loaded again shows the same. `null`: they have an app already.
 */
export function setUpApp(
  plazo: Plazo,
  { userId, email }: { readonly userId: string; readonly email: string },
): Promise<AppSetUp | null> {
  const issuer = `Plazo ${new URL(plazo.settings.url).host}`;
  return acrossDesks(plazo.db, async (tx) => {
    // Two pages at once show the same: the second finds what the first began.
    if ((await authenticatorOf(tx, userId)) === undefined)
      await beginAuthenticator(tx, userId, {
        secret: seal(randomBytes(secretBytes), sealing(plazo, userId)),
        at: tx.began,
      });
    const known = await authenticatorOf(tx, userId);
    if (known === undefined || known.confirmed !== null) return null;
    const secret = unseal(known.secret, sealing(plazo, userId));
    return { address: appAddress(secret, { issuer, account: email }), secret: base32(secret) };
  });
}

/** Takes the first code of an app that is set up: from now on it is asked. Gives the recovery codes, this once. */
export function confirmApp(
  plazo: Plazo,
  userId: string,
  code: string,
): Promise<{ readonly codes: readonly string[] } | Refusal<"code-wrong" | "code-tries">> {
  return acrossDesks(plazo.db, async (tx) => {
    const known = await authenticatorOf(tx, userId);
    if (known === undefined || known.confirmed !== null) return refuse("code-wrong");
    const taken = await takeCode(plazo, tx, { userId, code });
    return taken === null ? { codes: await renewCodes(tx, userId) } : taken;
  });
}

/** Whether a code of somebody's app, or one of their recovery codes, is right; each is taken once. */
export function proveByCode(
  plazo: Plazo,
  userId: string,
  code: string,
): Promise<Refusal<"code-wrong" | "code-tries"> | null> {
  return acrossDesks(plazo.db, async (tx) => {
    const known = await authenticatorOf(tx, userId);
    if (known !== undefined && known.confirmed === null) return refuse("code-wrong");
    return takeCode(plazo, tx, { userId, code });
  });
}

/** New recovery codes; the old ones are worth nothing. Only for whoever has an app; `null`: they have none. */
export function newRecoveryCodes(plazo: Plazo, userId: string): Promise<readonly string[] | null> {
  return acrossDesks(plazo.db, async (tx) => {
    const known = await authenticatorOf(tx, userId);
    return known === undefined || known.confirmed === null ? null : renewCodes(tx, userId);
  });
}

/** Forgets an app whose set-up was begun and not ended: whoever knew the password before may have seen its key. */
export function forgetSetUp(plazo: Plazo, userId: string): Promise<void> {
  return acrossDesks(plazo.db, (tx) => dropPendingAuthenticator(tx, userId));
}

/** Removes somebody's app, with its recovery codes. */
export function removeApp(plazo: Plazo, userId: string): Promise<void> {
  return acrossDesks(plazo.db, (tx) => dropAuthenticator(tx, userId));
}

/** Takes a code: counted before it is judged, so that many at once are no way around. `null`: it was right. */
async function takeCode(
  plazo: Plazo,
  tx: Transaction,
  { userId, code }: { readonly userId: string; readonly code: string },
): Promise<Refusal<"code-wrong" | "code-tries"> | null> {
  const key = `code ${userId}`;
  if ((await countTry(tx, key, tries.within)) > tries.limit) return refuse("code-tries");
  const known = await authenticatorOf(tx, userId);
  const step =
    known === undefined
      ? null
      : stepOf(unseal(known.secret, sealing(plazo, userId)), code, tx.began);
  const right =
    (step !== null && (await takeStep(tx, userId, { step, at: tx.began }))) ||
    (await spendRecoveryCode(tx, userId, { hash: hashOf(userId, code), at: tx.began }));
  if (!right) return refuse("code-wrong");
  await forgetTriesOf(tx, key);
  return null;
}

async function renewCodes(tx: Transaction, userId: string): Promise<readonly string[]> {
  const codes = Array.from({ length: recovery.codes }, () => {
    const letters = base32(randomBytes(7)).slice(0, recovery.letters).toLowerCase();
    return `${letters.slice(0, 5)}-${letters.slice(5)}`;
  });
  await replaceCodes(
    tx,
    userId,
    codes.map((code) => hashOf(userId, code)),
  );
  return codes;
}

/** Of 50 random bits a plain hash is enough; case, spaces and the dash are left out. */
function hashOf(userId: string, code: string): Buffer {
  const plain = code.toLowerCase().replace(/[^a-z0-9]/gu, "");
  return createHash("sha256").update(`${userId} ${plain}`).digest();
}

function sealing({ settings }: Plazo, userId: string): Sealing {
  return { secret: settings.secret, purpose: "authenticator", of: userId };
}
