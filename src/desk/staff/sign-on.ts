import { createHash } from "node:crypto";
import { MINUTE } from "../../core/time/instant.ts";
import { giveChallenge, spendChallenge } from "../../store/staff/challenges.ts";
import { spendInvitationsOf } from "../../store/staff/entry-links.ts";
import type { Grant } from "../../store/staff/entry-links.ts";
import { acrossDesks } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";

/** Milliseconds that somebody may stay away at the identity provider. */
const away = 10 * MINUTE;

/** What is remembered of somebody who left for the identity provider, until they come back. */
export interface Left {
  readonly nonce: string;
  readonly verifier: string;
  /** Hash of what their browser holds: whoever comes back with the state alone is somebody else. */
  readonly browser: string;
  readonly next: string;
}

/** Remembers somebody who leaves for the identity provider, by their state. */
export function leaveForSignOn(plazo: Plazo, state: string, left: Left): Promise<void> {
  return acrossDesks(plazo.db, (tx) =>
    giveChallenge(tx, hashOf(state), {
      purpose: "sign-on",
      userId: null,
      facts: { ...left },
      expires: tx.began + away,
    }),
  );
}

/** Who left with this state, once; `undefined`: nobody, or too long ago. */
export async function backFromSignOn(plazo: Plazo, state: string): Promise<Left | undefined> {
  const found = await acrossDesks(plazo.db, (tx) => spendChallenge(tx, hashOf(state), "sign-on"));
  if (found === undefined) return undefined;
  const { nonce = "", verifier = "", browser = "", next = "" } = found.facts;
  return { nonce, verifier, browser, next };
}

/** What the open invitations of an address give; they are spent with it. */
export async function acceptInvitations(plazo: Plazo, email: string): Promise<readonly Grant[]> {
  const links = await acrossDesks(plazo.db, (tx) => spendInvitationsOf(tx, email, tx.began));
  return links.flatMap(({ grants }) => grants);
}

function hashOf(state: string): Buffer {
  return createHash("sha256").update(state).digest();
}
