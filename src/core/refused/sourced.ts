import type { Policy } from "../policy/policy.ts";
import type { Source } from "../policy/text.ts";
import type { Refusal } from "../refusal.ts";
import type { Ticket } from "../ticket/ticket.ts";
import { citedBy } from "./cited-by.ts";
import { type Construct, constructs, type Refusing } from "./construct.ts";

/**
 * A refusal with the clause of the manual that says no, and the reading that the pack took there: the
 * clause of the rule behind it, else of what holds that rule (a field's form), else, where it names
 * nothing that the policy has, of all such rules together. What is not the policy's, or of a rule
 * for which its manual has no clause, comes back as it is; a clause that it has already stays.
 */
export function sourced<R extends Refusal>(refusal: R, refusing: Refusing): R {
  const construct = Object.hasOwn(citedBy, refusal.refused)
    ? citedBy[refusal.refused as keyof typeof citedBy]
    : null;
  return construct === null ? refusal : citing(construct, refusal, refusing);
}

/** The same of a refusal that comes from this construct, whatever its code. */
export function citing<R extends Refusal>(construct: Construct, refusal: R, refusing: Refusing): R {
  return withSource(refusal, sourceOf(construct, refusal, refusing));
}

/** A refusal with a source; a clause that it has already stays. */
export function withSource<R extends Refusal>(refusal: R, { clause, assumed }: Source): R {
  const own = refusal.clause ?? [];
  const cited = own.length > 0 ? own : clause;
  const isSame = cited.join(" ") === clause.join(" ");
  return {
    ...refusal,
    ...(cited.length === 0 ? {} : { clause: cited }),
    ...(assumed === undefined || !isSame ? {} : { assumed }),
  };
}

function sourceOf(construct: Construct, refusal: Refusal, refusing: Refusing): Source {
  const { all, behind } = constructs[construct];
  const rules = behind(refusal, refusing).filter((rule) => rule !== undefined && rule !== null);
  return rules.length > 0
    ? firstSource(rules)
    : { clause: [...new Set(all(refusing.policy).flatMap(({ clause }) => clause))] };
}

/** The source of the first of some rules, from the innermost outwards, that has a clause or a reading. */
export function firstSource(rules: readonly Source[]): Source {
  const { clause = [], assumed } =
    rules.find((rule) => rule.clause.length > 0 || rule.assumed !== undefined) ?? {};
  // A reading without a clause is of the clause around it.
  const cited =
    clause.length > 0 ? clause : (rules.find((rule) => rule.clause.length > 0)?.clause ?? []);
  return { clause: cited, ...(assumed === undefined ? {} : { assumed }) };
}

/** The clause by which a request is held, and the reading taken there; of what is not held, neither. */
export function heldSource(
  policy: Policy,
  ticket: Pick<Ticket, "form" | "held" | "level" | "charge">,
): Source {
  if (ticket.held === null) return { clause: [] };
  return sourceOf("held", { refused: "still-held" }, { policy, ticket });
}
