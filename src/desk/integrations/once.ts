import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { DAY } from "../../core/time/instant.ts";
import type { Instant } from "../../core/time/instant.ts";
import { withAlongside } from "../../store/alongside.ts";
import { sha256 } from "../../store/digest.ts";
import {
  answerOnce,
  claimOnce,
  findOnce,
  forgetOnce,
  markOnce,
  releaseOnce,
  takeOverOnce,
} from "../../store/requests-once.ts";
import type { OnceKey, OnceRecord } from "../../store/requests-once.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Transaction } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { seal, unseal } from "../sealed.ts";
import type { Sealing } from "../sealed.ts";

/** A request with an Idempotency-Key (draft-ietf-httpapi-idempotency-key-header). */
export interface OnceRequest {
  /** Who asks: a member or an integration. Another's key is another key. */
  readonly principal: string;
  readonly key: string;
  /** All that it asks for: the same key with anything else is refused. */
  readonly asks: string;
  /** It may be done again without being done twice: a filing, which has its own token. */
  readonly again: boolean;
}

/** An answer as it is given, and given again. */
export interface OnceAnswer {
  readonly status: number;
  readonly body: string;
  readonly type: string;
  readonly etag: string | null;
}

/** A key that is held while its request is done. */
export interface OnceHeld {
  readonly desk: string;
  readonly key: Uint8Array;
  readonly claim: string;
}

/** How long a key is kept. */
export const onceKept = DAY;

/** Milliseconds after which a try that says nothing is given up: then it can commit nothing any more. */
export const onceLease = 60_000;

/** Why a request with a key is not done. */
export type OnceRefusal = Refusal<
  "idempotency-under-way" | "idempotency-reused" | "idempotency-answer-lost"
>;

/**
 * Claims a request's key. Gives the claim, or the answer that the same request was given before.
 * Refuses `idempotency-reused` (another request under the key), `idempotency-under-way`, and
 * `idempotency-answer-lost`: it was done, and the process ended before its answer was kept.
 */
export function beginOnce(
  plazo: Plazo,
  desk: string,
  request: OnceRequest,
): Promise<{ readonly held: OnceHeld } | { readonly answer: OnceAnswer } | OnceRefusal> {
  const { principal, asks } = request;
  const key = sha256(`${principal}\n${request.key}`);
  const wanted: OnceKey = { key, fingerprint: sha256(asks) };
  return inDesk(plazo.db, desk, async (tx) => {
    const at = await tx.now();
    const by = { id: plazo.effects.random.id(), at };
    const held = { held: { desk, key, claim: by.id } };
    if (await claimOnce(tx, wanted, by)) return held;
    const found = await findOnce(tx, key);
    if (found === undefined) return refuse("idempotency-under-way");
    const standing = standingOf(found, { wanted, at, again: request.again });
    if (standing === "free") {
      await takeOverOnce(tx, wanted, by);
      return held;
    }
    if (standing !== "answered") return refuse(standing);
    const kept = keptAnswer(plazo, { desk, key }, found);
    return kept === null ? refuse("idempotency-answer-lost") : { answer: kept };
  });
}

type Standing = "free" | "answered" | OnceRefusal["refused"];

function standingOf(
  found: OnceRecord,
  { wanted, at, again }: { wanted: OnceKey; at: Instant; again: boolean },
): Standing {
  if (at - found.claimed >= onceKept) return "free";
  if (!found.fingerprint.equals(wanted.fingerprint)) return "idempotency-reused";
  if (found.answer !== null) return "answered";
  if (at - found.claimed < onceLease) return "idempotency-under-way";
  if (!found.wrote || again) return "free";
  return found.cameTo === null ? "idempotency-answer-lost" : "answered";
}

function keptAnswer(
  { settings }: Plazo,
  { desk, key }: { readonly desk: string; readonly key: Uint8Array },
  { answer, cameTo }: OnceRecord,
): OnceAnswer | null {
  if (answer === null) {
    if (cameTo === null) return null;
    const { folio, seq } = cameTo;
    const body = JSON.stringify({ folio, seq });
    return { status: 200, body, type: "application/json", etag: `"${seq}"` };
  }
  const opened = unseal(answer, sealingOf(settings.secret, desk, key));
  return JSON.parse(opened.toString("utf8")) as OnceAnswer;
}

/** Does the work of a request whose key is held: each transaction of it that writes marks the key, or is undone where it was taken over. */
export function doneOnce<T>(held: OnceHeld, work: () => Promise<T>): Promise<T> {
  return withAlongside(async (tx, value, { last }) => {
    if (tx.desk !== held.desk || isRefusal(value)) return;
    await markOnce(tx, held, { cameTo: cameToOf(value), writes: last });
  }, work);
}

/** Keeps the answer of a request that was done. */
export function keepAnswer(plazo: Plazo, held: OnceHeld, given: OnceAnswer): Promise<void> {
  const sealed = seal(
    Buffer.from(JSON.stringify(given)),
    sealingOf(plazo.settings.secret, held.desk, held.key),
  );
  const { status } = given;
  return inDesk(plazo.db, held.desk, (tx: Transaction) => answerOnce(tx, held, { status, sealed }));
}

/** Lets go of a key whose request wrote nothing; `false`: it wrote, and the key stays. */
export function letGo(plazo: Plazo, held: OnceHeld): Promise<boolean> {
  return inDesk(plazo.db, held.desk, (tx) => releaseOnce(tx, held));
}

/** Forgets the keys of a desk that have been kept long enough, and gives how many. */
export function forgetRequests(plazo: Plazo, desk: string): Promise<number> {
  return inDesk(plazo.db, desk, async (tx) => forgetOnce(tx, (await tx.now()) - onceKept));
}

/** What an act on a ticket came to: its answer is made of this. */
function cameToOf(value: unknown): OnceRecord["cameTo"] {
  if (typeof value !== "object" || value === null) return null;
  const { folio, seq, events } = value as Readonly<Record<string, unknown>>;
  if (typeof folio !== "string" || typeof seq !== "number" || !Array.isArray(events)) return null;
  return { folio, seq };
}

function sealingOf(secret: Uint8Array, desk: string, key: Uint8Array): Sealing {
  const of = `${desk}/${Buffer.from(key).toString("hex")}`;
  return { secret, purpose: "answer of a request", of };
}
