import type { Context, MiddlewareHandler } from "hono";
import { may } from "../../core/access/may.ts";
import type { Action } from "../../core/access/may.ts";
import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { Staff } from "../../desk/tickets/act.ts";
import type { Plazo } from "../../desk/plazo.ts";
import { findMember } from "../../desk/staff/members.ts";
import type { Member } from "../../desk/staff/members.ts";
import type { SignedIn, StaffAuth } from "../staff/auth.ts";
import { refusalResponse } from "./refused.ts";

/** What the workspace's API is made of. */
export interface ApiParts {
  readonly plazo: Plazo;
  readonly auth: StaffAuth;
  /** Whether this process serves a desk. */
  readonly serves: (desk: string) => boolean;
}

/** What a route knows of whoever asks. */
export interface ApiEnv {
  Variables: { readonly signedIn: SignedIn };
}

/** Lets only somebody who is signed in through; answers 401 otherwise. */
export function signedInOnly(auth: StaffAuth): MiddlewareHandler<ApiEnv> {
  return async (context, next) => {
    const signedIn = await auth.whoIs(context.req.raw.headers);
    if (signedIn === null) return refusalResponse(context, refuse("not-signed-in"));
    context.set("signedIn", signedIn);
    return next();
  };
}

/** A desk that this process does not serve is not found, whoever asks. */
export function servedDesksOnly(serves: (desk: string) => boolean): MiddlewareHandler<ApiEnv> {
  return async (context, next) => {
    const [, desk] = /\/desks\/([^/]+)/u.exec(context.req.path) ?? [];
    if (desk === undefined || serves(desk)) return next();
    return refusalResponse(context, refuse("no-such-desk", { facts: { desk } }));
  };
}

/** What a route needs of whoever asks: to be somebody at the desk whose role may do the action. */
export interface Wanted {
  readonly plazo: Plazo;
  readonly desk: string;
  readonly action: Action;
}

/**
 * Does a route's work for the signed-in member of the desk, and answers with what it gives: a
 * response as it is, a refusal as its problem. Where the role may not do the action it is refused
 * with `role-may-not`. A stranger learns nothing: the desk is not found, whether it exists or not.
 */
export async function forMember<Answer extends object>(
  context: Context<ApiEnv>,
  wanted: Wanted,
  work: (member: Member) => Promise<Answer | Refusal>,
): Promise<Exclude<Answer, Refusal> | Response> {
  const member = await memberWho(wanted, context.get("signedIn").userId);
  const done = isRefusal(member) ? member : await work(member);
  return isRefusal(done) ? refusalResponse(context, done) : (done as Exclude<Answer, Refusal>);
}

async function memberWho(
  { plazo, desk, action }: Wanted,
  userId: string,
): Promise<Member | Refusal<"no-such-desk" | "role-may-not">> {
  const member = await findMember(plazo, desk, userId);
  if (member === undefined) return refuse("no-such-desk", { facts: { desk } });
  return may(member.role, action)
    ? member
    : refuse("role-may-not", { facts: { role: member.role, action } });
}

/** Whoever acts, as the desk's acts know them. */
export function staffOf(member: Member): Staff {
  return { id: member.userId, name: member.name, level: member.level };
}
