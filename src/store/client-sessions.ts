import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { execute, queryOne, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";

/** A client's session; its token is known to their browser alone. */
export interface ClientSessionRecord {
  readonly hash: Uint8Array;
  readonly person: string;
  /** The registered address whose mail was read. */
  readonly address: string;
  readonly made: Instant;
  /** When a code was last given. */
  readonly proved: Instant;
  readonly seen: Instant;
  readonly expires: Instant;
}

const insert = statement(
  "client-session.insert",
  `insert into client_session (desk_id, hash, person, address, made, proved, seen, expires, source)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);

/** Opens a session. */
export async function insertClientSession(
  tx: Transaction,
  session: ClientSessionRecord & { readonly source: string | null },
): Promise<void> {
  const { hash, person, address, made, proved, seen, expires, source } = session;
  const instants = [made, proved, seen, expires].map(instantParameter);
  await execute(tx, insert, [deskOf(tx), hash, person, address, ...instants, source]);
}

const read = statement(
  "client-session.read",
  `select hash, person, address, made, proved, seen, expires from client_session where desk_id = $1 and hash = $2`,
);

/** A session by the hash of its token, over or not. */
export function readClientSession(
  tx: Transaction,
  hash: Uint8Array,
): Promise<ClientSessionRecord | undefined> {
  return queryOne(tx, read, [deskOf(tx), hash]);
}

const touch = statement(
  "client-session.touch",
  "update client_session set seen = greatest(seen, $3) where desk_id = $1 and hash = $2",
);

/** Writes down that a session is used. */
export async function touchClientSession(
  tx: Transaction,
  hash: Uint8Array,
  at: Instant,
): Promise<void> {
  await execute(tx, touch, [deskOf(tx), hash, instantParameter(at)]);
}

const end = statement(
  "client-session.end",
  "delete from client_session where desk_id = $1 and hash = $2",
);
const endAll = statement(
  "client-session.end-all",
  "delete from client_session where desk_id = $1 and person = $2",
);

/** Ends a session. */
export async function endClientSession(tx: Transaction, hash: Uint8Array): Promise<void> {
  await execute(tx, end, [deskOf(tx), hash]);
}

/** Ends every session of a contact, and gives how many they were. */
export function endClientSessions(tx: Transaction, person: string): Promise<number> {
  return execute(tx, endAll, [deskOf(tx), person]);
}

const forget = statement(
  "client-session.forget",
  "delete from client_session where desk_id = $1 and (expires < $2 or seen < $3)",
);

/** Forgets the sessions that ended before `now`, or were not used since `seen`. */
export function forgetClientSessions(
  tx: Transaction,
  { now, seen }: { readonly now: Instant; readonly seen: Instant },
): Promise<number> {
  return execute(tx, forget, [deskOf(tx), instantParameter(now), instantParameter(seen)]);
}
