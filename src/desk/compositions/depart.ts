import type { CompositionContent } from "../../contract/compositions.ts";
import { holdingOf, may, maySee, seesOf } from "../../core/access/may.ts";
import type { Sees } from "../../core/access/may.ts";
import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import {
  dueCompositions,
  forgetCompositions,
  lockDueComposition,
  putComposition,
  removeComposition,
} from "../../store/compositions.ts";
import type { CompositionRecord } from "../../store/compositions.ts";
import { inPart } from "../../store/savepoint.ts";
import { policyNumberInForce } from "../../store/policy-versions.ts";
import { memberOf } from "../../store/staff/memberships.ts";
import { readTicketByNumber } from "../../store/tickets.ts";
import { acrossDesks, inDesk, rollbackWith } from "../../store/transaction.ts";
import { deskRefusalInWords } from "../../words/desk-refusals.ts";
import { isWorded, refusalInWords } from "../../words/refusals.ts";
import type { Plazo } from "../plazo.ts";
import { boundPolicy } from "../policies/bound-policy.ts";
import type { Done, Staff } from "../tickets/act.ts";
import type { Inside } from "../tickets/file-inside.ts";
import { draftsKept } from "./keep.ts";
import { sayInside } from "./say.ts";
import { countUses } from "./send.ts";
import { tellStaff } from "./staff-notice.ts";

/** Words that are to leave now. */
export interface Departure {
  readonly desk: string;
  readonly id: string;
  readonly author: string;
}

/** What became of words that were to leave. */
export type Departed = "said" | "stopped";

/** What is to leave now, at all desks. */
export function departuresDue(plazo: Plazo, limit: number): Promise<readonly Departure[]> {
  return acrossDesks(plazo.db, async (tx) => dueCompositions(tx, await tx.now(), limit));
}

/**
 * Says what was to be said by now: here, and not before, it becomes events, a message and mails, at
 * this instant, which is what promises count. Where its author lost the right, or something changed
 * that they had not seen, or it cannot be done any more, nothing is said: it is their draft again, with
 * the reason, and they are told by mail. `undefined`: it was called back, or another worker has it.
 */
export function depart(plazo: Plazo, { desk, id }: Departure): Promise<Departed | undefined> {
  return inDesk(plazo.db, desk, async (tx): Promise<Departed | undefined> => {
    const inside = { plazo, tx, desk };
    const known = await lockDueComposition(tx, id, await tx.now());
    if (known === undefined) return undefined;
    const by = await authorOf(inside, known);
    const done = isRefusal(by) ? by : await say(inside, known, by);
    if (isRefusal(done)) {
      await stop(inside, known, done);
      return "stopped";
    }
    await removeComposition(tx, id);
    await countUses(tx, wordsOf(known), await tx.now());
    return "said";
  });
}

/** For words at which the program itself failed: they are their author's draft again. */
export function stopDeparture(plazo: Plazo, { desk, id }: Departure): Promise<void> {
  return inDesk(plazo.db, desk, async (tx) => {
    const known = await lockDueComposition(tx, id, await tx.now());
    if (known !== undefined) await stop({ plazo, tx, desk }, known, refuse("departure-failed"));
  });
}

/** Forgets drafts that nobody touched for a month. */
export function forgetDrafts(plazo: Plazo, desk: string): Promise<number> {
  return inDesk(plazo.db, desk, async (tx) =>
    forgetCompositions(tx, (await tx.now()) - draftsKept),
  );
}

/** Whoever wrote it, if they may still say it: they lost no right, and see the ticket still (FI-1). */
async function authorOf(
  inside: Inside,
  { author, ticket: number, folio }: CompositionRecord,
): Promise<Staff | Refusal<"role-may-not" | "no-such-ticket">> {
  const { tx, desk } = inside;
  const member = await memberOf(tx, desk, author);
  const sees = member === undefined ? "assigned" : await seenBy(inside, member.party ?? null);
  if (member === undefined || !may(holdingOf(member), "ticket.write", sees))
    return refuse("role-may-not", { facts: { action: "ticket.write" } });
  const found = sees === "all" ? undefined : await readTicketByNumber(tx, number);
  if (found !== undefined && !maySee({ id: author, sees }, found.ticket))
    return refuse("no-such-ticket", { facts: { folio } });
  return { id: author, name: member.name, level: member.level };
}

async function seenBy({ plazo, tx }: Inside, party: string | null): Promise<Sees> {
  const number = party === null ? undefined : await policyNumberInForce(tx);
  if (number === undefined) return seesOf({}, party);
  return seesOf((await boundPolicy(plazo, tx, number)).policy.policy, party);
}

function say(inside: Inside, known: CompositionRecord, by: Staff): Promise<Done | Refusal> {
  const place = { desk: inside.desk, folio: known.folio, id: known.id };
  return inPart(inside.tx, async () => {
    const done = await sayInside(inside, { place, by, words: wordsOf(known) });
    return isRefusal(done) ? rollbackWith(done) : done;
  });
}

function wordsOf({ mode, seen, content }: CompositionRecord) {
  const { sees, ...written } = content as CompositionContent & { readonly sees: readonly string[] };
  return { mode, seen, sees, content: written };
}

function sayRefusal(refusal: Refusal): string {
  const words = isWorded(refusal)
    ? refusalInWords(refusal, "es")
    : deskRefusalInWords(refusal, "es");
  return words ?? refusal.refused;
}

async function stop(inside: Inside, known: CompositionRecord, refusal: Refusal): Promise<void> {
  const { tx } = inside;
  const { id, ticket: number, author } = known;
  const now = await tx.now();
  const stopped = { ...known, state: "stopped", leavesAt: null, updated: now } as const;
  await putComposition(tx, { ...stopped, stopped: refusal });
  const found = await readTicketByNumber(tx, number);
  if (found === undefined) return;
  await tellStaff(inside, {
    ...{ moment: "not-left", number, ticket: found.ticket, now, to: author, by: "" },
    text: sayRefusal(refusal),
    key: `${id}/${now}`,
  });
}
