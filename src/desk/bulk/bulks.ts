import { reachesClients } from "../../core/bulk/act.ts";
import type { BulkAct } from "../../core/bulk/act.ts";
import { inverseOf, isUndoable } from "../../core/bulk/undo.ts";
import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { SECOND } from "../../core/time/instant.ts";
import type { Instant } from "../../core/time/instant.ts";
import {
  bulkItems,
  bulksOf,
  finishBulk,
  insertBulk,
  lockBulk,
  readBulk,
  refuseWaiting,
  setUndoneBy,
} from "../../store/bulks.ts";
import type { BulkItem, BulkRecord } from "../../store/bulks.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Transaction } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import type { Staff } from "../tickets/act.ts";
import { mostTickets } from "./plan-bulk.ts";

/** An act on many tickets with what became of each. */
export interface Bulk extends BulkRecord {
  readonly items: readonly BulkItem[];
  readonly now: Instant;
  /** Whether somebody can still take back what was done. */
  readonly undoable: boolean;
}

/** Acts on many that one person has under way at most. */
const mostRunning = 3;

/** What is to be done to many, by whom, and how long it may be taken back before it begins. */
export interface BulkWish {
  readonly by: Staff;
  readonly act: BulkAct;
  readonly folios: readonly string[];
  /** Seconds; counts only where clients are told. */
  readonly undoSeconds: number;
}

/**
 * Writes down that an act is to be done to each of these tickets: the worker does it, one after the
 * other, each by its own command, whatever becomes of the others. What reaches clients begins after
 * `undoSeconds`. Refuses `bulks-too-many`.
 */
export function beginBulk(plazo: Plazo, desk: string, wish: BulkWish): Promise<Bulk | Refusal> {
  const { by, act, undoSeconds } = wish;
  return inDesk(plazo.db, desk, async (tx): Promise<Bulk | Refusal> => {
    const running = (await bulksOf(tx, by.id, 20)).filter(({ state }) => state === "running");
    if (running.length >= mostRunning) return refuse("bulks-too-many");
    const id = plazo.effects.random.id();
    const made = await tx.now();
    const startsAt = reachesClients(act) ? made + undoSeconds * SECOND : made;
    const kept = { id, act, startsAt, made, undoes: null, ...actorOf(by) };
    const folios = [...new Set(wish.folios)].slice(0, mostTickets);
    await insertBulk(
      tx,
      kept,
      folios.map((folio) => ({ folio })),
    );
    return wholeOf(tx, id);
  });
}

/** An act on many as it stands. Refuses `no-such-bulk`: there is none, or it is another's. */
export function readBulkOf(
  plazo: Plazo,
  desk: string,
  { id, member }: { readonly id: string; readonly member: string },
): Promise<Bulk | Refusal> {
  return inDesk(plazo.db, desk, async (tx): Promise<Bulk | Refusal> => {
    const bulk = await readBulk(tx, id);
    if (bulk === undefined || bulk.byId !== member) return refuse("no-such-bulk");
    return wholeOf(tx, id);
  });
}

/** Stops an act on many: what is done stays, and what is left stays as it is. Refuses `no-such-bulk`. */
export function stopBulk(
  plazo: Plazo,
  desk: string,
  { id, member }: { readonly id: string; readonly member: string },
): Promise<Bulk | Refusal> {
  return inDesk(plazo.db, desk, async (tx): Promise<Bulk | Refusal> => {
    const bulk = await lockBulk(tx, id);
    if (bulk === undefined || bulk.byId !== member) return refuse("no-such-bulk");
    await stopInside(tx, id);
    return wholeOf(tx, id);
  });
}

async function stopInside(tx: Transaction, id: string): Promise<void> {
  await finishBulk(tx, id, { state: "stopped", at: await tx.now() });
  await refuseWaiting(tx, id, refuse("bulk-stopped"));
}

/**
 * Leads each ticket that was done back to how it was, as an act on many of its own: a ticket that
 * somebody changed since stays as they left it. What is left to do of the first is stopped. Refuses
 * `no-such-bulk`, `bulk-not-undoable` (clients were told, or words were written down), `bulk-undone-already`.
 */
export function undoBulk(
  plazo: Plazo,
  desk: string,
  { id, by }: { readonly id: string; readonly by: Staff },
): Promise<Bulk | Refusal> {
  return inDesk(plazo.db, desk, async (tx): Promise<Bulk | Refusal> => {
    const bulk = await lockBulk(tx, id);
    if (bulk === undefined || bulk.byId !== by.id) return refuse("no-such-bulk");
    if (!isUndoable(bulk.act)) return refuse("bulk-not-undoable");
    if (bulk.undoneBy !== null) return refuse("bulk-undone-already");
    await stopInside(tx, id);
    const back = (await bulkItems(tx, id)).flatMap(({ state, folio, before }) => {
      const act = before === null ? null : inverseOf(bulk.act, before);
      return state === "done" && act !== null ? [{ folio, act }] : [];
    });
    const undo = plazo.effects.random.id();
    const made = await tx.now();
    const kept = { id: undo, act: bulk.act, startsAt: made, made, undoes: id, ...actorOf(by) };
    // The last that was done is taken back first.
    await insertBulk(tx, kept, back.toReversed());
    await setUndoneBy(tx, id, undo);
    return wholeOf(tx, undo);
  });
}

async function wholeOf(tx: Transaction, id: string): Promise<Bulk> {
  const bulk = await readBulk(tx, id);
  if (bulk === undefined) throw new Error(`the act on many ${id} was there a moment ago`);
  const items = await bulkItems(tx, id);
  const isUndo = bulk.undoes !== null;
  const undoable =
    !isUndo &&
    isUndoable(bulk.act) &&
    bulk.undoneBy === null &&
    items.some(({ state }) => state === "done");
  return { ...bulk, items, undoable, now: await tx.now() };
}

function actorOf({ id, name, level }: Staff): Pick<BulkRecord, "byId" | "byName" | "byLevel"> {
  return { byId: id, byName: name, byLevel: level };
}
