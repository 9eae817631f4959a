import type { Known } from "../../core/bulk/fill.ts";
import { inLanguage } from "../../core/policy/text.ts";
import type { Ticket } from "../../core/ticket/ticket.ts";
import type { Instant } from "../../core/time/instant.ts";
import { placeholderValues } from "../../words/placeholders.ts";
import type { BoundPolicy } from "../caches.ts";
import type { Staff } from "../tickets/act.ts";
import { promisesOf } from "../tickets/row-of.ts";

/** A ticket as it was just read, with its policy, and who speaks. */
export interface Speaking {
  readonly ticket: Ticket;
  readonly policy: BoundPolicy;
  readonly by: Pick<Staff, "name">;
  readonly now: Instant;
}

/** What stands in the places of words that are written for many tickets: of this one, in its client's language. */
export function knownOf({ ticket, policy, by, now }: Speaking): Known {
  const { requester, folio, subject } = ticket;
  const { language } = requester;
  const { desk, severities } = policy.policy.policy;
  const severity = severities.find(({ id }) => id === ticket.severity)?.label;
  const due = promisesOf(ticket, policy, now).flatMap(({ rule, limit, status }) =>
    limit !== null && status === "running" ? [{ clock: rule.id, at: limit }] : [],
  );
  return placeholderValues(
    {
      // Who gave no name is not addressed by what identifies them: it stays to be written.
      ...{ client: requester.name, address: requester.address, folio, subject },
      severity: severity === undefined ? "" : inLanguage(severity, language),
      ...{ agent: by.name, desk: inLanguage(desk.name, language), due, now },
    },
    { zone: desk.zone, language },
  );
}
