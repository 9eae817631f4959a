import { calendarsOf } from "../../core/policy/bind.ts";
import type { PublishedException } from "../../core/policy/bind.ts";
import type { PolicyVersion } from "../../core/policy/policy.ts";
import { deskOf } from "../../store/append.ts";
import { readPolicyChange } from "../../store/policy-history.ts";
import {
  newestException,
  policyNumberInForce,
  readExceptions,
  readPolicyVersion,
} from "../../store/policy-versions.ts";
import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { CalendarChange } from "../../core/ticket/calendar-change.ts";
import type { Transaction } from "../../store/transaction.ts";
import type { BoundPolicy } from "../caches.ts";
import type { Plazo } from "../plazo.ts";

/** What reading a policy needs of an installation: what it keeps in memory. */
type Remembering = Pick<Plazo, "caches">;

/** Calendars are compiled by the identity of the list: no exceptions are one list too. */
const none: readonly PublishedException[] = [];

/**
 * A version with its calendars, as of an exception's number: from memory, else read in this
 * transaction. Throws where the desk has no such version: a ticket's own is always there.
 */
export async function boundPolicy(
  plazo: Remembering,
  tx: Transaction,
  wanted: { readonly number: number; readonly exceptions?: number },
): Promise<BoundPolicy> {
  const policy = await versionOf(plazo, tx, wanted.number);
  const upTo = wanted.exceptions ?? (await newestException(tx));
  const calendars = calendarsOf(policy.policy, await exceptionsOf(plazo, tx, upTo));
  return { policy, calendars, exceptions: upTo };
}

/** The version in force when the transaction began, with its calendars; refuses `no-such-desk`. */
export async function policyInForce(
  plazo: Remembering,
  tx: Transaction,
): Promise<BoundPolicy | Refusal<"no-such-desk">> {
  const inForce = await policyNumberInForce(tx);
  return inForce === undefined ? refuse("no-such-desk") : boundPolicy(plazo, tx, inForce);
}

/** A version with its calendars; `undefined` where the desk has none of that number. */
export async function policyOfNumber(
  plazo: Remembering,
  tx: Transaction,
  number: number,
): Promise<BoundPolicy | undefined> {
  const isKnown = plazo.caches.versions.has(`${deskOf(tx)} ${number}`);
  if (!isKnown && (await readPolicyVersion(tx, number)) === undefined) return undefined;
  return boundPolicy(plazo, tx, { number });
}

/** A version that has taken effect, with its calendars; `undefined`: the desk has none of that number. */
export async function policyInEffect(
  plazo: Remembering,
  tx: Transaction,
  number: number,
): Promise<BoundPolicy | undefined> {
  const change = await readPolicyChange(tx, number);
  if (change === undefined || change.withdrawn !== null) return undefined;
  if (change.effective > tx.began && number !== 1) return undefined;
  return boundPolicy(plazo, tx, { number });
}

async function versionOf(
  plazo: Remembering,
  tx: Transaction,
  number: number,
): Promise<PolicyVersion> {
  const { versions } = plazo.caches;
  const key = `${deskOf(tx)} ${number}`;
  const known = versions.get(key);
  if (known !== undefined) return known;
  const read = await readPolicyVersion(tx, number);
  if (read === undefined) throw new Error(`desk ${deskOf(tx)} has no policy ${number}`);
  versions.set(key, read);
  return read;
}

/** The exceptions that a binding's calendars know, in the order of their publication. */
export function knownExceptions(
  plazo: Remembering,
  tx: Transaction,
  { exceptions }: Pick<BoundPolicy, "exceptions">,
): Promise<readonly PublishedException[]> {
  return exceptionsOf(plazo, tx, exceptions);
}

/**
 * What the exceptions after the number `since` changed in the calendars of a version, one after the
 * other, up to those that the binding knows.
 */
export async function changesSince(
  plazo: Remembering,
  tx: Transaction,
  { binding, since }: { readonly binding: BoundPolicy; readonly since: number },
): Promise<readonly CalendarChange[]> {
  if (since >= binding.exceptions) return [];
  const { policy } = binding.policy;
  const all = await exceptionsOf(plazo, tx, binding.exceptions);
  const upTo = (number: number) =>
    calendarsOf(policy, firstOf(plazo, { desk: deskOf(tx), all, number }));
  return all.slice(since).map(({ calendar, date, why, published = -Infinity }, i) => ({
    exception: since + i + 1,
    published,
    calendar,
    date,
    why: why === undefined ? null : typeof why === "string" ? why : why.es,
    before: upTo(since + i),
    after: upTo(since + i + 1),
  }));
}

/** The first exceptions of a desk: one list for each number, for calendars are compiled by its identity. */
function firstOf(
  { caches }: Remembering,
  {
    desk,
    all,
    number,
  }: {
    readonly desk: string;
    readonly all: readonly PublishedException[];
    readonly number: number;
  },
): readonly PublishedException[] {
  if (number === 0) return none;
  const key = `${desk} ${number}`;
  const known = caches.exceptions.get(key) ?? all.slice(0, number);
  caches.exceptions.set(key, known);
  return known;
}

async function exceptionsOf(
  plazo: Remembering,
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
