import type { CompositionContent } from "../../contract/compositions.ts";
import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { SECOND } from "../../core/time/instant.ts";
import type { Instant } from "../../core/time/instant.ts";
import { useCanned } from "../../store/canned-replies.ts";
import {
  compositionsAt,
  putComposition,
  removeComposition,
  saidAs,
} from "../../store/compositions.ts";
import type { CompositionRecord } from "../../store/compositions.ts";
import { inPart } from "../../store/savepoint.ts";
import { lockTicket } from "../../store/tickets.ts";
import type { LockedTicket } from "../../store/tickets.ts";
import { inDesk, rollbackWith } from "../../store/transaction.ts";
import type { Transaction } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import type { Staff } from "../tickets/act.ts";
import { draftsKept, ownOf, prolong } from "./keep.ts";
import { sayInside, spokenText } from "./say.ts";
import { isTold } from "./words.ts";
import type { CompositionPlace, Words } from "./words.ts";

/** What is sent, by whom, and how many seconds it can be undone. */
export interface Sending extends Words {
  readonly by: Staff;
  readonly undoSeconds: number;
}

/** What became of it: said as this event, or on its way out until `leavesAt`. */
export interface Sent {
  readonly folio: string;
  readonly seq: number;
  readonly leavesAt: Instant | null;
  readonly now: Instant;
}

/** The worker looks twice a second: what falls due this soon after the window counts as within it. */
const margin = 2 * SECOND;

/**
 * Sends a composition: once, however often it is asked; other words under the same id are refused
 * (`left-already`), for whoever wrote them would take them for sent. All that it would do is tried first, so that
 * what is refused is refused now. Words to the client then wait, and nothing of them is a fact before
 * they leave; where something of the ticket falls due meanwhile they leave at once, so that no promise
 * is missed by waiting. Refuses as `sayInside`, and `reply-departing` where another's words to the
 * client are on their way out and were not seen (facts: `ids`, `by`).
 */
export function sendComposition(
  plazo: Plazo,
  place: CompositionPlace,
  sending: Sending,
): Promise<Sent | Refusal> {
  const { desk, folio, id } = place;
  const { by, mode } = sending;
  return inDesk(plazo.db, desk, async (tx): Promise<Sent | Refusal> => {
    const known = await ownOf(tx, id, by);
    if (isRefusal(known)) return known;
    const locked = await lockTicket(tx, folio);
    if (locked === undefined) return refuse("no-such-ticket", { facts: { folio } });
    const { number, ticket, now } = locked;
    if (known !== undefined && known.ticket !== number) return refuse("no-such-composition");
    const sent = { folio: ticket.folio, seq: ticket.seq, leavesAt: null, now };
    const said = await saidAs(tx, number, id);
    if (said !== undefined)
      return said.text === spokenText(sending)
        ? { ...sent, seq: said.seq }
        : refuse("left-already");
    if (known?.state === "departing")
      return isSame(known, sending)
        ? { ...sent, leavesAt: known.leavesAt }
        : refuse("left-already");
    const before = isTold(mode) ? await departingOfOthers(tx, locked, sending) : null;
    if (isRefusal(before)) return before;
    const leavesAt = leavingAt(locked, sending, before);
    const done = await inPart(tx, async () => {
      const tried = await sayInside({ plazo, tx, desk }, { place, by, words: sending });
      return isRefusal(tried) || leavesAt !== null ? rollbackWith(tried) : tried;
    });
    if (isRefusal(done)) return done;
    if (leavesAt === null) {
      await removeComposition(tx, id);
      await countUses(tx, sending, now);
      return { ...sent, seq: done.seq };
    }
    await putComposition(tx, { ...waiting(place, locked, sending), leavesAt });
    await prolong(tx, sending.content, now + draftsKept);
    return { ...sent, leavesAt };
  });
}

/** Whether what is on its way out has the words and the files that are sent now. */
function isSame({ mode, content }: CompositionRecord, now: Sending): boolean {
  const words = ({ text, cause, remedy, files }: CompositionContent): string =>
    JSON.stringify([text, cause, remedy, files.map((file) => file.id)]);
  return mode === now.mode && words(content as CompositionContent) === words(now.content);
}

/** When it leaves: after what its author has seen on its way out (`before`); null: at once. */
function leavingAt(
  { wakesAt, now }: LockedTicket,
  { mode, by, undoSeconds }: Sending,
  before: Instant | null,
): Instant | null {
  // A program sends what it means to send, at once: nobody of the desk could say it for it later.
  if (by.through !== undefined) return null;
  if (before !== null) return Math.max(before + 1, now + undoSeconds * SECOND);
  if (!isTold(mode) || undoSeconds === 0) return null;
  const leavesAt = now + undoSeconds * SECOND;
  return wakesAt !== null && wakesAt <= leavesAt + margin ? null : leavesAt;
}

/** When the last of others' words leaves that is on its way out and was seen; null: there is none. */
async function departingOfOthers(
  tx: Transaction,
  { number }: LockedTicket,
  { by, sees }: Sending,
): Promise<Instant | Refusal<"reply-departing"> | null> {
  const list = await compositionsAt(tx, number, by.id);
  const others = list.filter(({ state, author }) => state === "departing" && author !== by.id);
  const unseen = others.filter(({ id }) => !sees.includes(id));
  if (unseen.length === 0)
    return others.reduce<Instant | null>(
      (last, { leavesAt }) => (leavesAt === null ? last : Math.max(last ?? leavesAt, leavesAt)),
      null,
    );
  return refuse("reply-departing", {
    facts: {
      ids: unseen.map((one) => one.id),
      by: unseen.map((one) => one.authorName),
    },
  });
}

function waiting(
  { id }: CompositionPlace,
  { number, ticket, now }: LockedTicket,
  { by, mode, seen, content, sees }: Sending,
): Omit<CompositionRecord, "leavesAt"> {
  return {
    ...{ id, ticket: number, folio: ticket.folio, author: by.id, authorName: by.name },
    ...{ mode, seen, content: { ...content, sees }, state: "departing", updated: now },
    stopped: null,
  };
}

/** Counts the prepared answers that something said was written with. */
export function countUses(
  tx: Transaction,
  { content }: Pick<Words, "content">,
  now: Instant,
): Promise<void> {
  const ids = content.used.filter(({ kind }) => kind === "canned").map((one) => one.id);
  return useCanned(tx, ids, now);
}
