import { sampleTicket } from "../../core/backtest/year/sample.ts";
import { calendarsOf } from "../../core/policy/bind.ts";
import { readPack } from "../../core/policy/read-pack.ts";
import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { Instant } from "../../core/time/instant.ts";
import { readPolicyDraft } from "../../store/policy-drafts.ts";
import { newestStanding, policySource } from "../../store/policy-history.ts";
import { newestException, readExceptions } from "../../store/policy-versions.ts";
import { inDesk } from "../../store/transaction.ts";
import type { BoundPolicy } from "../caches.ts";
import type { Plazo } from "../plazo.ts";
import type { ClientView } from "../tickets/as-client.ts";
import { promisesOf } from "../tickets/row-of.ts";
import { packFile } from "./check-source.ts";
import { policyHash } from "./publish-policy.ts";

/** A draft as its pages show it: as the version that it would be, if it were published now. */
export interface DraftPreview {
  readonly bound: BoundPolicy;
  readonly now: Instant;
}

/**
 * The desk's draft, or the newest version where there is none, compiled to be looked at. Refuses
 * `no-such-desk`, and `pack-broken` where it cannot be read.
 */
export async function previewDraft(
  plazo: Plazo,
  desk: string,
): Promise<DraftPreview | Refusal<"no-such-desk" | "pack-broken">> {
  const found = await inDesk(plazo.db, desk, async (tx) => {
    const newest = await newestStanding(tx);
    if (newest === undefined) return refuse("no-such-desk", { facts: { desk } });
    const kept = (await readPolicyDraft(tx))?.source;
    const source = kept ?? (await policySource(tx, newest.number)) ?? "";
    const upTo = await newestException(tx);
    const published = await readExceptions(tx, upTo);
    return { source, number: newest.number + 1, upTo, published, now: await tx.now() };
  });
  if (isRefusal(found)) return found;
  const read = readPack(found.source, packFile, await plazo.effects.packParts(desk));
  if ("problems" in read) return refuse("pack-broken");
  const { policy } = read;
  const { number, now, upTo, published } = found;
  const version = { desk, number, effective: now, policy, hash: policyHash(policy) };
  const bound = { policy: version, calendars: calendarsOf(policy, published), exceptions: upTo };
  return { bound, now };
}

const nothing: ClientView["may"] = {
  answer: false,
  confirm: false,
  notSolved: false,
  withdraw: false,
  prove: false,
  complete: false,
  citeAnew: false,
  presence: false,
  grounds: [],
  charge: false,
};

/** What a client would be shown of a ticket filed now under the draft; the same seed shows the same one. */
export function sampleView({ bound, now }: DraftPreview, seed: number): ClientView {
  const ticket = sampleTicket(bound.policy, now, seed);
  return {
    folio: ticket.folio,
    ticket,
    all: true,
    colleague: null,
    state: "",
    policy: bound,
    promises: promisesOf(ticket, bound, now),
    question: null,
    messages: [],
    files: [],
    actions: [],
    may: nothing,
    language: ticket.requester.language,
    seq: ticket.seq,
    now,
  };
}
