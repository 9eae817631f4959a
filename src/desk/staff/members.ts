import {
  joinMember,
  memberOf,
  membersOf,
  membershipsOf,
  putMember,
} from "../../store/staff/memberships.ts";
import type { MembershipRow } from "../../store/staff/memberships.ts";
import { acrossDesks, inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";

/** What somebody is at a desk. */
export type Member = MembershipRow;

/** The people of a desk, by name. */
export function listMembers(plazo: Plazo, desk: string): Promise<Member[]> {
  return inDesk(plazo.db, desk, (tx) => membersOf(tx, desk));
}

/** What somebody is at this desk; `undefined` for a stranger, whatever they are elsewhere. */
export function findMember(
  plazo: Plazo,
  desk: string,
  userId: string,
): Promise<Member | undefined> {
  return inDesk(plazo.db, desk, (tx) => memberOf(tx, desk, userId));
}

/** Every desk where somebody works, with what they are there. */
export function desksOf(plazo: Plazo, userId: string): Promise<Member[]> {
  return acrossDesks(plazo.db, (tx) => membershipsOf(tx, userId));
}

/** Makes somebody a member of a desk; whoever is one already stays as they are. */
export function welcomeMember(plazo: Plazo, member: Member): Promise<boolean> {
  return inDesk(plazo.db, member.desk, (tx) => joinMember(tx, member, tx.began));
}

/** Makes somebody a member of a desk, or changes what they are there. */
export function setMember(plazo: Plazo, member: Member): Promise<void> {
  return inDesk(plazo.db, member.desk, (tx) => putMember(tx, member, tx.began));
}
