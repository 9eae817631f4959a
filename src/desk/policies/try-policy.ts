import type { Changed, Report } from "../../core/backtest/tally.ts";
import { civilDateOf } from "../../core/calendar/dates.ts";
import { readPack } from "../../core/policy/read-pack.ts";
import type { Policy } from "../../core/policy/policy.ts";
import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { DAY } from "../../core/time/instant.ts";
import { readPolicyDraft } from "../../store/policy-drafts.ts";
import { readPolicyVersion } from "../../store/policy-versions.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { backtestYear } from "./backtest-year.ts";
import type { YearLoad } from "./backtest-year.ts";
import { backtest } from "./backtest.ts";
import { policyInForce } from "./bound-policy.ts";
import { packFile } from "./check-source.ts";

/** What is tried, and on what: null for the desk's draft, and for its own tickets. */
export interface Trial {
  readonly version: number | null;
  readonly load: Pick<YearLoad, "days" | "perDay" | "agents" | "minutes"> | null;
}

/** What a trial is made of, before it is run. */
export interface ReadyTrial {
  readonly draft: Policy;
  readonly inForce: Policy;
  readonly load: YearLoad;
  readonly isGenerated: boolean;
}

/** A usual year, where a desk without tickets does not say. */
const USUAL = { days: 365, perDay: 40, agents: 5, minutes: 20 } as const;

/**
 * Reads what is to be tried. Refuses `no-such-desk`, `no-such-policy`, `no-draft`, and `pack-broken`
 * where the draft cannot be read.
 */
export async function readyTrial(
  plazo: Plazo,
  desk: string,
  { version, load }: Trial,
): Promise<ReadyTrial | Refusal> {
  const found = await inDesk(plazo.db, desk, async (tx) => {
    const bound = await policyInForce(plazo, tx);
    if (isRefusal(bound)) return bound;
    const kept =
      version === null ? await readPolicyDraft(tx) : await readPolicyVersion(tx, version);
    return { bound, kept, now: await tx.now() };
  });
  if (isRefusal(found)) return found;
  const { bound, kept, now } = found;
  if (kept === undefined)
    return version === null ? refuse("no-draft") : refuse("no-such-policy", { facts: { version } });
  const draft = "policy" in kept ? kept.policy : await draftOf(plazo, desk, kept.source);
  if (isRefusal(draft)) return draft;
  const inForce = bound.policy.policy;
  const usual = load ?? USUAL;
  // The year that is over: its holidays are known.
  const from = civilDateOf(bound.calendars(inForce.hours), now - usual.days * DAY);
  return { draft, inForce, load: { ...usual, from, seed: 1 }, isGenerated: load !== null };
}

async function draftOf(
  plazo: Plazo,
  desk: string,
  source: string,
): Promise<Policy | Refusal<"pack-broken">> {
  const read = readPack(source, packFile, await plazo.effects.packParts(desk));
  return "problems" in read ? refuse("pack-broken") : read.policy;
}

export interface TrialOptions {
  readonly most: number;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, of: number) => void;
  readonly onChanged?: (changed: Changed) => void;
}

/** Runs a trial: the desk's own tickets, or where it has none, or where it was asked for, generated ones. */
export async function runTrial(
  plazo: Plazo,
  desk: string,
  { ready, options }: { readonly ready: ReadyTrial; readonly options: TrialOptions },
): Promise<{ readonly report: Report; readonly generated: boolean }> {
  const { draft, inForce, load, isGenerated } = ready;
  if (!isGenerated) {
    const own = await backtest(plazo, desk, { ...options, draft });
    if (own !== null && !isRefusal(own)) return { report: own, generated: false };
  }
  const { most, signal, onProgress } = options;
  const report = await backtestYear({
    ...{ before: inForce, draft, load, most, signal },
    onProgress: (part) => onProgress(part, 1),
  });
  return { report, generated: true };
}
