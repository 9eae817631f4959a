import type { Settings } from "../plazo.ts";

/** Whom a mail says that it is from, and where its answers go. */
export interface Sender {
  /** As a header says it: "Mesa" <mesa@example.com>. */
  readonly from: string;
  /** Where answers go when it is not to `from`; null: there. */
  readonly replyTo: string | null;
  /** The mailbox of the desk whose answers are read by the program; null: none is. */
  readonly mailbox: string | null;
}

/** A desk as far as its mail goes. */
export interface SendingDesk {
  /** In the words of the desk, in the reader's language. */
  readonly name: string;
  /** The address that its manual tells; null: none. */
  readonly published: string | null;
  /** The address whose mail is read by the program. */
  readonly mailbox: string | null;
}

/**
 * The desk's own address where this installation may send for its domain, else the installation's:
 * mail that says it is from a domain whose servers did not send it is refused by DMARC (RFC 9989
 * §4.4). The name is always the desk's.
 */
export function senderOf(
  settings: Pick<Settings, "mailFrom" | "mailDomains">,
  { name, published, mailbox }: SendingDesk,
): Sender {
  const fallback = addressIn(settings.mailFrom);
  const own = mailbox ?? addressOrNull(published);
  const isOurs = own !== null && maySendFor(settings, own);
  const address = isOurs ? own : fallback;
  return {
    from: named(name === "" ? nameIn(settings.mailFrom) : name, address),
    replyTo: own === null || own === address ? null : own,
    mailbox,
  };
}

/** Whether the installation may send mail from an address: that of a domain it was given, or of its own. */
export function maySendFor(
  { mailFrom, mailDomains = [] }: Pick<Settings, "mailFrom" | "mailDomains">,
  address: string,
): boolean {
  const domain = domainOf(address);
  return domain === domainOf(addressIn(mailFrom)) || mailDomains.includes(domain);
}

/** The address in "Name <address>", or the text itself. */
export function addressIn(mailbox: string): string {
  return /<([^<>]+)>\s*$/u.exec(mailbox)?.[1] ?? mailbox.trim();
}

function nameIn(mailbox: string): string {
  return /^(.*)<[^<>]+>\s*$/u.exec(mailbox)?.[1]?.trim().replace(/^"|"$/gu, "") ?? "";
}

/** The domain of an address, in lower case. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1).toLowerCase();
}

function addressOrNull(text: string | null): string | null {
  return text !== null && /^[^\s<>@,;:"{}]{1,64}@[^\s<>@,;:"{}]{3,253}$/u.test(text) ? text : null;
}

/** RFC 5322 §3.4: the name as a quoted string, without what would end it or the line. */
function named(name: string, address: string): string {
  const clean = name
    .replace(/[\p{Cc}"\\<>]/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  return clean === "" ? address : `"${clean}" <${address}>`;
}
