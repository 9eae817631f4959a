import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { execute, queryOne, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";

/** A code that a client asked for; `person` null: the address is nobody's, and no code is right. */
export interface ClientCodeRecord {
  readonly id: string;
  readonly address: string;
  readonly person: string | null;
}

const put = statement(
  "client-code.put",
  `insert into client_code (desk_id, browser, id, address, person, made, expires) values ($1, $2, $3, $4, $5, $6, $7)
   on conflict (desk_id, browser) do update set id = excluded.id, address = excluded.address, person = excluded.person,
     made = excluded.made, expires = excluded.expires, tries = 0`,
);

/** Writes down that a browser (SHA-256 of its token) asked for a code; the one that it asked for before is none any more. */
export async function putClientCode(
  tx: Transaction,
  browser: Uint8Array,
  code: ClientCodeRecord & { readonly at: Instant; readonly expires: Instant },
): Promise<void> {
  const { id, address, person, at, expires } = code;
  const values = [id, address, person, instantParameter(at), instantParameter(expires)];
  await execute(tx, put, [deskOf(tx), browser, ...values]);
}

const tryIt = statement(
  "client-code.try",
  `update client_code set tries = tries + 1 where desk_id = $1 and browser = $2 and expires > $3 and tries < $4
   returning id, address, person`,
);

/** Counts a try before anything is compared, so that many at once are no way around; `undefined`: there is no code, it is over, or it was tried `most` times. */
export function tryClientCode(
  tx: Transaction,
  browser: Uint8Array,
  { now, most }: { readonly now: Instant; readonly most: number },
): Promise<ClientCodeRecord | undefined> {
  return queryOne(tx, tryIt, [deskOf(tx), browser, instantParameter(now), most]);
}

const spend = statement(
  "client-code.spend",
  "delete from client_code where desk_id = $1 and browser = $2 and id = $3",
);

/** Uses a code up; false: somebody else was first. */
export async function spendClientCode(
  tx: Transaction,
  browser: Uint8Array,
  id: string,
): Promise<boolean> {
  return (await execute(tx, spend, [deskOf(tx), browser, id])) > 0;
}

const asked = statement(
  "client-code.asked",
  "select id, address, person from client_code where desk_id = $1 and browser = $2 and expires > $3",
);

/** The code that a browser asked for and that is good still. */
export function readClientCode(
  tx: Transaction,
  browser: Uint8Array,
  now: Instant,
): Promise<ClientCodeRecord | undefined> {
  return queryOne(tx, asked, [deskOf(tx), browser, instantParameter(now)]);
}

const forget = statement(
  "client-code.forget",
  "delete from client_code where desk_id = $1 and expires < $2",
);

/** Forgets the codes that were over before an instant. */
export function forgetClientCodes(tx: Transaction, before: Instant): Promise<number> {
  return execute(tx, forget, [deskOf(tx), instantParameter(before)]);
}
