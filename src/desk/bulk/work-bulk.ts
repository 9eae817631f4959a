import { bulkRights } from "../../core/bulk/act.ts";
import type { BulkAct } from "../../core/bulk/act.ts";
import { filledAct } from "../../core/bulk/fill.ts";
import { isAlready } from "../../core/bulk/plan.ts";
import { beforeOf, isAsLeft } from "../../core/bulk/undo.ts";
import { may, seesOf } from "../../core/access/may.ts";
import { rolesOf } from "../../core/access/roles.ts";
import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { SECOND } from "../../core/time/instant.ts";
import type { Ticket } from "../../core/ticket/ticket.ts";
import { withAlongside } from "../../store/alongside.ts";
import {
  finishBulk,
  leaseBulk,
  markItemDone,
  markItemRefused,
  markItemTried,
  refuseWaiting,
  renewBulk,
  waitingItems,
} from "../../store/bulks.ts";
import type { BulkItem, BulkRecord } from "../../store/bulks.ts";
import { settle } from "../../store/settle.ts";
import { readTicket } from "../../store/tickets.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { boundPolicy } from "../policies/bound-policy.ts";
import { currentPolicy } from "../policies/current-policy.ts";
import { findMember } from "../staff/members.ts";
import type { Done, Staff } from "../tickets/act.ts";
import { knownOf } from "./known-of.ts";
import { performOne } from "./perform.ts";

/** How long a worker that says nothing keeps an act on many. */
const LEASE = 20 * SECOND;

/** Tickets of one act in a turn: then whatever else is due has its own. */
const TURN = 25;

/** Times that a ticket at which the program fails is tried. */
const TRIES = 3;

/** Times that an act is begun anew because somebody else wrote to the ticket that very moment. */
const AGAIN = 3;

/**
 * Does some of an act on many: takes it up, does it to the next tickets, each in its own transaction
 * that marks it done, and lets go of it. Gives how many tickets it went through. Nothing but the rows
 * says how far it is: a worker that is killed loses nothing, and no ticket is done twice.
 */
export async function workOnBulk(
  plazo: Plazo,
  { desk, id }: { readonly desk: string; readonly id: string },
  stopped: () => boolean,
): Promise<number> {
  const bulk = await inDesk(plazo.db, desk, async (tx) => {
    const now = await tx.now();
    return leaseBulk(tx, id, { now, until: now + LEASE });
  });
  if (bulk === undefined) return 0;
  const no = await mayNot(plazo, desk, bulk);
  if (no !== null) await inDesk(plazo.db, desk, (tx) => refuseWaiting(tx, id, no));
  const items = await inDesk(plazo.db, desk, (tx) => waitingItems(tx, id, TURN));
  let through = 0;
  for (const item of items) {
    if (stopped()) break;
    await doItem(plazo, desk, { bulk, item });
    through += 1;
  }
  await inDesk(plazo.db, desk, async (tx) => {
    const isLeft = (await waitingItems(tx, id, 1)).length > 0;
    if (isLeft) await renewBulk(tx, id, null);
    else await finishBulk(tx, id, { state: "done", at: await tx.now() });
  });
  return through;
}

/** Whoever left the desk, or has another role by now, goes on with nothing. */
async function mayNot(plazo: Plazo, desk: string, bulk: BulkRecord): Promise<Refusal | null> {
  const member = await findMember(plazo, desk, bulk.byId);
  const action = bulkRights[bulk.act.do];
  const refused = refuse("role-may-not", { facts: { action } });
  if (member === undefined) return refused;
  const policy = await currentPolicy(plazo, desk);
  if (isRefusal(policy)) return refused;
  const sees = seesOf(policy.policy.policy, member.party ?? null);
  const roles = rolesOf(member);
  return may(roles, "ticket.bulk", sees) && may(roles, action, sees) ? null : refused;
}

async function doItem(
  plazo: Plazo,
  desk: string,
  { bulk, item }: { readonly bulk: BulkRecord; readonly item: BulkItem },
): Promise<void> {
  const at = { bulk: bulk.id, place: item.place };
  const came = await settle(actOnItem(plazo, desk, { bulk, item }));
  if ("value" in came) {
    const { value } = came;
    if (isRefusal(value)) await inDesk(plazo.db, desk, (tx) => markItemRefused(tx, at, value));
    return;
  }
  if (came.fault instanceof TakenAlready) return;
  await inDesk(plazo.db, desk, (tx) =>
    item.tries + 1 < TRIES
      ? markItemTried(tx, at)
      : markItemRefused(tx, at, refuse("bulk-fault", { facts: { folio: item.folio } })),
  );
}

/** Another worker did it, or all was stopped, while this one was about to: what this one wrote is undone. */
class TakenAlready extends Error {}

async function actOnItem(
  plazo: Plazo,
  desk: string,
  { bulk, item }: { readonly bulk: BulkRecord; readonly item: BulkItem },
): Promise<Done | Refusal> {
  const by: Staff = { id: bulk.byId, name: bulk.byName, level: bulk.byLevel };
  const act = item.act ?? bulk.act;
  for (let time = 1; ; time += 1) {
    const found = await ownOf(plazo, desk, { act, folio: item.folio, by });
    if (found === undefined) return refuse("no-such-ticket", { facts: { folio: item.folio } });
    const { ticket, own } = found;
    const no = whyNot(ticket, act, bulk);
    if (no !== null) return no;
    const done = await withAlongside(
      async (tx, value) => {
        if (isRefusal(value)) return;
        const { seq } = value as Done;
        const marked = { bulk: bulk.id, place: item.place };
        if (!(await markItemDone(tx, marked, { seq, before: beforeOf(ticket) })))
          throw new TakenAlready();
      },
      () => performOne(plazo, own, { desk, by, ticket }),
    );
    if (!isRefusal(done) || done.refused !== "changed-meanwhile" || time === AGAIN) return done;
  }
}

/** A ticket, and the act as it is done to it: with its own words. */
function ownOf(
  plazo: Plazo,
  desk: string,
  { act, folio, by }: { readonly act: BulkAct; readonly folio: string; readonly by: Staff },
): Promise<{ readonly ticket: Ticket; readonly own: BulkAct } | undefined> {
  return inDesk(plazo.db, desk, async (tx) => {
    const found = await readTicket(tx, folio);
    if (found === undefined) return undefined;
    const { ticket } = found;
    const policy = await boundPolicy(plazo, tx, { number: ticket.policy });
    const now = await tx.now(ticket.lastRecorded);
    return { ticket, own: filledAct(act, knownOf({ ticket, policy, by, now })) };
  });
}

/** What is to be undone must still be as it was left; what is so already is not done again. */
function whyNot(ticket: Ticket, act: BulkAct, bulk: BulkRecord): Refusal | null {
  if (bulk.undoes !== null && !isAsLeft(ticket, bulk.act)) return refuse("changed-since");
  return ticket.closed === null && isAlready(ticket, act) ? refuse("already-so") : null;
}
