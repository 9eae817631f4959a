/** Why a mailbox cannot be read. The catalogue says each, and what to do about it, in every language. */
export const mailboxTroubles = [
  "host-unknown",
  "host-private",
  "unreachable",
  "timed-out",
  "tls-failed",
  "tls-missing",
  "login-refused",
  "token-refused",
  "secret-lost",
  "folder-missing",
  "marking-refused",
  "cut",
  "failed",
] as const;

export type MailboxTroubleCode = (typeof mailboxTroubles)[number];

/** Why a mailbox cannot be read, and what the server or the system said of it. */
export interface MailboxTrouble {
  readonly trouble: MailboxTroubleCode;
  readonly detail: string | null;
}

/** Milliseconds without a success after which a mailbox's silence is told. */
export const silentAfter = 15 * 60_000;
