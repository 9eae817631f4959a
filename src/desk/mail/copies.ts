import type { Telling } from "../../core/ticket/telling.ts";
import type { OutboxRecord } from "../../store/ticket-records.ts";
import { frameWords } from "../../words/mail/frame-words.ts";
import type { Plazo } from "../plazo.ts";
import type { Occasion } from "./occasion.ts";

/** What people in copy are told: what the desk says to the client, and the end. */
const told: ReadonlySet<string> = new Set(["answered", "asked", "solved", "closed"]);

interface Told {
  readonly mail: OutboxRecord;
  readonly telling: Telling;
  readonly occasion: Occasion;
  /** A Message-ID of its own for each. */
  readonly newId: () => string;
}

/**
 * The same mail for everybody who was confirmed in copy. The client's link decides in the client's
 * name: theirs leads to the desk, and they answer by mail.
 */
export function copiesOf(plazo: Plazo, { mail, telling, occasion, newId }: Told): OutboxRecord[] {
  const { ticket, desk } = occasion;
  if (!told.has(telling.moment)) return [];
  const { content, language } = mail.payload;
  const footer = frameWords(language).copied(content.desk);
  return (ticket.participants ?? []).map((address) => ({
    ...mail,
    key: `${mail.key}/${address}`,
    recipient: address,
    messageId: newId(),
    payload: {
      ...mail.payload,
      content: { ...content, open: content.desk, footer },
      link: `${plazo.settings.url}/d/${desk}`,
    },
  }));
}
