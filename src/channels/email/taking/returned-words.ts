import type { Policy } from "../../../core/policy/policy.ts";
import { inLanguage } from "../../../core/policy/text.ts";
import type { Plazo } from "../../../desk/plazo.ts";
import type { ReceivedMail } from "../../../store/received-mail.ts";
import { receivedWords } from "../../../words/mail/received.ts";
import { bytesOf } from "../bytes-of.ts";
import { readMail } from "../in/read-mail.ts";
import type { MailReading } from "../in/reading.ts";

/** A mail that was sent back, read again from the bytes as they came. */
export async function readReturned(plazo: Plazo, mail: ReceivedMail): Promise<MailReading> {
  return readMail(await bytesOf(plazo, mail), {
    now: mail.at,
    desk: null,
    mailboxes: [],
    mailDomain: null,
    folios: [],
    secret: null,
    register: null,
    resolver: null,
    arrival: null,
  });
}

/** Whether a subject is that of our own mail that sent another back: then it says nothing new. */
export function isAboutReturned(subject: string, policy: Policy): boolean {
  return (["es", "en"] as const).some(
    (language) =>
      receivedWords(language).returnedSubject(inLanguage(policy.desk.name, language)) === subject,
  );
}
