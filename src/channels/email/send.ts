import { Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { createTransport } from "nodemailer";
import type { Transporter } from "nodemailer";
import type { Attachment, Delivery, Mail, OutgoingMail } from "../../desk/effects.ts";
import { addressIn, domainOf } from "../../desk/outgoing/sender.ts";
import { stopHeaders } from "../../desk/tracker/with-stop.ts";
import { settle } from "../../store/settle.ts";
import { keysFor, signed } from "./dkim/sign.ts";
import type { OpenedKey } from "./dkim/keys.ts";
import { refusalOf } from "./refusal-of.ts";

/** Milliseconds that a mail server may take: to connect, to greet, between two words, and in all. */
export interface Patience {
  readonly connect: number;
  readonly greet: number;
  readonly silence: number;
  readonly whole: number;
}

/** In all less than the minute for which the worker holds a message, so that none is sent by two. */
export const patience: Patience = {
  connect: 10_000,
  greet: 10_000,
  silence: 20_000,
  whole: 45_000,
};

/** Without a mail server messages are kept, and read in the workspace under outgoing mail. */
export const keptMail: Mail = {
  send: () => Promise.resolve({ delivery: "kept" }),
  close: () => Promise.resolve(),
};

/**
 * Mail by SMTP (RFC 5321) to the server that `url` names ("smtp://user:word@host:port", "smtps://…").
 * Each mail has a connection of its own; whatever the server does is a `Delivery`, never a throw.
 * What is from a domain that has keys is signed with them (RFC 6376).
 */
export function smtpMail(
  url: string,
  limits: Patience = patience,
  signing: Signing | null = null,
): Mail {
  const timeouts = {
    connectionTimeout: limits.connect,
    greetingTimeout: limits.greet,
    socketTimeout: limits.silence,
    dnsTimeout: limits.connect,
  };
  return {
    async send(mail) {
      const message = await messageOf(mail, signing);
      const socket = new Socket();
      return sendOnce(
        { transport: createTransport({ url, ...timeouts, socket }), socket },
        message,
        limits.whole,
      );
    },
    close: () => Promise.resolve(),
  };
}

interface Line {
  readonly transport: Transporter;
  /** Ours, so that a server that drips words for ever can be cut off: closing the transport does not. */
  readonly socket: Socket;
}

async function sendOnce(
  { transport, socket }: Line,
  message: Record<string, unknown>,
  whole: number,
): Promise<Delivery> {
  const waiting = new AbortController();
  const sending = settle(transport.sendMail(message) as Promise<{ response?: string }>);
  const result = await Promise.race([sending, over(whole, waiting.signal)]);
  waiting.abort();
  transport.close();
  if (result === "over") {
    socket.destroy();
    return { delivery: "refused", how: "temporary", why: `no answer in ${whole} ms` };
  }
  if ("value" in result) return { delivery: "sent", response: result.value.response ?? "" };
  socket.destroy();
  return refusalOf(result.fault);
}

/** Where the keys are that sign; asked for each mail, for keys come and go while the program runs. */
export interface Signing {
  keys(): Promise<readonly OpenedKey[]>;
}

/** What is handed to the mail server: the parts of a message, or the whole of one that is signed. */
async function messageOf(
  mail: OutgoingMail,
  signing: Signing | null,
): Promise<Record<string, unknown>> {
  const parts = envelopeOf(mail);
  const from = addressIn(mail.from);
  const keys = signing === null ? [] : keysFor(await signing.keys(), domainOf(from));
  if (keys.length === 0) return parts;
  const { default: MailComposer } = await import("nodemailer/lib/mail-composer");
  const raw = await new MailComposer(parts).compile().build();
  return { envelope: { from, to: [mail.to] }, raw: await signed(raw, keys) };
}

async function over(milliseconds: number, signal: AbortSignal): Promise<"over"> {
  await settle(sleep(milliseconds, undefined, { signal }));
  return "over";
}

function attached({ name, mediaType, content }: Attachment): Record<string, unknown> {
  return { filename: name, contentType: mediaType, content: Buffer.from(content) };
}

/**
 * Content comes from people: no address is parsed out of text, and nothing in it reads a file or an
 * address of the network. Automatic mail says so (RFC 3834 §5), that nobody's machine answers it.
 */
function envelopeOf(mail: OutgoingMail): Record<string, unknown> {
  return {
    from: mail.from,
    to: { name: "", address: mail.to },
    ...(mail.replyTo === null ? {} : { replyTo: mail.replyTo }),
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: mail.messageId,
    date: new Date(mail.at),
    ...(mail.inReplyTo === null ? {} : { inReplyTo: mail.inReplyTo }),
    ...(mail.references.length === 0 ? {} : { references: [...mail.references] }),
    headers: {
      "Content-Language": mail.language,
      ...(mail.automatic
        ? { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" }
        : {}),
      ...stopHeaders(mail),
    },
    ...(mail.attachments === undefined ? {} : { attachments: mail.attachments.map(attached) }),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
