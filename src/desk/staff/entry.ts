import { createHash } from "node:crypto";
import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { DAY, HOUR } from "../../core/time/instant.ts";
import {
  annulEntryLinks,
  findEntryLink,
  insertEntryLink,
  spendEntryLink,
} from "../../store/staff/entry-links.ts";
import type { EntryLinkRow, Grant } from "../../store/staff/entry-links.ts";
import { anyMember } from "../../store/staff/memberships.ts";
import { acrossDesks } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { welcomeMember } from "./members.ts";

/** How long a one-time link works, in milliseconds. */
export const entryLasts = { "set-up": 7 * DAY, invitation: 3 * DAY, "sign-in": 12 * HOUR } as const;

/** What a one-time link is for; `open` while it can still be spent. */
export interface Entry {
  readonly purpose: EntryLinkRow["purpose"];
  readonly userId: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly grants: readonly Grant[];
  readonly open: boolean;
}

export interface NewEntry {
  readonly purpose: EntryLinkRow["purpose"];
  readonly userId: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly grants: readonly Grant[];
}

/** A link as it is handed out: shown once, kept only as a hash. */
export interface EntryLink {
  readonly link: string;
  readonly expires: number;
}

/** Makes a one-time link that lets somebody in. */
export function makeEntry(plazo: Plazo, entry: NewEntry): Promise<EntryLink> {
  const token = plazo.effects.random.token();
  return acrossDesks(plazo.db, async (tx) => {
    const created = tx.began;
    const expires = created + entryLasts[entry.purpose];
    await insertEntryLink(tx, hashOf(token), { ...entry, created, expires });
    return { link: `${plazo.settings.url}/app/entrar/${token}`, expires };
  });
}

/**
 * The first administrator's link, for every desk given; `null` once anybody works anywhere. A new
 * one makes those printed before useless.
 */
export async function makeSetUp(plazo: Plazo, desks: readonly string[]): Promise<EntryLink | null> {
  const needed = await acrossDesks(plazo.db, async (tx) => {
    if (await anyMember(tx)) return false;
    await annulEntryLinks(tx, "set-up", tx.began);
    return true;
  });
  if (!needed) return null;
  const grants = desks.map((desk): Grant => ({ desk, role: "administrator", level: null }));
  return makeEntry(plazo, { purpose: "set-up", userId: null, name: null, email: null, grants });
}

/** What a link is for. Looking spends nothing. */
export function readEntry(plazo: Plazo, token: string): Promise<Entry | undefined> {
  return acrossDesks(plazo.db, async (tx) => {
    const row = await findEntryLink(tx, hashOf(token));
    if (row === undefined) return undefined;
    const { spent, expires, ...entry } = row;
    return { ...entry, open: spent === null && expires > tx.began };
  });
}

/** Spends a link once; refuses one that is unknown, spent or expired, all alike. */
export async function spendEntry(
  plazo: Plazo,
  token: string,
): Promise<EntryLinkRow | Refusal<"link-spent">> {
  const row = await acrossDesks(plazo.db, (tx) => spendEntryLink(tx, hashOf(token), tx.began));
  return row ?? refuse("link-spent");
}

/** Gives somebody what their link grants: at a desk where they work already a link changes nothing. */
export async function grantEntry(
  plazo: Plazo,
  person: { readonly userId: string; readonly name: string; readonly email: string },
  grants: readonly Grant[],
): Promise<void> {
  for (const grant of grants) await welcomeMember(plazo, { ...person, ...grant });
}

function hashOf(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
