import type { ClaimWorth } from "../../../core/intake/mail-codes.ts";
import { readReplyAddress, tokenOf } from "../reply-address.ts";
import { looksOurs } from "./detect-loop.ts";
import type { Facts, KnownTicket } from "./facts.ts";
import { mailboxesOf, messageIdsOf, wordsOf } from "./mail.ts";
import type { Mail } from "./mail.ts";
import type { Authentication, Sender, ThreadClaim } from "./reading.ts";

/** Headers in which a server says where a message was delivered, besides those that its sender wrote. */
const DELIVERED = ["to", "cc", "delivered-to", "x-original-to", "envelope-to", "x-forwarded-to"];

/** What the message was read for so far. */
export interface Claimant {
  readonly sender: Sender | null;
  readonly authenticated: Authentication;
}

/**
 * Every claim of a message to belong to a ticket, the strongest first: our signed reply address,
 * References and In-Reply-To to mail that we sent (RFC 5322 §3.6.4), a folio in the subject. The first
 * two are secrets that only whoever had our mail can know. A folio can be guessed: it joins only
 * from somebody who takes part in that ticket, and whose address did not fail authentication.
 */
export async function claimThread(
  mail: Mail,
  claimant: Claimant,
  facts: Facts,
): Promise<readonly ThreadClaim[]> {
  return [
    ...byReplyAddress(mail, facts),
    ...(await byReferences(mail, facts)),
    ...(await byFolio(mail, claimant, facts)),
  ];
}

/** The claim that counts: the first that joins, else the first. */
export function strongestOf(claims: readonly ThreadClaim[]): ThreadClaim | null {
  return claims.find(({ joins }) => joins) ?? claims[0] ?? null;
}

function byReplyAddress(mail: Mail, facts: Facts): ThreadClaim[] {
  const addresses = [
    ...(facts.arrival?.recipients ?? []),
    ...mailboxesOf(mail, DELIVERED).map(({ address }) => address),
  ];
  const seen = new Set<string>();
  const claims: ThreadClaim[] = [];
  for (const address of addresses) {
    for (const mailbox of facts.mailboxes) {
      const token = tokenOf(address, mailbox);
      if (token === null || seen.has(token)) continue;
      seen.add(token);
      claims.push(claimOf(address, mailbox, facts));
    }
  }
  return claims;
}

function claimOf(
  address: string,
  mailbox: string,
  { secret, desk, now, folios }: Facts,
): ThreadClaim {
  const by = "reply-address";
  if (secret === null || desk === null)
    return { by, folio: null, joins: false, worth: "not-verified" };
  const read = readReplyAddress(address, mailbox, { secret, desk, now });
  if (read === null || read.is === "forged")
    return { by, folio: null, joins: false, worth: "forged" };
  const folio = (folios[0] ?? "{n}").replace("{n}", String(read.number));
  return { by, folio, joins: read.is === "signed", worth: read.is };
}

async function byReferences(mail: Mail, { register, mailDomain }: Facts): Promise<ThreadClaim[]> {
  const by = "references";
  const named = new Set(messageIdsOf(mail, ["in-reply-to", "references"]));
  const ids = [...named].filter((id) => looksOurs(id, mailDomain)).slice(0, 20);
  if (ids.length === 0) return [];
  if (register === null) return [{ by, folio: null, joins: false, worth: "not-verified" }];
  for (const id of ids) {
    const ticket = await register.sent(id);
    if (ticket !== null) return [{ by, folio: ticket.folio, joins: true, worth: "known-message" }];
  }
  return [{ by, folio: null, joins: false, worth: "unknown-message" }];
}

async function byFolio(mail: Mail, claimant: Claimant, facts: Facts): Promise<ThreadClaim[]> {
  const claims: ThreadClaim[] = [];
  for (const folio of foliosIn(wordsOf(mail, "subject"), facts.folios)) {
    const ticket = facts.register === null ? undefined : await facts.register.ticket(folio);
    const worth = worthOf(ticket, claimant);
    claims.push({ by: "folio", folio, joins: worth === "known-participant", worth });
  }
  return claims;
}

function worthOf(ticket: KnownTicket | null | undefined, claimant: Claimant): ClaimWorth {
  if (ticket === undefined) return "not-verified";
  if (ticket === null) return "unknown-ticket";
  const address = claimant.sender?.address.toLowerCase();
  const takesPart = ticket.participants.some((known) => known.toLowerCase() === address);
  if (!takesPart) return "unknown-participant";
  return claimant.authenticated.verdict === "fail" ? "not-authenticated" : "known-participant";
}

/** Folios of these patterns in a subject, each once, at most five, as the desk writes them. */
export function foliosIn(subject: string, patterns: readonly string[]): string[] {
  const found = patterns.flatMap((pattern) => {
    // A folio that is a bare number would be found in every subject.
    if (pattern.replace("{n}", "").trim() === "") return [];
    const [before = "", after = ""] = pattern.split("{n}").map((fixed) => RegExp.escape(fixed));
    const written = new RegExp(
      `(?<![\\p{L}\\p{N}])${before}0{0,6}([1-9]\\d{0,8})${after}(?![\\p{L}\\p{N}])`,
      "giu",
    );
    return [...subject.slice(0, 2_000).matchAll(written)].map(([, number = ""]) =>
      pattern.replace("{n}", number),
    );
  });
  return [...new Set(found)].slice(0, 5);
}
