/** What somebody is at a desk. */
export type Role = "agent" | "supervisor" | "auditor" | "administrator";

/** What can be done at a desk. */
export type Action =
  | "desk.read"
  | "ticket.read"
  | "ticket.write"
  | "ticket.close"
  | "ticket.merge"
  | "outgoing.read"
  | "staff.read"
  | "staff.invite"
  | "tracker.follow"
  | "tracker.share"
  | "register.write"
  | "calendar.publish"
  | "ticket.rebind";

/**
 * Who may do what. One table for pages, API, jobs and exports; whoever is no member of the desk may
 * do nothing there, and is not told that it exists.
 */
export const access: Readonly<Record<Action, readonly Role[]>> = {
  "desk.read": ["agent", "supervisor", "auditor", "administrator"],
  "ticket.read": ["agent", "supervisor", "auditor", "administrator"],
  "ticket.write": ["agent", "supervisor", "administrator"],
  "ticket.close": ["agent", "supervisor", "administrator"],
  "ticket.merge": ["agent", "supervisor", "administrator"],
  "outgoing.read": ["agent", "supervisor", "auditor", "administrator"],
  "staff.read": ["agent", "supervisor", "auditor", "administrator"],
  "staff.invite": ["administrator"],
  "tracker.follow": ["agent", "supervisor", "administrator"],
  "tracker.share": ["administrator"],
  "register.write": ["supervisor", "administrator"],
  "calendar.publish": ["supervisor", "administrator"],
  "ticket.rebind": ["supervisor", "administrator"],
};

/** Whether a role may do something at its desk. `null` is a stranger to the desk. */
export function may(role: Role | null, action: Action): boolean {
  return role !== null && access[action].includes(role);
}
