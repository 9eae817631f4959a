import { inLanguage } from "../../core/policy/text.ts";
import type { Ticket } from "../../core/ticket/ticket.ts";
import type { Instant } from "../../core/time/instant.ts";
import type { OutboxRecord } from "../../store/ticket-records.ts";
import { fill } from "../../words/mail/fill.ts";
import { frameWords } from "../../words/mail/frame-words.ts";
import type { FrameWords } from "../../words/mail/frame-words.ts";
import type { BoundPolicy } from "../caches.ts";
import type { Plazo } from "../plazo.ts";
import { keptOf, newMessageId, threadOf } from "./compose.ts";

/** What a mail in the program's own words is about. */
export interface About {
  readonly desk: string;
  readonly number: number;
  readonly ticket: Ticket;
  readonly binding: Pick<BoundPolicy, "policy">;
  readonly address: string;
  readonly at: Instant;
  /** Why something was refused, in the words of whoever did. */
  readonly reason?: string;
}

/** A mail of the program itself about a ticket: the link that somebody asked for, a code, or that it ended. */
export function ownMail(
  plazo: Plazo,
  moment: "link" | "code" | "ended" | "accepted" | "refused",
  about: About,
): OutboxRecord {
  const { desk, number, ticket, binding, address, at } = about;
  const { folio, requester } = ticket;
  const { language } = requester;
  const { terms } = binding.policy.policy.desk;
  const words = frameWords(language, terms);
  const said: FrameWords["link"] = words[moment];
  const name = inLanguage(binding.policy.policy.desk.name, language);
  const content = {
    language,
    subject: said.subject(folio),
    body: fill(said.body(folio), about.reason === undefined ? {} : { mensaje: about.reason }),
    open: words.open,
    facts: [],
    desk: name,
    footer: words.automatic(name),
  };
  const messageId = newMessageId(plazo);
  return {
    key: `${moment}/${messageId}`,
    moment,
    state: "pending",
    recipient: address,
    subject: content.subject,
    payload: {
      content: keptOf(content),
      link: null,
      language,
      automatic: true,
      references: [threadOf(plazo, { desk, number })],
      clock: null,
    },
    messageId,
    due: at,
  };
}
