import { countAcknowledgement } from "../../store/acknowledgements.ts";
import { insertCapability } from "../../store/capabilities.ts";
import { sha256 } from "../../store/digest.ts";
import { enqueue } from "../../store/outbox.ts";
import { readTicket } from "../../store/tickets.ts";
import { inDesk } from "../../store/transaction.ts";
import { followFor, followToken } from "../follow.ts";
import { ownMail } from "../mail/own-mail.ts";
import type { Plazo } from "../plazo.ts";
import { boundPolicy } from "../policies/bound-policy.ts";
import { addressKey } from "../register/address-key.ts";

export interface LinkRequest {
  readonly folio: string;
  readonly address: string;
  readonly source: string;
}

const HOUR = 3_600_000;

/**
 * Mails a link to the requester where folio and address belong together, within the limits of
 * automatic mail; answers nothing either way, and does the same work up to the mail itself.
 */
export function requestLink(plazo: Plazo, desk: string, request: LinkRequest): Promise<void> {
  const { perAddress, perSource } = plazo.settings.acknowledgements;
  const address = addressKey(request.address);
  return inDesk(plazo.db, desk, async (tx) => {
    const hour = Math.floor(tx.began / HOUR);
    const found = await readTicket(tx, request.folio);
    const bySource = await countAcknowledgement(tx, sha256(`source ${request.source}`), hour);
    const byAddress = await countAcknowledgement(tx, sha256(`address ${address}`), hour);
    const own = found?.ticket.requester.address ?? null;
    if (found === undefined || own === null || addressKey(own) !== address) return;
    if (bySource > perSource || byAddress > perAddress) return;
    const policy = await boundPolicy(plazo, tx, { number: found.ticket.policy });
    const { number } = found;
    const at = await tx.now();
    const token = followToken(plazo, { desk, number, recipient: own });
    await insertCapability(tx, number, {
      record: { hash: sha256(token), recipient: own, expires: at + followFor },
      at,
    });
    const { ticket } = found;
    const about = { desk, number, ticket, binding: policy, address: own, at };
    await enqueue(tx, { number, folio: ticket.folio, at }, ownMail(plazo, "link", about));
  });
}
