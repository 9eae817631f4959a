import { createHash } from "node:crypto";
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from "@simplewebauthn/server";
import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { MINUTE } from "../../core/time/instant.ts";
import { giveChallenge, spendChallenge } from "../../store/staff/challenges.ts";
import {
  dropPasskeys,
  insertPasskey,
  markPasskey,
  passkeyById,
  passkeysOf,
  renamePasskey,
} from "../../store/staff/second-factors.ts";
import type { PasskeyRow } from "../../store/staff/second-factors.ts";
import { settle } from "../../store/settle.ts";
import { acrossDesks } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";

/** Milliseconds in which a challenge is to be answered (WebAuthn Level 3 §15.1). */
const answerable = 5 * MINUTE;

/** Passkeys that one person may have. */
const most = 20;

/** A passkey as its owner sees it. */
export type Passkey = Pick<PasskeyRow, "id" | "name" | "created" | "used">;

/** Somebody's passkeys, the oldest first. */
export async function listPasskeys(plazo: Plazo, userId: string): Promise<readonly Passkey[]> {
  const rows = await acrossDesks(plazo.db, (tx) => passkeysOf(tx, userId));
  return rows.map(({ id, name, created, used }) => ({ id, name, created, used }));
}

/** What the browser is asked for, to make a passkey for somebody. The library is loaded at the first use. */
export async function askNewPasskey(
  plazo: Plazo,
  person: { readonly userId: string; readonly name: string; readonly email: string },
): Promise<PublicKeyCredentialCreationOptionsJSON | Refusal<"passkeys-too-many">> {
  const { generateRegistrationOptions } = await import("@simplewebauthn/server");
  const known = await acrossDesks(plazo.db, (tx) => passkeysOf(tx, person.userId));
  if (known.length >= most) return refuse("passkeys-too-many");
  const options = await generateRegistrationOptions({
    rpName: "Plazo",
    rpID: sideOf(plazo).id,
    userID: new Uint8Array(createHash("sha256").update(person.userId).digest()),
    userName: person.email,
    userDisplayName: person.name,
    attestationType: "none",
    excludeCredentials: known.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  await give(plazo, options.challenge, { purpose: "add-passkey", userId: person.userId });
  return options;
}

/** Keeps the passkey that the browser made, under the name that its owner gives it. */
export async function addPasskey(
  plazo: Plazo,
  {
    userId,
    name,
    answer,
  }: { readonly userId: string; readonly name: string; readonly answer: RegistrationResponseJSON },
): Promise<Refusal<"passkey-refused"> | null> {
  const { verifyRegistrationResponse } = await import("@simplewebauthn/server");
  const challenge = challengeOf(answer.response.clientDataJSON);
  const given = await spend(plazo, challenge, "add-passkey");
  if (challenge === null || given?.userId !== userId) return refuse("passkey-refused");
  const { id, origin } = sideOf(plazo);
  const verified = await settle(
    verifyRegistrationResponse({
      response: answer,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
    }),
  );
  if ("fault" in verified || !verified.value.verified) return refuse("passkey-refused");
  const { credential } = verified.value.registrationInfo;
  const isNew = await acrossDesks(plazo.db, (tx) =>
    insertPasskey(tx, {
      id: credential.id,
      userId,
      name,
      publicKey: credential.publicKey,
      counter: credential.counter,
      transports: credential.transports ?? [],
      created: tx.began,
    }),
  );
  return isNew ? null : refuse("passkey-refused");
}

/** What the browser is asked for, to sign in with a passkey: of one person, or of whoever has one here. */
export async function askPasskey(
  plazo: Plazo,
  userId: string | null,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { generateAuthenticationOptions } = await import("@simplewebauthn/server");
  const known = userId === null ? [] : await acrossDesks(plazo.db, (tx) => passkeysOf(tx, userId));
  const options = await generateAuthenticationOptions({
    rpID: sideOf(plazo).id,
    userVerification: "required",
    ...(known.length === 0 ? {} : { allowCredentials: known.map(({ id }) => ({ id })) }),
  });
  await give(plazo, options.challenge, { purpose: "use-passkey", userId });
  return options;
}

/** Whose passkey answered. It was unlocked with a finger, a face or a PIN: it is two proofs in one. */
export async function proveByPasskey(
  plazo: Plazo,
  answer: AuthenticationResponseJSON,
): Promise<{ readonly userId: string } | Refusal<"passkey-refused">> {
  const { verifyAuthenticationResponse } = await import("@simplewebauthn/server");
  const challenge = challengeOf(answer.response.clientDataJSON);
  const given = await spend(plazo, challenge, "use-passkey");
  const row = await acrossDesks(plazo.db, (tx) => passkeyById(tx, answer.id));
  if (challenge === null || given === undefined || row === undefined)
    return refuse("passkey-refused");
  if (given.userId !== null && given.userId !== row.userId) return refuse("passkey-refused");
  const { id, origin } = sideOf(plazo);
  const verified = await settle(
    verifyAuthenticationResponse({
      response: answer,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
      credential: { id: row.id, publicKey: new Uint8Array(row.publicKey), counter: row.counter },
    }),
  );
  if ("fault" in verified || !verified.value.verified) return refuse("passkey-refused");
  const { newCounter } = verified.value.authenticationInfo;
  await acrossDesks(plazo.db, (tx) =>
    markPasskey(tx, row.id, { counter: newCounter, at: tx.began }),
  );
  return { userId: row.userId };
}

/** Names one of somebody's passkeys. */
export function namePasskey(
  plazo: Plazo,
  named: { readonly userId: string; readonly id: string; readonly name: string },
): Promise<boolean> {
  return acrossDesks(plazo.db, (tx) => renamePasskey(tx, named));
}

/** Removes one of somebody's passkeys; gives whether they had it. */
export async function removePasskey(plazo: Plazo, userId: string, id: string): Promise<boolean> {
  return (await acrossDesks(plazo.db, (tx) => dropPasskeys(tx, userId, id))) === 1;
}

/** Where passkeys hold: the host of the installation's own address, and nowhere else. */
function sideOf({ settings }: Plazo): { readonly id: string; readonly origin: string } {
  const { hostname, origin } = new URL(settings.url);
  return { id: hostname, origin };
}

/** The challenge that the browser says it answers; `null`: it says none. It is believed only when it was given out. */
function challengeOf(clientDataJSON: string): string | null {
  const found = /"challenge":"([\w-]{16,200})"/u.exec(
    Buffer.from(clientDataJSON, "base64url").toString("utf8"),
  );
  return found?.[1] ?? null;
}

async function give(
  plazo: Plazo,
  challenge: string,
  { purpose, userId }: { purpose: "add-passkey" | "use-passkey"; userId: string | null },
): Promise<void> {
  await acrossDesks(plazo.db, (tx) =>
    giveChallenge(tx, hashOf(challenge), {
      purpose,
      userId,
      facts: {},
      expires: tx.began + answerable,
    }),
  );
}

async function spend(
  plazo: Plazo,
  challenge: string | null,
  purpose: "add-passkey" | "use-passkey",
): Promise<{ readonly userId: string | null } | undefined> {
  if (challenge === null) return undefined;
  return acrossDesks(plazo.db, (tx) => spendChallenge(tx, hashOf(challenge), purpose));
}

function hashOf(challenge: string): Buffer {
  return createHash("sha256").update(challenge).digest();
}
