import { access, may } from "../../src/core/access/may.ts";
import type { Action } from "../../src/core/access/may.ts";
import { mustProveTwice, roles } from "../../src/core/access/roles.ts";
import type { Role } from "../../src/core/access/roles.ts";
import { covers, scopeNames } from "../../src/core/access/scopes.ts";
import { workspaceWords } from "../../src/words/workspace/words.ts";
import { rights } from "./rights.ts";

const actions = Object.keys(access) as Action[];

/** The table of rights as a page: role by action, scope by action, and the routes that need each. */
export function authorisationPage(): string {
  return `${[
    "# Who may do what",
    "",
    "Made by `npm run generate` from `src/core/access` and `scripts/reference/rights.ts`; a test asks every route as everybody, at both of two desks.",
    "",
    "Whoever is no member of a desk is told that it does not exist (404 `no-such-desk`), whoever is a member without the right that they may not (403 `role-may-not`), whoever is not signed in 401 `not-signed-in`. One person may have several roles: they may do what any of them may. Some roles exclude each other: owner and security officer (two approvals are of two people), auditor and every other.",
    "",
    "## Roles",
    "",
    ...table(
      ["role", "in Spanish", "must have a second proof"],
      roles.map((role) => [
        role,
        workspaceWords.es.people.roles[role],
        mustProveTwice([role]) ? "yes" : "",
      ]),
    ),
    "",
    "A desk may ask everybody for a second proof.",
    "",
    "## Roles and actions",
    "",
    "*Own*: the right that remains to the people of a third party that the manual lets see only the tickets assigned to them, where their role has it.",
    "",
    ...table(
      ["action", ...roles, "own"],
      actions.map((action) => [
        `\`${action}\``,
        ...roles.map((role) => (may(role, action) ? "●" : "")),
        roles.some((role: Role) => may(role, action, "assigned")) ? "●" : "",
      ]),
    ),
    "",
    "## Scopes of tokens and actions",
    "",
    ...table(
      ["action", ...scopeNames],
      actions.map((action) => [
        `\`${action}\``,
        ...scopeNames.map((scope) => (covers({ scopes: [scope] }, action) ? "●" : "")),
      ]),
    ),
    "",
    "An action without a scope is for people alone.",
    "",
    "## Routes",
    "",
    "Below `/api/v1`. *Narrows*: whoever sees only their own tickets is let in, and finds no others.",
    "",
    ...table(
      ["route", "action", "scopes, of which a token needs one", "narrows"],
      Object.entries(rights).map(([route, { action, narrows }]) => [
        `\`${route}\``,
        `\`${action}\``,
        scopesFor(action),
        narrows === true ? "●" : "",
      ]),
    ),
  ].join("\n")}\n`;
}

function scopesFor(action: Action): string {
  const would = scopeNames.filter((scope) => covers({ scopes: [scope] }, action));
  return would.map((scope) => `\`${scope}\``).join(", ");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)];
}
