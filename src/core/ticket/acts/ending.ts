import { refuse } from "../../refusal.ts";
import { deeds } from "../scene.ts";
import type { ActRule } from "./rule.ts";

/**
 * Ends the ticket for a reason of the desk (out of scope, spam, duplicate, by an agent). Where the
 * policy says what is out of scope, a closing for that names which of it (FI-7): the client is told why.
 */
export const close: ActRule<"close"> = (_ticket, { reason, note, scope }, { by, context }) => {
  const { outOfScope } = context.policy.policy;
  const isKnown = outOfScope.some(({ id }) => id === scope);
  if (reason !== "out-of-scope" || (outOfScope.length === 0 && scope === undefined))
    return deeds(by, { type: "closed", reason, note: note ?? null });
  if (scope === undefined || !isKnown)
    return refuse("scope-unknown", { field: "scope", facts: { scope: scope ?? null } });
  return deeds(by, { type: "closed", reason, note: note ?? null, scope });
};

/** Joins another ticket, which absorbs it; its clocks end as merged. */
export const mergeInto: ActRule<"merge-into"> = (ticket, { survivor }, { by }) =>
  survivor === ticket.folio
    ? refuse("link-to-itself", { facts: { folio: survivor } })
    : deeds(by, { type: "merged", into: survivor });

/** Takes over another's start and contact. */
export const absorb: ActRule<"absorb"> = (ticket, { from, received, contacted }, { by }) =>
  from === ticket.folio
    ? refuse("link-to-itself", { facts: { folio: from } })
    : deeds(by, { type: "absorbed", from, received, contacted });

/** Another ticket takes this message with it, and starts when the message arrived (FI-9). */
export const split: ActRule<"split"> = (ticket, { into, message }, { by }) =>
  into === ticket.folio
    ? refuse("link-to-itself", { facts: { folio: into } })
    : deeds(by, { type: "split", into, message });

/** Links to another ticket; said again, nothing happens. Refuses a link to itself. */
export const link: ActRule<"link"> = (ticket, act, { by }) => {
  if (act.to === ticket.folio) return refuse("link-to-itself", { facts: { folio: act.to } });
  const known = ticket.links.some(({ to, as }) => to === act.to && as === act.as);
  return known ? [] : deeds(by, { type: "linked", to: act.to, as: act.as });
};

/** Takes a link back; where there is none, nothing happens. */
export const unlink: ActRule<"unlink"> = (ticket, act, { by }) => {
  const known = ticket.links.some(({ to, as }) => to === act.to && as === act.as);
  return known ? deeds(by, { type: "unlinked", to: act.to, as: act.as }) : [];
};
