import { linkPlace, stopPlace } from "../../words/mail/fill.ts";
import type { OutgoingMail } from "../effects.ts";
import type { Plazo } from "../plazo.ts";
import { followerAddress, followerToken } from "./follower-link.ts";

/** A digest with its follower's own link put in, in its text and its headers; any other mail as it is. */
export function withStop(
  plazo: Plazo,
  desk: string,
  { mail, follower }: { readonly mail: OutgoingMail; readonly follower: string | undefined },
): OutgoingMail {
  if (follower === undefined) return mail;
  return stopped(mail, followerAddress(plazo, desk, followerToken(plazo, desk, follower)));
}

/** A digest with that link left unsaid: who reads what left cannot act as whoever follows. */
export function withoutStop(
  plazo: Plazo,
  desk: string,
  { mail, follower }: { readonly mail: OutgoingMail; readonly follower: string | undefined },
): OutgoingMail {
  if (follower === undefined) return mail;
  return stopped(mail, followerAddress(plazo, desk, "…"));
}

function stopped(mail: OutgoingMail, address: string): OutgoingMail {
  const filled = (text: string): string =>
    text.replaceAll(stopPlace, address).replaceAll(linkPlace, address);
  return { ...mail, text: filled(mail.text), html: filled(mail.html), stop: address };
}

/** The headers by which mail programs offer to stop it (RFC 2369 §3.2, RFC 8058 §3.1: the one POST needs HTTPS). */
export function stopHeaders({ stop }: Pick<OutgoingMail, "stop">): Record<string, string> {
  if (stop === undefined) return {};
  const header = { "List-Unsubscribe": `<${stop}>` };
  if (!stop.startsWith("https:")) return header;
  return { ...header, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
}
