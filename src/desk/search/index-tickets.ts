import { searchDocument } from "../../core/search/document.ts";
import type { Instant } from "../../core/time/instant.ts";
import { isListedOtherwise, readForSearch, writeForSearch } from "../../store/search/documents.ts";
import {
  changedSince,
  desksBehind,
  overlap,
  readSince,
  readUpTo,
  takeProgress,
  ticketsBefore,
} from "../../store/search/progress.ts";
import type { SearchProgress } from "../../store/search/progress.ts";
import { acrossDesks, inDesk } from "../../store/transaction.ts";
import type { Transaction } from "../../store/transaction.ts";
import { noteInvoices } from "../invoices/note-invoices.ts";
import type { Plazo } from "../plazo.ts";

/** Desks with something that searches do not know yet. */
export function desksToIndex(plazo: Plazo): Promise<string[]> {
  return acrossDesks(plazo.db, desksBehind);
}

/**
 * Makes some of a desk's tickets found by what they say now: first those that changed, then those
 * that were there before, the newest first; at most `most`, in one transaction. Gives how many were
 * written. Another worker that has the desk in hand is left to it. `since`: look that far back for
 * changes, to find what was committed late.
 */
export async function indexTickets(
  plazo: Plazo,
  desk: string,
  { most, since }: { readonly most: number; readonly since?: Instant },
): Promise<number> {
  const written: number[] = [];
  const done = await inDesk(plazo.db, desk, async (tx) => {
    const progress = await takeProgress(tx, await tx.now());
    if (progress === undefined) return 0;
    const from = Math.min(progress.upto - overlap, since ?? Number.POSITIVE_INFINITY);
    const changed = await changedSince(tx, from, most);
    written.push(...changed.map(({ number }) => number));
    await put(tx, desk, written);
    const isAll = changed.length < most;
    await readUpTo(tx, (isAll ? progress.newest : changed.at(-1)?.at) ?? progress.upto);
    const left = most - changed.length;
    return (
      changed.length +
      (left > 0 && progress.since > 1
        ? await goBack(tx, desk, { progress, most: left, written })
        : 0)
    );
  });
  // What their invoices are is noted after the commit: a file is read from the disk for it.
  await noteInvoices(plazo, desk, written);
  return done;
}

/**
 * Makes a ticket found as it is now where time alone changed that, with no event by which it would be
 * seen: what was put off is back.
 */
export async function indexLapsed(tx: Transaction, desk: string, number: number): Promise<void> {
  if (await isListedOtherwise(tx, number)) await put(tx, desk, [number]);
}

/** Goes on with what was there before the desk's words were first read; gives how many tickets it went past. */
async function goBack(
  tx: Transaction,
  desk: string,
  {
    progress,
    most,
    written,
  }: {
    readonly progress: SearchProgress;
    readonly most: number;
    /** Told which tickets are written. */
    readonly written: number[];
  },
): Promise<number> {
  const before = await ticketsBefore(tx, progress.since, most);
  const numbers = before.filter(({ isIn }) => !isIn).map(({ number }) => number);
  await put(tx, desk, numbers);
  written.push(...numbers);
  await readSince(tx, before.length < most ? 1 : (before.at(-1)?.number ?? 1));
  return before.length;
}

async function put(tx: Transaction, desk: string, numbers: readonly number[]): Promise<void> {
  if (numbers.length === 0) return;
  const tickets = await readForSearch(tx, numbers);
  const found = tickets.map((ticket) => ({
    ticket,
    document: searchDocument({ desk, ...ticket }),
  }));
  await writeForSearch(tx, found);
}
