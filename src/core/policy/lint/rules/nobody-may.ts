import type { Path } from "../../problem.ts";
import type { Finding } from "../finding.ts";
import type { Linted, LintRule } from "../linted.ts";

/** Someone who may ask, do or approve, as the pack writes it. */
interface Doer {
  readonly who: unknown;
  /** Roles that the step itself excludes, beside those of its `who`. */
  readonly not: unknown;
  readonly path: Path;
  readonly key: string;
}

const listOf = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

const isRule = (value: unknown): value is { readonly any: unknown; readonly not?: unknown } =>
  typeof value === "object" && value !== null && "any" in value;

function* doers({ pack }: Linted): Generator<Doer> {
  const requester = pack.people?.requester;
  if (requester !== undefined)
    yield { who: requester, not: undefined, path: ["people"], key: "requester" };
  for (const [id, { who }] of Object.entries(pack.forms ?? {}))
    if (who !== undefined) yield { who, not: undefined, path: ["forms", id], key: "who" };
  for (const [id, { who, steps }] of Object.entries(pack.procedures ?? {})) {
    if (who !== undefined) yield { who, not: undefined, path: ["procedures", id], key: "who" };
    for (const [i, step] of (steps ?? []).entries())
      if (step.who !== undefined)
        yield { who: step.who, not: step.not, path: ["procedures", id, "steps", i], key: "who" };
  }
}

/**
 * A request or a step that nobody may do: every role that it is given to is excluded by the same rule
 * (FI-16, FI-18).
 */
export const nobodyMay: LintRule = (linted) => {
  const found: Finding[] = [];
  for (const { who, not, path, key } of doers(linted)) {
    const roles = listOf(isRule(who) ? who.any : who);
    const out = [...listOf(not), ...(isRule(who) ? listOf(who.not) : [])];
    if (roles.length === 0 || !roles.every((role) => out.includes(role))) continue;
    const inside = isRule(who) && not === undefined ? [...path, key, "not"] : [...path, "not"];
    found.push(
      linted.find(
        "nobody-may",
        [
          { path: [...path, key], of: "key" },
          { path: inside, of: "key" },
        ],
        {
          role: String(roles[0]),
        },
      ),
    );
  }
  return found;
};
