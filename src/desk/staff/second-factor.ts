import { mustProveTwice, rolesOf } from "../../core/access/roles.ts";
import { membershipsOf } from "../../store/staff/memberships.ts";
import { heldBy } from "../../store/staff/second-factors.ts";
import type { Held } from "../../store/staff/second-factors.ts";
import { asksEverybody } from "../../store/staff/second-factor-asked.ts";
import { acrossDesks } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";

/** What a session with one proof lacks to act: the second proof, or first of all the means of giving one. */
export type Lack = "nothing" | "proof" | "set-up";

/** What somebody can prove themselves with besides a password, and whether they must have something. */
export interface SecondFactor extends Held {
  readonly must: boolean;
}

/** What somebody has for a second proof, and whether a role or a desk of theirs asks for one. */
export function secondFactorOf(plazo: Plazo, userId: string): Promise<SecondFactor> {
  return acrossDesks(plazo.db, async (tx) => {
    const held = await heldBy(tx, userId);
    if (plazo.settings.secondFactor === "optional") return { ...held, must: false };
    const members = await membershipsOf(tx, userId);
    const asked = await asksEverybody(
      tx,
      members.map(({ desk }) => desk),
    );
    return { ...held, must: asked || members.some((member) => mustProveTwice(rolesOf(member))) };
  });
}

/** What a session with one proof lacks. Whoever has a second proof is asked for it, whether they must have one or not. */
export function lackOf({ app, passkeys, must }: SecondFactor): Lack {
  if (app || passkeys > 0) return "proof";
  return must ? "set-up" : "nothing";
}
