import type { Policy } from "../../core/policy/policy.ts";
import { inLanguage } from "../../core/policy/text.ts";
import type { Language } from "../../core/policy/text.ts";
import type { Instant } from "../../core/time/instant.ts";
import type { OutboxRecord } from "../../store/ticket-records.ts";
import { entryMailWords } from "../../words/mail/entry-words.ts";
import { keptOf, newMessageId } from "../mail/compose.ts";
import type { Plazo } from "../plazo.ts";

/** A code to sign in with, and whom it is for. */
export interface EntryMail {
  readonly policy: Pick<Policy, "desk">;
  readonly address: string;
  /** The code's id: its digits are put in when the mail leaves. */
  readonly id: string;
  readonly at: Instant;
  readonly language: Language;
}

/** The mail with a code to sign in with: it has no link, so that nobody is led anywhere by it. */
export function entryMail(
  plazo: Plazo,
  { policy, address, id, at, language }: EntryMail,
): OutboxRecord {
  const words = entryMailWords[language];
  const desk = inLanguage(policy.desk.name, language);
  const content = {
    language,
    subject: words.subject(desk),
    body: words.body(desk),
    open: "",
    facts: [],
    desk,
    footer: words.footer(desk),
  };
  return {
    key: `entry/${id}`,
    moment: "entry",
    state: "pending",
    recipient: address,
    subject: content.subject,
    payload: {
      content: keptOf(content),
      entry: id,
      link: null,
      language,
      automatic: true,
      references: [],
      clock: null,
    },
    messageId: newMessageId(plazo),
    due: at,
  };
}
