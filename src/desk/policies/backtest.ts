import { compareTicket } from "../../core/backtest/backtest.ts";
import { tallyOf } from "../../core/backtest/tally.ts";
import type { Changed, Report, Tally } from "../../core/backtest/tally.ts";
import { calendarsOf } from "../../core/policy/bind.ts";
import type { Policy } from "../../core/policy/policy.ts";
import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { Binding } from "../../core/ticket/scene.ts";
import type { Instant } from "../../core/time/instant.ts";
import { lastTicket, pastTickets } from "../../store/past-tickets.ts";
import type { PastTicket } from "../../store/past-tickets.ts";
import {
  newestException,
  policyNumberInForce,
  readExceptions,
} from "../../store/policy-versions.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { boundPolicy } from "./bound-policy.ts";

/** Tickets read at once, whatever the desk has. */
const PAGE = 200;

/** What a back-test needs of an installation. */
type Replaying = Pick<Plazo, "db" | "caches">;

export interface BacktestOptions {
  readonly draft: Policy;
  /** How many changed tickets the report names. */
  readonly most: number;
  /** Told after each page: the number reached, of the desk's last. */
  readonly onProgress?: (done: number, of: number) => void;
  /** Ends it early, between pages; the report then tells of what was looked at. */
  readonly signal?: AbortSignal;
  /** Told every ticket that would change. */
  readonly onChanged?: (changed: Changed) => void;
}

/**
 * Replays every ticket of the desk under a draft, beside the version that binds each, as of now.
 * Reads page by page, so that memory does not grow with the desk; each page as it stands when it is
 * read. Null where the desk has no ticket yet. Refuses `no-such-desk`. Changes nothing.
 */
export async function backtest(
  plazo: Replaying,
  desk: string,
  options: BacktestOptions,
): Promise<Report | null | Refusal<"no-such-desk">> {
  const begun = await inDesk(plazo.db, desk, async (tx) => {
    if ((await policyNumberInForce(tx)) === undefined) return null;
    const exceptions = await readExceptions(tx, await newestException(tx));
    return { exceptions, of: await lastTicket(tx), now: await tx.now() };
  });
  if (begun === null) return refuse("no-such-desk");
  const { of, now, exceptions } = begun;
  if (of === 0) return null;
  const draft = draftBinding(desk, options.draft, calendarsOf(options.draft, exceptions));
  const tally = tallyOf(options.most);
  for (let done = 0; done < of;) {
    const page = await boundPage(plazo, desk, done);
    for (const one of page) count(tally, one, { draft, now, options });
    done = page.at(-1)?.number ?? of;
    options.onProgress?.(done, of);
    if (options.signal?.aborted === true) break;
  }
  return tally.report();
}

/** A draft has no number and no date of its own yet. */
function draftBinding(desk: string, policy: Policy, calendars: Binding["calendars"]): Binding {
  return { policy: { desk, number: 0, effective: 0, policy, hash: "" }, calendars };
}

interface BoundTicket extends PastTicket {
  readonly before: Binding;
}

function boundPage(plazo: Replaying, desk: string, after: number): Promise<BoundTicket[]> {
  return inDesk(plazo.db, desk, async (tx) => {
    const page = await pastTickets(tx, after, PAGE);
    const bindings = new Map<number, Binding>();
    for (const { ticket } of page) {
      const number = ticket.policy;
      if (!bindings.has(number)) bindings.set(number, await boundPolicy(plazo, tx, { number }));
    }
    return page.map((one) => ({ ...one, before: bindings.get(one.ticket.policy) as Binding }));
  });
}

function count(
  tally: Tally,
  { ticket, before }: BoundTicket,
  {
    draft,
    now,
    options,
  }: { readonly draft: Binding; readonly now: Instant; readonly options: BacktestOptions },
): void {
  const compared = compareTicket(ticket, { before, draft, now });
  if (compared === null) return;
  for (const changed of tally.add(compared)) options.onChanged?.(changed);
}
