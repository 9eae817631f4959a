import { measureDesk } from "../desk/figures/measure-desk.ts";
import { tellWeek } from "../desk/figures/weekly-mail.ts";
import type { Plazo } from "../desk/plazo.ts";
import { committedUpTo } from "../store/committed.ts";
import { desksBehind } from "../store/figures/measured.ts";
import { dueBoardReaders, putBoardReaderAside } from "../store/figures/readers.ts";
import { settle } from "../store/settle.ts";
import { acrossDesks, inDesk } from "../store/transaction.ts";
import type { RoundLimits } from "./run.ts";

/** What a round did for the figures. */
export interface Figured {
  readonly measured: number;
  readonly told: number;
  readonly faults: readonly Error[];
}

/** Desks measured in one round, each in a transaction of its own. */
const DESKS = 20;

/** Tickets of one desk measured in one transaction. */
const BATCH = 200;

/**
 * Measures what changed at each desk, a batch of each, and tells the week where that is due. A desk or
 * a reader that fails stops no other.
 */
export async function keepFigures(plazo: Plazo, limits: RoundLimits): Promise<Figured> {
  const { desks, readers, now } = await acrossDesks(plazo.db, async (tx) => {
    const at = await tx.now();
    return {
      now: at,
      desks: await desksBehind(tx, DESKS),
      readers: await dueBoardReaders(tx, at, limits.batch),
    };
  });
  const committed = desks.length === 0 ? null : await committedUpTo(plazo.db);
  const faults: Error[] = [];
  let measured = 0;
  for (const { desk } of desks) {
    if (limits.stopped()) break;
    const done = await settle(measureDesk(plazo, desk, { most: BATCH, committed }));
    if ("fault" in done) faults.push(done.fault);
    else measured += done.value;
  }
  let told = 0;
  for (const reader of readers) {
    if (limits.stopped()) break;
    const end = await settle(tellWeek(plazo, reader, now));
    if ("value" in end) told += end.value === "told" ? 1 : 0;
    else {
      faults.push(end.fault);
      const error = end.fault.message;
      await inDesk(plazo.db, reader.desk, async (tx) =>
        putBoardReaderAside(tx, reader.staff, { error, now: await tx.now() }),
      );
    }
  }
  return { measured, told, faults };
}
