import { inLanguage } from "../../core/policy/text.ts";
import { countAcknowledgement } from "../../store/acknowledgements.ts";
import { insertCapability } from "../../store/capabilities.ts";
import { sha256 } from "../../store/digest.ts";
import { enqueue } from "../../store/outbox.ts";
import type { OutboxRecord } from "../../store/ticket-records.ts";
import { readTicket } from "../../store/tickets.ts";
import type { ReadTicket } from "../../store/tickets.ts";
import { inDesk } from "../../store/transaction.ts";
import { fill } from "../../words/mail/fill.ts";
import { frameWords } from "../../words/mail/frame-words.ts";
import { followFor, followToken } from "../follow.ts";
import { keptOf, newMessageId, threadOf } from "../mail/compose.ts";
import type { Plazo } from "../plazo.ts";
import { boundPolicy } from "../policies/bound-policy.ts";
import { addressKey } from "../register/contacts.ts";

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
    const name = inLanguage(policy.policy.policy.desk.name, found.ticket.requester.language);
    const record = linkMail(plazo, { desk, found, address: own, name, at });
    await enqueue(tx, { number, folio: found.ticket.folio, at }, record);
  });
}

function linkMail(
  plazo: Plazo,
  about: {
    readonly desk: string;
    readonly found: ReadTicket;
    readonly address: string;
    readonly name: string;
    readonly at: number;
  },
): OutboxRecord {
  const { desk, found, name, at, address } = about;
  const { folio, requester } = found.ticket;
  const { language } = requester;
  const words = frameWords(language);
  const content = {
    language,
    subject: words.link.subject(folio),
    body: fill(words.link.body(folio), {}),
    open: words.open,
    facts: [],
    desk: name,
    footer: words.automatic(name),
  };
  const messageId = newMessageId(plazo);
  return {
    key: `link/${messageId}`,
    moment: "link",
    state: "pending",
    recipient: address,
    subject: content.subject,
    payload: {
      content: keptOf(content),
      link: null,
      language,
      automatic: true,
      references: [threadOf(plazo, { desk, number: found.number })],
      clock: null,
    },
    messageId,
    due: at,
  };
}
