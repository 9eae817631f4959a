import { excludedIn, rolesOf } from "../../core/access/roles.ts";
import type { Role } from "../../core/access/roles.ts";
import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { openTicketsOf } from "../../store/staff/assigned.ts";
import { annulInvitations } from "../../store/staff/entry-links.ts";
import {
  holdAdministrators,
  memberOf,
  membershipsOf,
  putMember,
  removeMember,
} from "../../store/staff/memberships.ts";
import type { MembershipRow } from "../../store/staff/memberships.ts";
import { dropAuthenticator, dropPasskeys } from "../../store/staff/second-factors.ts";
import { askSecondFactor, secondFactorAsked } from "../../store/staff/second-factor-asked.ts";
import type { AskedOf } from "../../store/staff/second-factor-asked.ts";
import { endSessions } from "../../store/staff/sessions.ts";
import { recordStaffChange, staffChanges } from "../../store/staff/staff-changes.ts";
import type { StaffAct, StaffChangeRow } from "../../store/staff/staff-changes.ts";
import { acrossDesks, inDesk } from "../../store/transaction.ts";
import type { Transaction } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { currentPolicy } from "../policies/current-policy.ts";
import { isRefusal } from "../../core/refusal.ts";
import { tellMember } from "./tell-member.ts";

/** Who changes something about a desk's people. */
export interface Changer {
  readonly id: string;
  readonly name: string;
}

/** What somebody is to be at the desk. */
export interface Place {
  readonly role: Role;
  readonly also: readonly Role[];
  readonly level: string | null;
  readonly party: string | null;
}

/** Why somebody's place at the desk is not changed. */
export type StaffRefusal =
  | "not-a-member"
  | "own-membership"
  | "last-administrator"
  | "roles-apart"
  | "level-unknown"
  | "party-unknown"
  | "works-elsewhere";

/** Whether a place can be had at the desk: roles that do not exclude each other (FI-16), a level and a company of its manual. */
export async function checkPlace(
  plazo: Plazo,
  desk: string,
  place: Place,
): Promise<Refusal | null> {
  const bound = await currentPolicy(plazo, desk);
  if (isRefusal(bound)) return bound;
  const { levels, thirdParties = {} } = bound.policy.policy;
  const apart = excludedIn(rolesOf(place));
  if (apart !== null) return refuse("roles-apart", { field: "also", facts: { roles: [...apart] } });
  const { level, party } = place;
  if (level !== null && !levels.some(({ id }) => id === level))
    return refuse("level-unknown", { field: "level", facts: { level } });
  if (party !== null && !Object.hasOwn(thirdParties, party))
    return refuse("party-unknown", { field: "party", facts: { party } });
  return null;
}

/** Changes what somebody is at the desk; nobody changes themselves, and somebody always administers. */
export async function changeMember(
  plazo: Plazo,
  at: { readonly desk: string; readonly userId: string; readonly by: Changer },
  place: Place,
): Promise<MembershipRow | Refusal> {
  const wrong = await checkPlace(plazo, at.desk, place);
  if (wrong !== null) return wrong;
  return inDesk(plazo.db, at.desk, async (tx) => {
    const before = await changeable(tx, at);
    if (isRefusal(before)) return before;
    const administers = rolesOf(place).includes("administrator");
    if (!administers && (await isLast(tx, at))) return refuse("last-administrator");
    const after = { ...before, ...place };
    await putMember(tx, after, tx.began);
    await record(tx, { ...at, act: "changed", before, after });
    await tellMember(plazo, tx, { notice: "changed", member: after, by: at.by });
    return after;
  });
}

/**
 * Takes somebody's place at the desk away, at once, with the invitations to it that are still open;
 * gives the open tickets that were theirs, to be given to others. Where they work nowhere else, their
 * sessions end.
 */
export async function dismissMember(
  plazo: Plazo,
  at: { readonly desk: string; readonly userId: string; readonly by: Changer },
): Promise<{ readonly tickets: readonly string[] } | Refusal> {
  const done = await inDesk(plazo.db, at.desk, async (tx) => {
    const before = await changeable(tx, at);
    if (isRefusal(before)) return before;
    if (await isLast(tx, at)) return refuse("last-administrator");
    await removeMember(tx, at.desk, at.userId);
    await record(tx, { ...at, act: "removed", before, after: null });
    await tellMember(plazo, tx, { notice: "removed", member: before, by: at.by });
    return { tickets: await openTicketsOf(tx, at.userId), email: before.email };
  });
  if (isRefusal(done)) return done;
  const { tickets, email } = done;
  await acrossDesks(plazo.db, async (tx) => {
    await annulInvitations(tx, { email, desk: at.desk }, tx.began);
    if ((await membershipsOf(tx, at.userId)).length === 0) await endSessions(tx, at.userId, null);
  });
  return { tickets };
}

/** Ends every session of a member, at once; they are told by mail. */
export async function endMemberSessions(
  plazo: Plazo,
  at: { readonly desk: string; readonly userId: string; readonly by: Changer },
): Promise<{ readonly ended: number } | Refusal> {
  const told = await written(plazo, at, "sessions-ended");
  if (isRefusal(told)) return told;
  return { ended: await acrossDesks(plazo.db, (tx) => endSessions(tx, at.userId, null)) };
}

/**
 * Removes a member's app, recovery codes and passkeys, and ends their sessions; they are told by mail.
 * What lets somebody in elsewhere is not this desk's alone: whoever works at a desk that the changer
 * does not administer is left as they are.
 */
export async function resetSecondFactor(
  plazo: Plazo,
  at: { readonly desk: string; readonly userId: string; readonly by: Changer },
): Promise<{ readonly reset: true } | Refusal> {
  const elsewhere = await acrossDesks(plazo.db, async (tx) => {
    const administered = new Set(
      (await membershipsOf(tx, at.by.id))
        .filter((one) => rolesOf(one).includes("administrator"))
        .map(({ desk }) => desk),
    );
    return (await membershipsOf(tx, at.userId)).some(({ desk }) => !administered.has(desk));
  });
  const found = await inDesk(plazo.db, at.desk, (tx) => memberOf(tx, at.desk, at.userId));
  if (found === undefined) return refuse("not-a-member");
  if (elsewhere) return refuse("works-elsewhere");
  const told = await written(plazo, at, "second-factor-reset");
  if (isRefusal(told)) return told;
  await dropProofs(plazo, at.userId);
  return { reset: true };
}

/**
 * The same by whoever runs the installation, at whatever desks somebody works: it is written down at
 * each and told by each, so that nobody who administers one finds it out otherwise. Refuses whoever
 * works nowhere.
 */
export async function resetSecondFactorAnywhere(
  plazo: Plazo,
  { userId, by }: { readonly userId: string; readonly by: Changer },
): Promise<{ readonly desks: readonly string[] } | Refusal<"not-a-member">> {
  const members = await acrossDesks(plazo.db, (tx) => membershipsOf(tx, userId));
  if (members.length === 0) return refuse("not-a-member");
  for (const { desk } of members) await written(plazo, { desk, userId, by }, "second-factor-reset");
  await dropProofs(plazo, userId);
  return { desks: members.map(({ desk }) => desk) };
}

function dropProofs(plazo: Plazo, userId: string): Promise<void> {
  return acrossDesks(plazo.db, async (tx) => {
    await dropAuthenticator(tx, userId);
    await dropPasskeys(tx, userId, null);
    await endSessions(tx, userId, null);
  });
}

/** Of whom the desk asks a second proof. */
export function readSecondFactorAsked(plazo: Plazo, desk: string): Promise<AskedOf> {
  return inDesk(plazo.db, desk, secondFactorAsked);
}

/** Sets of whom the desk asks a second proof: it holds from each one's next request. */
export function setSecondFactorAsked(
  plazo: Plazo,
  { desk, by, of }: { readonly desk: string; readonly by: Changer; readonly of: AskedOf },
): Promise<AskedOf> {
  return inDesk(plazo.db, desk, async (tx) => {
    const before = await secondFactorAsked(tx);
    if (before === of) return of;
    await askSecondFactor(tx, of);
    await recordStaffChange(tx, {
      at: tx.began,
      by: by.id,
      byName: by.name,
      act: "second-factor-asked",
      subject: null,
      subjectName: "",
      before: { of: before },
      after: { of },
    });
    return of;
  });
}

/** What was changed about the desk's people, the newest first. */
export function listStaffChanges(
  plazo: Plazo,
  desk: string,
  page: { readonly before: number | null; readonly limit: number },
): Promise<readonly StaffChangeRow[]> {
  return inDesk(plazo.db, desk, (tx) => staffChanges(tx, page));
}

async function changeable(
  tx: Transaction,
  { desk, userId, by }: { desk: string; userId: string; by: Changer },
): Promise<MembershipRow | Refusal<"not-a-member" | "own-membership">> {
  const member = await memberOf(tx, desk, userId);
  if (member === undefined) return refuse("not-a-member");
  return userId === by.id ? refuse("own-membership") : member;
}

/** Whether nobody else administers the desk; those who do are held, so that two cannot each remove the other. */
async function isLast(
  tx: Transaction,
  { desk, userId }: { desk: string; userId: string },
): Promise<boolean> {
  const administrators = await holdAdministrators(tx, desk);
  return administrators.length === 1 && administrators[0] === userId;
}

async function written(
  plazo: Plazo,
  at: { desk: string; userId: string; by: Changer },
  act: "sessions-ended" | "second-factor-reset",
): Promise<MembershipRow | Refusal<"not-a-member">> {
  return inDesk(plazo.db, at.desk, async (tx) => {
    const member = await memberOf(tx, at.desk, at.userId);
    if (member === undefined) return refuse("not-a-member");
    await record(tx, { ...at, act, before: member, after: member });
    await tellMember(plazo, tx, { notice: act, member, by: at.by });
    return member;
  });
}

function record(
  tx: Transaction,
  change: {
    readonly by: Changer;
    readonly act: StaffAct;
    readonly before: MembershipRow;
    readonly after: MembershipRow | null;
  },
): Promise<void> {
  const { by, act, before, after } = change;
  const isPlace = act === "changed" || act === "removed";
  return recordStaffChange(tx, {
    at: tx.began,
    by: by.id,
    byName: by.name,
    act,
    subject: before.userId,
    subjectName: before.name,
    before: isPlace ? placeOf(before) : null,
    after: isPlace && after !== null ? placeOf(after) : null,
  });
}

function placeOf({ role, also = [], level, party = null }: MembershipRow): Record<string, unknown> {
  return { role, also, level, party };
}
