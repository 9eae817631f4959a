import { hasShown } from "../../core/access/heard.ts";
import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { earlierFiling, submissionKey } from "../../store/filing.ts";
import { messagesFor } from "../../store/outbox.ts";
import { readTicketByNumber } from "../../store/tickets.ts";
import { rollbackWith } from "../../store/transaction.ts";
import type { Rollback } from "../../store/transaction.ts";
import { followToken } from "../follow.ts";
import { boundPolicy } from "../policies/bound-policy.ts";
import { isKnown } from "./decide-filing.ts";
import type { Inside } from "./file-inside.ts";
import type { Filed, Filing } from "./file-ticket.ts";
import { promisesOf } from "./row-of.ts";

/** The ticket that the same submission made before, as it is now; other contents under its key are refused. */
export async function repeatedFiling(
  { plazo, tx, desk }: Inside,
  filing: Filing,
  fingerprint: Uint8Array,
): Promise<Filed | Rollback<readonly Refusal[]>> {
  const earlier = await earlierFiling(tx, submissionKey(filing.submission));
  if (earlier === undefined) throw new Error("a submission was taken and is not there");
  if (!earlier.fingerprint.equals(fingerprint)) return rollbackWith([refuse("submission-reused")]);
  const found = await readTicketByNumber(tx, earlier.ticket);
  if (found === undefined) return rollbackWith([refuse("submission-reused")]);
  const { ticket, number } = found;
  const policy = await boundPolicy(plazo, tx, { number: ticket.policy });
  const now = await tx.now(ticket.lastRecorded);
  const mail = (await messagesFor(tx, number)).find(
    ({ moment }) => moment === "received" || moment === "held",
  );
  // Its page led to it by this link, whatever was proved since.
  const { proved: _proved, ...asFiled } = ticket;
  const known = isKnown(filing, ticket.requester.contact);
  const shown = hasShown(policy.policy.policy, asFiled, known);
  const recipient = shown ? ticket.requester.address : null;
  const capability = followToken(plazo, { desk, number, recipient });
  const acknowledged =
    mail === undefined ? "no-mail" : mail.state === "cancelled" ? "held-back" : "mailed";
  return {
    folio: ticket.folio,
    capability,
    ticket,
    policy,
    promises: promisesOf(ticket, policy, now),
    now,
    acknowledged,
    repeated: true,
  };
}
