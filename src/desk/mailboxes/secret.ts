import { settle } from "../../store/settle.ts";
import { seal, unseal } from "../sealed.ts";
import type { Plazo } from "../plazo.ts";

/** What signs in to a mail server. */
export type MailboxSecret =
  | { readonly password: string }
  /** OAuth 2.0: the client's secret (none for a public client) and the refresh token (RFC 6749 §6). */
  | { readonly clientSecret: string | null; readonly refreshToken: string };

/** Whose secret it is: it opens in no other row. */
export interface Whose {
  readonly desk: string;
  readonly id: string;
}

/** Encrypts a mailbox's secret for the database; it is never read back by anybody but the worker. */
export function sealMailboxSecret(plazo: Plazo, whose: Whose, secret: MailboxSecret): Buffer {
  return seal(Buffer.from(JSON.stringify(secret)), sealingOf(plazo, whose));
}

/** The secret of a mailbox; null where it was sealed with another installation's secret, or altered. */
export async function openMailboxSecret(
  plazo: Plazo,
  whose: Whose,
  sealed: Uint8Array,
): Promise<MailboxSecret | null> {
  const opened = await settle(
    Promise.resolve().then(() => unseal(sealed, sealingOf(plazo, whose))),
  );
  return "fault" in opened ? null : (JSON.parse(opened.value.toString("utf8")) as MailboxSecret);
}

function sealingOf({ settings }: Plazo, { desk, id }: Whose) {
  return { secret: settings.secret, purpose: "mailbox", of: `${desk}/${id}` };
}
