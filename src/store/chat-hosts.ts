import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { execute, query, queryOne, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";
import type { Vouched } from "./chat.ts";

/** An origin whose pages may frame the desk's chat. */
export interface ChatHost {
  readonly origin: string;
  readonly added: Instant;
  readonly addedBy: string;
}

const hosts = statement(
  "chat-host.list",
  `select origin, added, added_by as "addedBy" from chat_host where desk_id = $1 order by origin`,
);

/** The origins that somebody added, in their order. */
export function chatHosts(tx: Transaction): Promise<ChatHost[]> {
  return query(tx, hosts, [deskOf(tx)]);
}

const add = statement(
  "chat-host.add",
  "insert into chat_host (desk_id, origin, added, added_by) values ($1, $2, $3, $4) on conflict do nothing",
);

/** Adds an origin; one that is there stays as it is. */
export async function addChatHost(
  tx: Transaction,
  { origin, added, addedBy }: ChatHost,
): Promise<void> {
  await execute(tx, add, [deskOf(tx), origin, instantParameter(added), addedBy]);
}

const drop = statement(
  "chat-host.remove",
  "delete from chat_host where desk_id = $1 and origin = $2",
);

/** Takes an origin away. */
export async function removeChatHost(tx: Transaction, origin: string): Promise<void> {
  await execute(tx, drop, [deskOf(tx), origin]);
}

/** A secret with which a host vouches, sealed. */
export interface ChatKey {
  readonly id: string;
  readonly sealed: Uint8Array;
  readonly made: Instant;
  readonly madeBy: string;
  /** Until when one that was rotated away is taken; null: the newest. */
  readonly ends: Instant | null;
}

const keys = statement(
  "chat-key.list",
  `select id, sealed, made, made_by as "madeBy", ends from chat_key
    where desk_id = $1 and (ends is null or ends > $2::timestamptz) order by made desc, id`,
);

/** The keys that are taken at an instant, newest first. */
export function chatKeys(tx: Transaction, at: Instant): Promise<ChatKey[]> {
  return query(tx, keys, [deskOf(tx), instantParameter(at)]);
}

const end = statement(
  "chat-key.end",
  "update chat_key set ends = least(ends, $2::timestamptz) where desk_id = $1 and (ends is null or ends > $2::timestamptz)",
);
const insertKey = statement(
  "chat-key.insert",
  "insert into chat_key (desk_id, id, sealed, made, made_by) values ($1, $2, $3, $4, $5)",
);

/** The keys before end at an instant; a new one, if any, is the newest. */
export async function rotateChatKeys(
  tx: Transaction,
  endsAt: Instant,
  made: Omit<ChatKey, "ends"> | null,
): Promise<void> {
  await execute(tx, end, [deskOf(tx), instantParameter(endsAt)]);
  if (made === null) return;
  const { id, sealed, made: at, madeBy } = made;
  await execute(tx, insertKey, [deskOf(tx), id, sealed, instantParameter(at), madeBy]);
}

const spend = statement(
  "chat-voucher.spend",
  `insert into chat_voucher (desk_id, jti, submission, claims, at) values ($1, $2, $3, $4::jsonb, $5)
   on conflict do nothing returning at`,
);

/** A token as it is spent: its id and the chat's own token, hashed. */
export interface Spending {
  readonly jti: Uint8Array;
  readonly submission: Uint8Array;
  readonly claims: Vouched;
  readonly at: Instant;
}

/** Takes a token for one chat; `false`: it, or another for the same chat, was taken before. */
export async function spendVoucher(tx: Transaction, spending: Spending): Promise<boolean> {
  const { jti, submission, claims, at } = spending;
  const values = [deskOf(tx), jti, submission, JSON.stringify(claims), instantParameter(at)];
  return (await query(tx, spend, values)).length === 1;
}

const taken = statement(
  "chat-voucher.read",
  "select claims from chat_voucher where desk_id = $1 and submission = $2 and at > $3::timestamptz",
);

/** What was vouched for the chat that is opened with a token, since an instant. */
export async function readVoucher(
  tx: Transaction,
  submission: Uint8Array,
  since: Instant,
): Promise<Vouched | undefined> {
  const values = [deskOf(tx), submission, instantParameter(since)];
  return (await queryOne<{ claims: Vouched }>(tx, taken, values))?.claims;
}

const forget = statement(
  "chat-voucher.forget",
  "delete from chat_voucher where desk_id = $1 and at < $2::timestamptz",
);

/** Forgets the tokens that have expired long since, and gives how many they were. */
export function forgetVouchers(tx: Transaction, before: Instant): Promise<number> {
  return execute(tx, forget, [deskOf(tx), instantParameter(before)]);
}
