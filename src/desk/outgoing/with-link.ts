import { linkPlace } from "../../words/mail/fill.ts";
import type { OutgoingMail } from "../effects.ts";
import { followAddress, followToken } from "../follow.ts";
import type { Plazo } from "../plazo.ts";

/** The mail with the link of its recipient to the ticket `number` where the place for it was left. */
export function withLink(
  plazo: Plazo,
  desk: string,
  { mail, number }: { readonly mail: OutgoingMail; readonly number: number | null },
): OutgoingMail {
  if (number === null) return mail;
  return linked(
    mail,
    followAddress(plazo, desk, followToken(plazo, { desk, number, recipient: mail.to })),
  );
}

/** The mail with its link left unsaid: who reads what left for a client cannot act as that client. */
export function withoutLink(plazo: Plazo, desk: string, mail: OutgoingMail): OutgoingMail {
  return linked(mail, followAddress(plazo, desk, "…"));
}

function linked(mail: OutgoingMail, link: string): OutgoingMail {
  return {
    ...mail,
    text: mail.text.replaceAll(linkPlace, link),
    html: mail.html.replaceAll(linkPlace, link),
  };
}
