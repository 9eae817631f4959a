import type { ImapFlow, ImapFlowOptions } from "imapflow";
import type { MailboxTrouble, MailboxTroubleCode } from "../../../core/mailbox/trouble.ts";
import type { MailboxConnection } from "../../../store/mailboxes.ts";
import { settle } from "../../../store/settle.ts";

/** What opens the door of a mail server. */
export interface SignIn {
  readonly connection: Pick<MailboxConnection, "host" | "port" | "tls" | "username">;
  /** The address that was judged; the certificate must still be that of the host's name. */
  readonly address: string;
  readonly with: { readonly password: string } | { readonly accessToken: string };
}

/** Milliseconds that a mail server may take: to connect, to greet, and between two words. */
export interface ImapPatience {
  readonly connect: number;
  readonly greet: number;
  readonly silence: number;
}

export const imapPatience: ImapPatience = { connect: 15_000, greet: 15_000, silence: 120_000 };

/** A response line; a message may be longer, and is never asked for beyond the limit of a message. */
const longestLine = 1024 * 1024;
const longestLiteral = 64 * 1024 * 1024;

/** Connects and signs in, or says why not. The library is loaded when a mailbox is first opened. */
export async function openClient(
  signIn: SignIn,
  patience: ImapPatience,
): Promise<ImapFlow | MailboxTrouble> {
  const { ImapFlow: Client } = await import("imapflow");
  const client = new Client(optionsOf(signIn, patience));
  // A line that breaks is told by the command that it cuts, and by `usable`.
  client.on("error", () => undefined);
  const connected = await settle(client.connect());
  if (!("fault" in connected)) return client;
  client.close();
  return troubleOf(connected.fault);
}

function optionsOf(
  { connection, address, with: by }: SignIn,
  patience: ImapPatience,
): ImapFlowOptions {
  const { host, port, tls, username } = connection;
  return {
    host: address,
    port,
    servername: host,
    secure: tls === "implicit",
    ...(tls === "implicit" ? {} : { doSTARTTLS: tls === "starttls" }),
    auth:
      "password" in by
        ? { user: username, pass: by.password }
        : { user: username, accessToken: by.accessToken },
    tls: { minVersion: "TLSv1.2" },
    clientInfo: { name: "Plazo", version: false, vendor: false, "support-url": false },
    logger: false,
    disableAutoIdle: true,
    disableCompression: true,
    connectionTimeout: patience.connect,
    greetingTimeout: patience.greet,
    socketTimeout: patience.silence,
    maxLineLength: longestLine,
    maxLiteralSize: longestLiteral,
    maxResponseSize: longestLiteral + longestLine,
  };
}

/** What faults of the library, of TLS and of the system say of themselves. */
interface Fault extends Error {
  readonly code?: string | undefined;
  readonly authenticationFailed?: boolean;
  readonly tlsFailed?: boolean;
  readonly mailboxMissing?: boolean;
  readonly responseText?: string;
}

const byCode: readonly (readonly [RegExp, MailboxTroubleCode])[] = [
  [
    /^(CONNECT_TIMEOUT|GREETING_TIMEOUT|UPGRADE_TIMEOUT|ETIMEOUT|ETIMEDOUT|LockTimeout)$/u,
    "timed-out",
  ],
  [/^(ENOTFOUND|EAI_AGAIN|EAI_NODATA)$/u, "host-unknown"],
  [/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EACCES)$/u, "unreachable"],
  [
    /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|HOSTNAME_MISMATCH|STARTTLS_INJECTION|EPROTO)/u,
    "tls-failed",
  ],
  [/^(NoConnection|EConnectionClosed|StateLogout|ClosedAfterConnect|ECONNRESET|EPIPE)/u, "cut"],
];

/** Why something failed, in the codes that people are told. */
export function troubleOf(fault: Fault): MailboxTrouble {
  const detail = (fault.responseText ?? fault.message).slice(0, 300);
  if (fault.authenticationFailed === true) return { trouble: "login-refused", detail };
  if (fault.mailboxMissing === true) return { trouble: "folder-missing", detail };
  const missing = /does not support STARTTLS/u.test(fault.message);
  if (missing) return { trouble: "tls-missing", detail };
  const known = byCode.find(([code]) => code.test(fault.code ?? ""))?.[1];
  if (known !== undefined) return { trouble: known, detail };
  return { trouble: fault.tlsFailed === true ? "tls-failed" : "failed", detail };
}

/** The fault of a command that ended without an answer: the line broke, or the server would not. */
export function notAnswered({ usable }: ImapFlow, what: string): Error {
  const code = usable ? "NotAnswered" : "NoConnection";
  return Object.assign(new Error(`${what} was not answered`), { code });
}
