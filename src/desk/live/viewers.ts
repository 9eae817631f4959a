import type { Instant } from "../../core/time/instant.ts";
import { putViewer, removeViewer, viewers } from "../../store/viewers.ts";
import type { Screen, ViewerRecord } from "../../store/viewers.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";

/** Milliseconds without a beat after which whoever had a ticket open counts as gone: a tab may close without a word. */
export const viewerSilence = 30_000;

/** One of the desk's people who has a ticket open, however many screens show it. */
export interface Viewer {
  /** The member's id. */
  readonly id: string;
  readonly name: string;
  /** Whether they are writing an answer on any of their screens. */
  readonly writing: boolean;
  /** Since when they look at it. */
  readonly since: Instant;
}

/** What a screen of a member's shows; `folio` null: no ticket any more. */
export interface Look {
  readonly by: { readonly id: string; readonly name: string };
  /** A UUID that the screen chose for itself. */
  readonly screen: string;
  readonly folio: string | null;
  readonly writing: boolean;
}

/** Says what a screen shows now; said again within half a minute, it shows it still. */
export function showTicket(plazo: Plazo, desk: string, look: Look): Promise<void> {
  const { by, screen, folio, writing } = look;
  const of: Screen = { member: by.id, screen };
  return inDesk(plazo.db, desk, async (tx) => {
    if (folio === null) return removeViewer(tx, of);
    const when = { at: tx.began, gone: tx.began - viewerSilence };
    return putViewer(tx, { ...of, name: by.name, folio, writing }, when);
  });
}

/**
 * Who has each of these tickets open now, in any process: seen within the last half minute, who came
 * first is first. Folios are as the desk writes them; a ticket that nobody looks at is not in the
 * map. `null`: all tickets of the desk that somebody looks at.
 */
export function viewersOf(
  plazo: Pick<Plazo, "db">,
  desk: string,
  folios: readonly string[] | null,
): Promise<ReadonlyMap<string, readonly Viewer[]>> {
  return inDesk(plazo.db, desk, async (tx) => {
    const seen = await viewers(tx, { seenSince: tx.began - viewerSilence, folios });
    return byTicket(seen);
  });
}

function byTicket(seen: readonly ViewerRecord[]): ReadonlyMap<string, readonly Viewer[]> {
  const tickets = new Map<string, Viewer[]>();
  for (const { folio, member: id, name, writing, since } of seen) {
    const there = tickets.get(folio) ?? [];
    const at = there.findIndex((one) => one.id === id);
    const known = there[at];
    if (known === undefined) there.push({ id, name, writing, since });
    else if (writing) there[at] = { ...known, writing };
    tickets.set(folio, there);
  }
  return tickets;
}
