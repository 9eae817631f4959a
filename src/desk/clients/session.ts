import { DAY, HOUR, MINUTE } from "../../core/time/instant.ts";
import type { Instant, Millis } from "../../core/time/instant.ts";
import {
  endClientSession,
  endClientSessions,
  readClientSession,
  touchClientSession,
} from "../../store/client-sessions.ts";
import { readContactPerson } from "../../store/contacts.ts";
import type { ContactPersonRecord } from "../../store/contacts.ts";
import { sha256 } from "../../store/digest.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Transaction } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";

/** A session that is not used for so long is over, and every session after so long. */
export const idleFor: Millis = 12 * HOUR;
export const sessionFor: Millis = 7 * DAY;

/** How long a code counts as fresh after it was given (FI-6). */
export const freshFor: Millis = 10 * MINUTE;

/** That a session is used is written down at most so often. */
const touchEvery: Millis = 10 * MINUTE;

/** A registered contact who is signed in, as the register has them at this moment. */
export interface Client {
  readonly person: ContactPersonRecord;
  /** The registered address whose mail they read. */
  readonly address: string;
  /** When they last gave a code. */
  readonly proved: Instant;
  /** Whether that is recent enough for what is sensitive. */
  readonly fresh: boolean;
}

/**
 * Who is signed in by a token; null: nobody. A session is over when it was not used for half a day or
 * is a week old, and the moment that the register says that its contact is one no more, or that the
 * address is not theirs.
 */
export async function clientBy(tx: Transaction, token: string): Promise<Client | null> {
  if (!/^[\w-]{22}$/u.test(token)) return null;
  const hash = sha256(token);
  const session = await readClientSession(tx, hash);
  const now = await tx.now();
  if (session === undefined || session.expires <= now || session.seen + idleFor <= now) return null;
  const person = await readContactPerson(tx, session.person);
  if (person === undefined || !person.active) return null;
  const { address, proved } = session;
  if (!person.addresses.includes(address)) return null;
  if (session.seen + touchEvery <= now) await touchClientSession(tx, hash, now);
  return { person, address, proved, fresh: now < proved + freshFor };
}

/** The same in a transaction of its own. */
export function clientOf(plazo: Plazo, desk: string, token: string): Promise<Client | null> {
  return inDesk(plazo.db, desk, (tx) => clientBy(tx, token));
}

/** Ends the session of a token. */
export function signOut(plazo: Plazo, desk: string, token: string): Promise<void> {
  return inDesk(plazo.db, desk, (tx) => endClientSession(tx, sha256(token)));
}

/** Ends every session of whoever is signed in by a token, in whatever browser; gives how many, null: nobody is. */
export function signOutEverywhere(
  plazo: Plazo,
  desk: string,
  token: string,
): Promise<number | null> {
  return inDesk(plazo.db, desk, async (tx) => {
    const client = await clientBy(tx, token);
    return client === null ? null : endClientSessions(tx, client.person.id);
  });
}
