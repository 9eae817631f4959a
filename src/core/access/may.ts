import type { Policy } from "../policy/policy.ts";
import { roles, rolesOf } from "./roles.ts";
import type { Role } from "./roles.ts";
import { covers } from "./scopes.ts";
import type { Held } from "./scopes.ts";

/** What can be done at a desk. */
export type Action =
  | "desk.read"
  | "ticket.read"
  | "presence.show"
  | "ticket.write"
  | "ticket.close"
  | "ticket.merge"
  | "ticket.bulk"
  | "ticket.guard"
  | "view.keep"
  | "view.share"
  | "account.decide"
  | "outgoing.read"
  | "outgoing.send"
  | "received.read"
  | "received.decide"
  | "mailbox.read"
  | "mailbox.write"
  | "staff.read"
  | "staff.invite"
  | "staff.manage"
  | "staff.history"
  | "tracker.follow"
  | "tracker.share"
  | "register.read"
  | "register.write"
  | "register.export"
  | "audit.read"
  | "calendar.publish"
  | "ticket.rebind"
  | "policy.read"
  | "policy.draft"
  | "policy.test"
  | "policy.publish"
  | "token.manage"
  | "webhook.read"
  | "webhook.replay"
  | "webhook.manage"
  | "ticket.suggest"
  | "error-code.write"
  | "canned.own"
  | "canned.share"
  | "feed.own"
  | "feed.desk"
  | "call.read"
  | "call.report"
  | "extension.manage"
  | "chat.attend"
  | "chat.configure"
  | "board.read"
  | "board.mail"
  | "satisfaction.look"
  | "satisfaction.set"
  | "article.read"
  | "article.write"
  | "article.publish"
  | "article.figures";

/**
 * Who may do what. One table for pages, API, jobs and exports; whoever is no member of the desk may
 * do nothing there, and is not told that it exists.
 */
export const access: Readonly<Record<Action, readonly Role[]>> = {
  "desk.read": roles,
  "ticket.read": roles,
  // That one has a ticket open: a person says it, no program looks.
  "presence.show": roles,
  "ticket.write": ["agent", "supervisor", "administrator"],
  "ticket.close": ["agent", "supervisor", "administrator"],
  "ticket.merge": ["agent", "supervisor", "administrator"],
  // One act to many tickets, each as far as its own rules let it; and the next due one, to whoever is on guard.
  "ticket.bulk": ["agent", "supervisor", "administrator"],
  "ticket.guard": ["agent", "supervisor", "administrator"],
  // Lists that are kept: one's own, and those that the whole desk sees.
  "view.keep": ["agent", "supervisor", "administrator"],
  "view.share": ["supervisor", "administrator"],
  // Who becomes a client: a person of the desk says it, and no program.
  "account.decide": ["agent", "supervisor", "administrator"],
  "outgoing.read": ["agent", "supervisor", "auditor", "administrator"],
  // What failed is sent once more.
  "outgoing.send": ["agent", "supervisor", "administrator"],
  // Mail that came, as it came; and what becomes of what waits for a person.
  "received.read": ["agent", "supervisor", "auditor", "administrator"],
  "received.decide": ["agent", "supervisor", "administrator"],
  // Where the desk's mail is fetched, how that goes, and with what.
  "mailbox.read": ["supervisor", "auditor", "administrator"],
  "mailbox.write": ["administrator"],
  "staff.read": roles,
  "staff.invite": ["administrator"],
  // What somebody is at the desk, their sessions, their second proof.
  "staff.manage": ["administrator"],
  "staff.history": ["security-officer", "auditor", "administrator"],
  "tracker.follow": ["agent", "supervisor", "administrator"],
  "tracker.share": ["administrator"],
  // Whose each address, telephone and portal is: whoever answers must know who calls.
  "register.read": ["agent", "supervisor", "auditor", "administrator"],
  "register.write": ["supervisor", "administrator"],
  // The whole register at once, which is a file that can leave.
  "register.export": ["supervisor", "administrator"],
  // Who changed and who took away what.
  "audit.read": ["security-officer", "auditor", "administrator"],
  "calendar.publish": ["supervisor", "administrator"],
  "ticket.rebind": ["supervisor", "administrator"],
  // The pack as it is written, and the draft of the next one.
  "policy.read": ["supervisor", "auditor", "administrator"],
  "policy.draft": ["administrator"],
  "policy.test": ["supervisor", "administrator"],
  "policy.publish": ["administrator"],
  // What lets programs in.
  "token.manage": ["administrator"],
  // Where what happens is told to other systems, how that goes, and telling it again.
  "webhook.read": ["supervisor", "auditor", "administrator"],
  "webhook.replay": ["supervisor", "administrator"],
  "webhook.manage": ["administrator"],
  // A note for the desk, and a draft of a reply that somebody else sends.
  "ticket.suggest": ["agent", "supervisor", "administrator"],
  // Prepared answers: those of the desk are read, and one's own written; and those of the desk written.
  // What error codes of invoicing mean at the desk.
  "error-code.write": ["supervisor", "administrator"],
  "canned.own": ["agent", "supervisor", "administrator"],
  "canned.share": ["supervisor", "administrator"],
  // A calendar of what falls due: one's own, or the desk's.
  "feed.own": ["agent", "supervisor", "administrator"],
  "feed.desk": ["supervisor", "administrator"],
  // Who called, when and with what outcome; what an exchange tells of it; who answers where.
  "call.read": ["agent", "supervisor", "auditor", "administrator"],
  "call.report": ["administrator"],
  "extension.manage": ["administrator"],
  "chat.attend": ["agent", "supervisor", "administrator"],
  // Whose pages may frame the chat, and the secrets with which they vouch.
  "chat.configure": ["administrator"],
  // What was kept of what is promised, and what is about to be missed; by mail for whoever acts on it.
  "board.read": ["supervisor", "auditor", "administrator"],
  "board.mail": ["supervisor", "administrator"],
  // What clients answered, one by one; and whether they are asked.
  "satisfaction.look": ["supervisor", "administrator"],
  "satisfaction.set": ["supervisor", "administrator"],
  // What the desk knows, internal articles too; what clients read of it; what it spared.
  "article.read": ["agent", "supervisor", "auditor", "administrator"],
  "article.write": ["agent", "supervisor", "administrator"],
  "article.publish": ["supervisor", "administrator"],
  "article.figures": ["supervisor", "auditor", "administrator"],
};

/** Which tickets somebody sees: all, or only those that are assigned to them (FI-1). */
export type Sees = "all" | "assigned";

/** Somebody at a desk. */
export interface Standing {
  readonly id: string;
  readonly role: Role;
  readonly sees: Sees;
}

/** What can be done by those who see only their own tickets: nothing that reaches another, or the desk's people and papers. */
const ofAssigned: ReadonlySet<Action> = new Set([
  "desk.read",
  "ticket.read",
  "presence.show",
  "ticket.write",
  "ticket.close",
  "ticket.suggest",
  "feed.own",
  "view.keep",
]);

/**
 * Whether a role, one of several, or what an integration holds, may do something at its desk. `null` is a stranger to
 * the desk. No scope reaches what lets anybody in: an integration invites nobody and makes no tokens.
 */
export function may(
  role: Role | readonly Role[] | Held | null,
  action: Action,
  sees: Sees = "all",
): boolean {
  if (role === null) return false;
  if (isHeld(role)) return covers(role, action);
  const held = typeof role === "string" ? [role] : role;
  if (!held.some((one) => access[action].includes(one))) return false;
  return sees === "all" || ofAssigned.has(action);
}

/** What somebody, or an integration, may act by at a desk: all roles of the one, the scopes of the other. */
export function holdingOf(who: {
  readonly role: Role | Held;
  readonly also?: readonly Role[] | undefined;
}): readonly Role[] | Held {
  const { role, also } = who;
  return isHeld(role) ? role : rolesOf({ role, also });
}

function isHeld(role: Role | readonly Role[] | Held): role is Held {
  return typeof role === "object" && "scopes" in role;
}

/** Whether somebody sees a ticket at all; to whoever does not, it does not exist. */
export function maySee(
  { id, sees }: Pick<Standing, "id" | "sees">,
  { assignee }: { readonly assignee: { readonly id: string } | null },
): boolean {
  return sees === "all" || assignee?.id === id;
}

/** What a member of a third party sees: what the policy says of it; of one that it does not name, the least. */
export function seesOf(policy: Pick<Policy, "thirdParties">, party: string | null): Sees {
  return party === null ? "all" : (policy.thirdParties?.[party]?.sees ?? "assigned");
}
