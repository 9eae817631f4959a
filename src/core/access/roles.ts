/** What somebody can be at a desk, in the order in which people read them. */
export const roles = [
  "agent",
  "supervisor",
  "owner",
  "security-officer",
  "head-of-it",
  "auditor",
  "administrator",
] as const;

/**
 * What somebody is at a desk. `owner`: of the information (FI-16); `security-officer`: of information
 * security (FI-16); `head-of-it`: accepts, refuses or conditions what reaches the desk (FI-16, FI-17).
 */
export type Role = (typeof roles)[number];

/** Roles of which one person holds only one: two approvals are of two people (FI-16), and whoever audits has a hand in nothing. */
const apart: readonly (readonly [Role, Role])[] = [
  ["owner", "security-officer"],
  ...roles.filter((role) => role !== "auditor").map((role) => ["auditor", role] as const),
];

/** The two roles of a set that one person cannot hold together; `null`: all of them can be held. */
export function excludedIn(held: readonly Role[]): readonly [Role, Role] | null {
  return apart.find((pair) => pair.every((role) => held.includes(role))) ?? null;
}

/** Roles whose holders decide for others, or over others: what they sign in with is never one proof alone. */
const proveTwice: ReadonlySet<Role> = new Set([
  "owner",
  "security-officer",
  "head-of-it",
  "administrator",
]);

/** Whether one of these roles always signs in with two proofs. */
export function mustProveTwice(held: readonly Role[]): boolean {
  return held.some((role) => proveTwice.has(role));
}

/** All that somebody is at a desk: the role they were given first, and those beside it. */
export function rolesOf(member: {
  readonly role: Role;
  readonly also?: readonly Role[] | undefined;
}): readonly Role[] {
  return [member.role, ...(member.also ?? [])];
}
