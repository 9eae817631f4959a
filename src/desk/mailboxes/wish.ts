import { readEmail } from "../../core/intake/email.ts";
import type { Policy } from "../../core/policy/policy.ts";
import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { MailboxConnection } from "../../store/mailboxes.ts";
import type { MailboxSecret } from "./secret.ts";

/** How a mailbox is to be fetched. */
export type WishedConnection = Omit<MailboxConnection, "secret"> & {
  /** Null: the one that is kept already, where server and user are the same. */
  readonly secret: MailboxSecret | null;
};

/** A mailbox as somebody wants it. */
export interface MailboxWish {
  readonly address: string;
  /** Which form of the policy its mail is taken by; null: the desk's own for mail. */
  readonly form: string | null;
  /** Null: nothing is fetched, its mail comes by SMTP. */
  readonly connection: WishedConnection | null;
  /** `now`: what arrived before it was added is left alone. */
  readonly begins: "now" | "all";
}

export type WishRefusal = Refusal<
  "email-invalid" | "form-unknown" | "mailbox-host-invalid" | "mailbox-insecure-token"
>;

/** A name of a server (RFC 1123 §2.1), or an IP address. */
const hostName = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$|^[0-9a-f:.]{2,45}$/u;

/** What is wrong with a wish before anybody is asked; null: nothing. */
export function wrongWith(
  { address, form, connection }: MailboxWish,
  policy: Policy,
): WishRefusal | null {
  if (readEmail(address) === null) return refuse("email-invalid", { field: "address" });
  if (form !== null && !policy.forms.some(({ id }) => id === form))
    return refuse("form-unknown", { field: "form", facts: { form } });
  if (connection === null) return null;
  if (!hostName.test(connection.host))
    return refuse("mailbox-host-invalid", { field: "host", facts: { host: connection.host } });
  // RFC 6749 §3.2: the address that tokens come from is asked with TLS.
  const { auth, tokenUrl } = connection;
  if (auth === "xoauth2" && tokenUrl?.startsWith("https:") !== true)
    return refuse("mailbox-insecure-token", { field: "tokenUrl" });
  return null;
}
