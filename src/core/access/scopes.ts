import type { Action } from "./may.ts";

/** What an integration is given, beside each thing that it may then do. */
export const scopes = {
  "tickets:read": ["desk.read", "ticket.read"],
  "tickets:write": ["ticket.write"],
  "tickets:close": ["ticket.close", "ticket.merge"],
  "register:read": ["desk.read", "register.read"],
  "register:write": ["register.write"],
  "calendar:read": ["desk.read"],
  "calendar:write": ["calendar.publish"],
  "outgoing:read": ["outgoing.read"],
  "reports:read": ["desk.read", "ticket.read", "staff.read", "board.read"],
  "policy:read": ["policy.read"],
  "webhooks:replay": ["webhook.read", "webhook.replay"],
  "calls:write": ["call.report"],
  "suggestions:write": ["ticket.suggest"],
} as const satisfies Readonly<Record<string, readonly Action[]>>;

/** A part of what can be done at a desk, that a token may hold. */
export type Scope = keyof typeof scopes;

/** Every scope, in the order in which they are shown. */
export const scopeNames = Object.keys(scopes) as Scope[];

/** Whether a word names a scope. */
export function isScope(word: string): word is Scope {
  return Object.hasOwn(scopes, word);
}

/** What somebody who is no person holds: the scopes that an administrator gave it, and no role. */
export interface Held {
  readonly scopes: readonly Scope[];
}

/** Whether what is held covers an action: nothing is implied by anything else. */
export function covers({ scopes: held }: Held, action: Action): boolean {
  return held.some((scope) => (scopes[scope] as readonly Action[]).includes(action));
}
