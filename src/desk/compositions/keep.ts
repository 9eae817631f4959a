import type { CompositionContent } from "../../contract/compositions.ts";
import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { DAY } from "../../core/time/instant.ts";
import type { Instant } from "../../core/time/instant.ts";
import {
  compositionsAt,
  compositionsOf,
  lockComposition,
  putComposition,
  removeComposition,
  saidAs,
} from "../../store/compositions.ts";
import type { CompositionRecord } from "../../store/compositions.ts";
import { submissionKey } from "../../store/filing.ts";
import { readTicket } from "../../store/tickets.ts";
import { inDesk, rollbackWith } from "../../store/transaction.ts";
import type { Transaction } from "../../store/transaction.ts";
import { prolongUploads } from "../../store/uploads.ts";
import type { Plazo } from "../plazo.ts";
import type { Staff } from "../tickets/act.ts";
import type { CompositionPlace, Words } from "./words.ts";

/** A composition with its content read. */
export interface Composition extends CompositionRecord {
  readonly content: CompositionContent;
}

/** A draft that nobody touches is kept for so long, with its files. */
export const draftsKept = 30 * DAY;

/** What is kept, for whom, and the version that it is written over: none, whatever stands there. */
export interface Keeping extends Omit<Words, "sees"> {
  readonly by: Staff;
  readonly over?: Instant;
}

/**
 * Keeps what somebody has written so far, for them alone. Refuses `no-such-ticket`,
 * `no-such-composition` where the id is another's, `left-already` where it is sent or on its way, and
 * `draft-changed` where it was written on since the version `over` which this is written.
 */
export function keepDraft(
  plazo: Plazo,
  place: CompositionPlace,
  { by, over, ...words }: Keeping,
): Promise<{ readonly id: string; readonly updated: Instant } | Refusal> {
  const { desk, folio, id } = place;
  return inDesk(plazo.db, desk, async (tx) => {
    const found = await readTicket(tx, folio);
    if (found === undefined) return refuse("no-such-ticket", { facts: { folio } });
    const known = await ownOf(tx, id, by);
    if (isRefusal(known)) return known;
    const isSaid = (await saidAs(tx, found.number, id)) !== undefined;
    if (isSaid || known?.state === "departing") return refuse("left-already");
    if (over !== undefined && known !== undefined && known.updated > over)
      return refuse("draft-changed");
    const now = await tx.now();
    const kept = await putComposition(tx, {
      ...{ id, ticket: found.number, folio: found.ticket.folio },
      ...{ author: by.id, authorName: by.name, ...words },
      ...{ updated: now, leavesAt: null },
      // Why it did not leave stands until it is sent again.
      ...(known?.state === "stopped"
        ? { state: "stopped" as const, stopped: known.stopped }
        : { state: "draft" as const, stopped: null }),
    });
    if (!kept) return rollbackWith(refuse("no-such-composition"));
    await prolong(tx, words.content, now + draftsKept);
    return { id, updated: now };
  });
}

/** Keeps the files of what is written as long as it. */
export async function prolong(
  tx: Transaction,
  { session, files }: CompositionContent,
  until: Instant,
): Promise<void> {
  if (files.length === 0) return;
  const ids = files.map((file) => file.id);
  await prolongUploads(tx, submissionKey(session), { ids, until });
}

/** Somebody's own composition, locked; another's does not exist for them. */
export async function ownOf(
  tx: Transaction,
  id: string,
  by: Staff,
): Promise<CompositionRecord | undefined | Refusal<"no-such-composition">> {
  const known = await lockComposition(tx, id);
  return known !== undefined && known.author !== by.id ? refuse("no-such-composition") : known;
}

/** Throws a draft away, with its files. Refuses `no-such-composition` and `left-already`. */
export function discardDraft(
  plazo: Plazo,
  { desk, id }: CompositionPlace,
  by: Staff,
): Promise<{ readonly id: string } | Refusal> {
  return inDesk(plazo.db, desk, async (tx): Promise<{ readonly id: string } | Refusal> => {
    const known = await ownOf(tx, id, by);
    if (isRefusal(known)) return known;
    if (known === undefined) return refuse("no-such-composition");
    if (known.state === "departing") return refuse("left-already");
    await removeComposition(tx, id);
    await prolong(tx, known.content as CompositionContent, await tx.now());
    return { id };
  });
}

/** What somebody has written to a ticket, and what of anybody's is on its way out. Refuses `no-such-ticket`. */
export function compositionsAtTicket(
  plazo: Plazo,
  { desk, folio }: Omit<CompositionPlace, "id">,
  by: Staff,
): Promise<{ readonly list: readonly Composition[]; readonly now: Instant } | Refusal> {
  return inDesk(plazo.db, desk, async (tx) => {
    const found = await readTicket(tx, folio);
    if (found === undefined) return refuse("no-such-ticket", { facts: { folio } });
    const list = await compositionsAt(tx, found.number, by.id);
    return { list: list as Composition[], now: await tx.now() };
  });
}

/** What somebody has written to any ticket of the desk and has not said, the newest first. */
export function ownCompositions(
  plazo: Plazo,
  desk: string,
  by: Staff,
): Promise<{ readonly list: readonly Composition[]; readonly now: Instant }> {
  return inDesk(plazo.db, desk, async (tx) => {
    const list = await compositionsOf(tx, by.id);
    return { list: list as Composition[], now: await tx.now() };
  });
}
