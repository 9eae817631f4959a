import type { Context, MiddlewareHandler } from "hono";
import { holdingOf, may, maySee, seesOf } from "../../core/access/may.ts";
import type { Action, Sees } from "../../core/access/may.ts";
import type { Role } from "../../core/access/roles.ts";
import { covers, scopeNames } from "../../core/access/scopes.ts";
import type { Held } from "../../core/access/scopes.ts";
import type { MailNetwork } from "../../channels/email/imap/sign-in.ts";
import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { integrationOf } from "../../desk/integrations/tokens.ts";
import type { Integration } from "../../desk/integrations/tokens.ts";
import type { Staff } from "../../desk/tickets/act.ts";
import type { Plazo } from "../../desk/plazo.ts";
import { currentPolicy } from "../../desk/policies/current-policy.ts";
import { assigneeOf } from "../../desk/tickets/for-staff.ts";
import { findMember } from "../../desk/staff/members.ts";
import type { Member } from "../../desk/staff/members.ts";
import type { Live } from "../live/live.ts";
import type { SignedIn, StaffAuth } from "../staff/auth.ts";
import { bearerOf } from "../guard.ts";
import { refusalResponse } from "./refused.ts";
import { tokenRate, usualRate } from "./token-rate.ts";
import type { Rate } from "./token-rate.ts";

/** What the workspace's API is made of. */
export interface ApiParts {
  readonly plazo: Plazo;
  readonly auth: StaffAuth;
  /** Whether this process serves a desk. */
  readonly serves: (desk: string) => boolean;
  /** How mail servers are reached when one is tried; left out: none in a private network. */
  readonly mailNetwork?: MailNetwork;
  /** What a token may ask for; the usual where it is left out. */
  readonly rate?: Rate;
  /** What open screens are kept up to date with; left out: nothing is live. */
  readonly live?: Live;
}

/** What a route knows of whoever asks: a person with a session, or a program with a token. */
export interface ApiEnv {
  Variables: { readonly signedIn: SignedIn; readonly integration?: Integration };
}

/**
 * Lets only somebody who is signed in through, or a program with a token; answers 401 otherwise. Where
 * a token is borne, the session's cookie is not looked at: no request is ever of both.
 */
export function identifiedOnly({ auth, plazo, rate }: ApiParts): MiddlewareHandler<ApiEnv> {
  const tooMany = tokenRate(rate ?? usualRate, () => performance.now());
  return async (context, next) => {
    const authorization = context.req.header("authorization");
    if (authorization !== undefined) {
      const integration = await integrationOf(plazo, bearerOf(authorization) ?? "");
      if (integration === null) {
        context.header("WWW-Authenticate", 'Bearer error="invalid_token"');
        return refusalResponse(context, refuse("token-refused"));
      }
      const { id, name } = integration;
      const refused = tooMany(context, id);
      if (refused !== null) return refused;
      context.set("integration", integration);
      context.set("signedIn", { userId: id, name, email: "" });
      return next();
    }
    const signedIn = await auth.whoIs(context.req.raw.headers);
    if (signedIn === null) {
      // RFC 9110 §15.5.2: a 401 says how to get in.
      context.header("WWW-Authenticate", "Bearer");
      return refusalResponse(context, refuse("not-signed-in"));
    }
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
  /** The ticket that it is done to: to whoever does not see it, it does not exist. */
  readonly folio?: string;
  /** The work leaves out by itself what the member does not see; without it, and without a ticket, only those who see all are let through. */
  readonly narrows?: true;
}

/** Who asks at a desk: a member with a role, or an integration with what it holds; and which tickets they see. */
export type Seeing = Omit<Member, "role"> & {
  readonly role: Role | Held;
  readonly sees: Sees;
  readonly through?: "integration";
};

/** Whoever asks, in a word that nobody else has. */
export function principalOf(context: Context<ApiEnv>): string {
  const integration = context.get("integration");
  return integration === undefined
    ? `staff:${context.get("signedIn").userId}`
    : `token:${integration.id}`;
}

/**
 * Does a route's work for the signed-in member of the desk, and answers with what it gives: a
 * response as it is, a refusal as its problem. Where the role may not do the action it is refused
 * with `role-may-not`, and a ticket that they do not see (FI-1) with `no-such-ticket`. A stranger learns nothing: the desk is not found, whether it exists or not.
 */
export async function forMember<Answer extends object>(
  context: Context<ApiEnv>,
  wanted: Wanted,
  work: (member: Seeing) => Promise<Answer | Refusal>,
): Promise<Exclude<Answer, Refusal> | Response> {
  const integration = context.get("integration");
  const member =
    integration === undefined
      ? await memberWho(wanted, context.get("signedIn").userId)
      : integrationWho(wanted, integration);
  const done = isRefusal(member) ? member : await work(member);
  return isRefusal(done) ? refusalResponse(context, done) : (done as Exclude<Answer, Refusal>);
}

/** A token of another desk is a stranger's; of this one it does what its scopes cover. */
function integrationWho(
  { desk, action }: Wanted,
  { scopes, ...integration }: Integration,
): Seeing | Refusal<"no-such-desk" | "scope-missing" | "person-needed"> {
  if (integration.desk !== desk) return refuse("no-such-desk", { facts: { desk } });
  const { id: userId, name } = integration;
  const who = { desk, userId, name, email: "", level: null, party: null } as const;
  if (may({ scopes }, action))
    return { ...who, role: { scopes }, sees: "all", through: "integration" };
  const would = scopeNames.filter((scope) => covers({ scopes: [scope] }, action));
  return would.length === 0
    ? refuse("person-needed", { facts: { action } })
    : refuse("scope-missing", { facts: { action, scopes: would } });
}

async function memberWho(
  wanted: Wanted,
  userId: string,
): Promise<Seeing | Refusal<"no-such-desk" | "role-may-not" | "no-such-ticket">> {
  const { plazo, desk, action, folio, narrows } = wanted;
  const member = await findMember(plazo, desk, userId);
  if (member === undefined) return refuse("no-such-desk", { facts: { desk } });
  const sees = await whatSees(plazo, desk, member);
  const isBounded = sees === "all" || folio !== undefined || narrows === true;
  if (!isBounded || !may(holdingOf(member), action, sees))
    return refuse("role-may-not", { facts: { role: member.role, action } });
  if (sees === "assigned" && folio !== undefined) {
    const assignee = await assigneeOf(plazo, { desk, folio });
    if (assignee === undefined || !maySee({ id: userId, sees }, { assignee }))
      return refuse("no-such-ticket", { facts: { folio } });
  }
  return { ...member, sees };
}

async function whatSees(plazo: Plazo, desk: string, { party = null }: Member): Promise<Sees> {
  if (party === null) return "all";
  const bound = await currentPolicy(plazo, desk);
  return isRefusal(bound) ? "assigned" : seesOf(bound.policy.policy, party);
}

/** Whoever acts, as the desk's acts know them. */
export function staffOf({
  userId,
  name,
  level,
  through,
}: Pick<Seeing, "userId" | "name" | "level" | "through">): Staff {
  return { id: userId, name, level, ...(through === undefined ? {} : { through }) };
}
