import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { inLanguage } from "../../core/policy/text.ts";
import { HOUR } from "../../core/time/instant.ts";
import { countAcknowledgement } from "../../store/acknowledgements.ts";
import { readChat } from "../../store/chat.ts";
import { sha256 } from "../../store/digest.ts";
import { enqueue } from "../../store/outbox.ts";
import { messagesOf } from "../../store/timeline.ts";
import { inDesk } from "../../store/transaction.ts";
import type { MessageRecord } from "../../store/ticket-records.ts";
import { sayInstant } from "../../words/dates.ts";
import { chatMailWords } from "../../words/mail/chat-words.ts";
import { cleaned, linkPlace } from "../../words/mail/fill.ts";
import { frameWords } from "../../words/mail/frame-words.ts";
import { keptOf, newMessageId, threadOf } from "../mail/compose.ts";
import type { Plazo } from "../plazo.ts";
import { boundPolicy } from "../policies/bound-policy.ts";
import { isDeskId } from "../policies/current-policy.ts";
import { addressKey } from "../register/address-key.ts";
import type { Opened } from "../tickets/as-client.ts";
import { openedBy } from "../tickets/opened-by.ts";

/** Copies of chats that leave for one address in an hour. */
const mostCopies = 3;

/**
 * Mails a copy of the chat to the ticket's own address. Where nobody has shown that it is theirs the
 * mail bears no word of the chat, only the link to it: anybody may have typed it. Refuses
 * `chat-no-address`, `chat-copies` beyond three an hour for an address, and what opens nothing.
 */
export function mailTranscript(
  plazo: Plazo,
  opened: Opened,
): Promise<{ readonly folio: string } | Refusal> {
  const { desk, capability } = opened;
  if (!isDeskId(desk)) return Promise.resolve(refuse("no-such-ticket"));
  return inDesk(plazo.db, desk, async (tx): Promise<{ folio: string } | Refusal> => {
    const found = await openedBy(tx, capability);
    if (isRefusal(found)) return found;
    const { number, ticket } = found;
    const chat = await readChat(tx, number);
    if (chat === undefined) return refuse("no-such-ticket");
    const { address, language } = ticket.requester;
    if (address === null) return refuse("chat-no-address");
    const at = await tx.now();
    const counted = sha256(`chat copy ${addressKey(address)}`);
    if ((await countAcknowledgement(tx, counted, Math.floor(at / HOUR))) > mostCopies)
      return refuse("chat-copies");
    const binding = await boundPolicy(plazo, tx, { number: ticket.policy });
    const { desk: rule } = binding.policy.policy;
    const place = { zone: rule.zone, language };
    const words = frameWords(language, rule.terms);
    const own = chatMailWords[language];
    const shown = chat.vouched !== null || ticket.proved === true;
    const said = shown ? await messagesOf(tx, number, "public") : [];
    const line = ({ at: when, author, text }: MessageRecord): string =>
      `${sayInstant(when, place)}\n${cleaned(author.name ?? own.desk)}: ${cleaned(text)}`;
    const name = inLanguage(rule.name, language);
    const body = [own.body(ticket.folio), ...said.map(line), linkPlace].join("\n\n");
    const messageId = newMessageId(plazo);
    const subject = own.subject(ticket.folio);
    const content = { ...{ language, subject, body, open: words.open }, facts: [], desk: name };
    await enqueue(
      tx,
      { number, folio: ticket.folio, at },
      {
        key: `copy/${messageId}`,
        moment: "copy",
        state: "pending",
        recipient: address,
        subject,
        payload: {
          content: keptOf({ ...content, footer: words.automatic(name) }),
          link: null,
          language,
          automatic: true,
          references: [threadOf(plazo, { desk, number })],
          clock: null,
        },
        messageId,
        due: at,
      },
    );
    return { folio: ticket.folio };
  });
}
