import type { Facts } from "./facts.ts";
import { messageIdsOf } from "./mail.ts";
import type { Mail } from "./mail.ts";
import { headersOf } from "./mime/read-headers.ts";
import type { Sender, Why } from "./reading.ts";

/** A Message-ID as we make them: random, at the domain that our mail comes from. */
const OURS = /^<[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}@([^<>\s@]+)>$/u;

/** Whether a Message-ID has the form of ours. */
export function looksOurs(messageId: string, mailDomain: string | null): boolean {
  const domain = OURS.exec(messageId.toLowerCase())?.[1];
  return domain !== undefined && domain === mailDomain?.toLowerCase();
}

/**
 * Why a message is our own mail come back, or goes round among servers: its Message-ID is ours, it is
 * from one of the desk's own mailboxes, or it passed more servers than honest mail does (RFC 5321
 * §6.3). Null where it is none of these.
 */
export function detectLoop(mail: Mail, sender: Sender | null, facts: Facts): Why | null {
  const [own] = messageIdsOf(mail, ["message-id"]).filter((id) => looksOurs(id, facts.mailDomain));
  if (own !== undefined) return { code: "own-message", about: own };
  const from = sender?.address.toLowerCase();
  if (from !== undefined && facts.mailboxes.some((mailbox) => mailbox.toLowerCase() === from))
    return { code: "own-address", about: from };
  const hops = headersOf(mail.headers, "received").length;
  return hops > mail.limits.hops ? { code: "too-many-hops", about: String(hops) } : null;
}
