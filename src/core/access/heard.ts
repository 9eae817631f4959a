import type { FormRule, WhoRule } from "../policy/form-rule.ts";
import type { Policy } from "../policy/policy.ts";
import type { Facts } from "../ticket/facts.ts";
import type { Ticket } from "../ticket/ticket.ts";

/** What a requester lacks to be taken at their word. */
export type Unheard = "registered-address" | "role" | "code";

/** Whose rule holds for a form: its own, or that of all requests. null: anybody is heard. */
export function whoMay(policy: Policy, form: FormRule): WhoRule | null {
  return form.who ?? policy.people["requester"] ?? null;
}

/** Roles that every registered contact has. */
const everyContact: ReadonlySet<string> = new Set(["requester", "client"]);

/**
 * What somebody lacks to be heard by a rule; nothing: they are. An address that the register does not
 * know is nobody's: it has no role, and no code is sent to it. A code is asked for last, of whom the
 * rest lets through. `anybody` is everybody, registered or not.
 */
export function unheardBy(
  { any, fromRegisteredAddress, not, proven }: WhoRule,
  contact: Facts["contact"],
): readonly Unheard[] {
  if (any.includes("anybody")) return [];
  const open = any.length === 0 || any.some((role) => everyContact.has(role));
  const known = contact?.registered === true;
  if (!known) {
    return open && !fromRegisteredAddress && proven === null ? [] : ["registered-address"];
  }
  if (not.includes(contact.role)) return ["role"];
  if (!open && !any.includes(contact.role)) return ["role"];
  return proven === null || contact.proven === true ? [] : ["code"];
}

/**
 * Whether somebody who wrote an address into a form or a chat has shown that it is theirs (FI-2): where the
 * policy hears only the registered address, until they come by the link, or give the code, that was
 * mailed to it, they read what they wrote and where it stands, and nothing that the desk answers.
 */
export function hasShown(
  policy: Policy,
  ticket: Pick<Ticket, "form" | "channel" | "requester" | "proved">,
  byMail: boolean,
): boolean {
  if (byMail || ticket.proved === true || ticket.requester.address === null) return true;
  const form = policy.forms.find(({ id }) => id === ticket.form);
  const who = form === undefined ? null : whoMay(policy, form);
  // Into a chat anybody writes any address, as into a form; the other channels bring their own proof.
  const typed = ["form", "chat", "api"].includes(ticket.channel);
  return !typed || who?.fromRegisteredAddress !== true;
}
