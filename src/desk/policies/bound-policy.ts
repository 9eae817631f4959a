import { calendarsOf } from "../../core/policy/bind.ts";
import type { PublishedException } from "../../core/policy/bind.ts";
import type { PolicyVersion } from "../../core/policy/policy.ts";
import { deskOf } from "../../store/append.ts";
import { newestException, readExceptions, readPolicyVersion } from "../../store/policy-versions.ts";
import type { Transaction } from "../../store/transaction.ts";
import type { BoundPolicy } from "../caches.ts";
import type { Plazo } from "../plazo.ts";

/** Calendars are compiled by the identity of the list: no exceptions are one list too. */
const none: readonly PublishedException[] = [];

/**
 * A version with its calendars, as of an exception's number: from memory, else read in this
 * transaction. Throws where the desk has no such version: a ticket's own is always there.
 */
export async function boundPolicy(
  plazo: Plazo,
  tx: Transaction,
  wanted: { readonly number: number; readonly exceptions?: number },
): Promise<BoundPolicy> {
  const policy = await versionOf(plazo, tx, wanted.number);
  const upTo = wanted.exceptions ?? (await newestException(tx));
  const calendars = calendarsOf(policy.policy, await exceptionsOf(plazo, tx, upTo));
  return { policy, calendars, exceptions: upTo };
}

async function versionOf(plazo: Plazo, tx: Transaction, number: number): Promise<PolicyVersion> {
  const { versions } = plazo.caches;
  const key = `${deskOf(tx)} ${number}`;
  const known = versions.get(key);
  if (known !== undefined) return known;
  const read = await readPolicyVersion(tx, number);
  if (read === undefined) throw new Error(`desk ${deskOf(tx)} has no policy ${number}`);
  versions.set(key, read);
  return read;
}

async function exceptionsOf(
  plazo: Plazo,
  tx: Transaction,
  upTo: number,
): Promise<readonly PublishedException[]> {
  if (upTo === 0) return none;
  const { exceptions } = plazo.caches;
  const key = `${deskOf(tx)} ${upTo}`;
  const known = exceptions.get(key);
  if (known !== undefined) return known;
  const read = await readExceptions(tx, upTo);
  exceptions.set(key, read);
  return read;
}
