import { lockByMessageId, markReturned } from "../../store/returned.ts";
import type { OutboxMail } from "../../store/outbox.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Transaction } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { addressKey } from "../register/address-key.ts";
import { tellUndelivered } from "./tell-undelivered.ts";

/** What a mail server says of one recipient that it did not deliver to (RFC 3464 §2.3). */
export interface ReturnedRecipient {
  readonly address: string;
  /** "failed", "delayed", "delivered", "relayed", "expanded". */
  readonly action: string;
  /** RFC 3463: "5.1.1"; null where it gives none. */
  readonly status: string | null;
  readonly diagnostic: string | null;
}

/** A report about a mail of ours, by its Message-ID ("<id@domain>"). */
export interface Returned {
  readonly about: string | null;
  readonly recipients: readonly ReturnedRecipient[];
}

/**
 * Writes down that a mail of the desk came back: it stands so in its ticket's timeline, whoever has
 * the ticket is told once, and an address that does not exist is told nothing more of itself. A report
 * of a delay is noted only; one of a delivery changes nothing. The same report again changes nothing.
 * `unknown`: no mail of this desk left under that Message-ID.
 */
export function recordBounce(
  plazo: Plazo,
  desk: string,
  returned: Returned,
): Promise<"recorded" | "unknown"> {
  return inDesk(plazo.db, desk, (tx) => recordInside(plazo, tx, { desk, returned }));
}

async function recordInside(
  plazo: Plazo,
  tx: Transaction,
  { desk, returned }: { readonly desk: string; readonly returned: Returned },
): Promise<"recorded" | "unknown"> {
  if (returned.about === null) return "unknown";
  const mail = await lockByMessageId(tx, returned.about);
  if (mail === undefined) return "unknown";
  const told = meant(returned.recipients, mail);
  if (told === undefined) return "recorded";
  const at = await tx.now();
  const why = wordsOf(told);
  const how = told.action === "delayed" || told.action === "failed" ? told.action : null;
  if (how === null) return "recorded";
  const isNews = await markReturned(tx, mail.id, {
    how: how === "failed" ? "bounced" : "late",
    at,
    why,
  });
  const isOurs = addressKey(told.address) === addressKey(mail.recipient);
  if (isNews && how === "failed")
    await tellUndelivered(plazo, tx, { desk, mail, why, isOurs, now: at });
  return "recorded";
}

/**
 * What the report says of our recipient. Each mail of ours has one; where it was sent on, the report
 * names another address, and then it is about ours if all that it names failed.
 */
function meant(
  recipients: readonly ReturnedRecipient[],
  mail: OutboxMail,
): ReturnedRecipient | undefined {
  const ours = addressKey(mail.recipient);
  const named = recipients.filter(({ address }) => addressKey(address) === ours);
  if (named.length > 0) return named.find(({ action }) => action === "failed") ?? named[0];
  const isAll = recipients.every(({ action }) => action === recipients[0]?.action);
  return isAll ? recipients[0] : undefined;
}

/** The status stands before the server's words, unless they hold it. */
function wordsOf({ status, diagnostic }: ReturnedRecipient): string {
  const said = (diagnostic ?? "").trim();
  if (status === null || said.includes(status)) return said === "" ? "5.0.0" : said;
  return `${status} ${said}`.trim();
}
