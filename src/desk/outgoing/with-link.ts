import { codePlace, linkPlace } from "../../words/mail/fill.ts";
import type { OutgoingMail } from "../effects.ts";
import { followAddress, followToken } from "../follow.ts";
import type { Plazo } from "../plazo.ts";
import { entryCode } from "../clients/entry-code.ts";
import { codeFor } from "../proof/code.ts";

/** The mail with the link of its recipient to the ticket `number`, and their code, where the places for them were left. */
export function withLink(
  plazo: Plazo,
  desk: string,
  {
    mail,
    number,
    entry,
  }: {
    readonly mail: OutgoingMail;
    readonly number: number | null;
    /** The code to sign in with that it carries, by id. */
    readonly entry?: string | undefined;
  },
): OutgoingMail {
  if (entry !== undefined) return filledIn(mail, { link: "", code: entryCode(plazo, desk, entry) });
  if (number === null) return mail;
  const followed = { desk, number, recipient: mail.to };
  return filledIn(mail, {
    link: followAddress(plazo, desk, followToken(plazo, followed)),
    code: codeFor(plazo, followed, mail.at),
  });
}

/** The mail with its link and code left unsaid: who reads what left for a client cannot act as that client. */
export function withoutLink(plazo: Plazo, desk: string, mail: OutgoingMail): OutgoingMail {
  return filledIn(mail, { link: followAddress(plazo, desk, "…"), code: "……" });
}

function filledIn(
  mail: OutgoingMail,
  { link, code }: { readonly link: string; readonly code: string },
): OutgoingMail {
  const filled = (text: string): string =>
    text.replaceAll(linkPlace, link).replaceAll(codePlace, code);
  return { ...mail, text: filled(mail.text), html: filled(mail.html) };
}
