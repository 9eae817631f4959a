import { whoMay } from "../access/heard.ts";
import type { FormRule } from "../policy/form-rule.ts";
import type { Policy } from "../policy/policy.ts";

/** A request that only some may make, and who of a client they are. */
export interface Authorised<Person> {
  readonly form: FormRule;
  /** Roles of the manual that may. */
  readonly roles: readonly string[];
  readonly contacts: readonly Person[];
  readonly clause: readonly string[];
}

/** Roles that every registered contact has. */
const everyContact: ReadonlySet<string> = new Set(["requester", "client", "anybody"]);

/**
 * Who of a client may ask for what, by the manual (FI-6): each form that is for certain roles alone,
 * with the contacts who have one of them.
 */
export function authorisedOf<Person extends { readonly role: string | null }>(
  policy: Policy,
  people: readonly Person[],
): readonly Authorised<Person>[] {
  return policy.forms.flatMap((form): Authorised<Person>[] => {
    const who = whoMay(policy, form);
    const roles = (who?.any ?? []).filter((role) => !everyContact.has(role));
    if (who === null || roles.length === 0 || roles.length < who.any.length) return [];
    const contacts = people.filter(
      ({ role }) => role !== null && roles.includes(role) && !who.not.includes(role),
    );
    return [{ form, roles, contacts, clause: who.clause }];
  });
}
