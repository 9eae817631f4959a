import type { AddressInfo } from "node:net";
import type {
  SMTPServer,
  SMTPServerDataStream,
  SMTPServerOptions,
  SMTPServerSession,
} from "smtp-server";
import { refuse } from "../../../core/refusal.ts";
import type { Refusal } from "../../../core/refusal.ts";
import type { Plazo } from "../../../desk/plazo.ts";
import { settle } from "../../../store/settle.ts";
import type { Arrival } from "../in/facts.ts";
import type { TakeIn } from "../imap/read-folder.ts";
import { paceOf, usualSmtpLimits } from "./pace.ts";
import type { Pace, SmtpLimits } from "./pace.ts";
import { recipientsAt } from "./recipients.ts";
import type { Recipient } from "./recipients.ts";
import { reply } from "./replies.ts";

/** How mail is received by SMTP (RFC 5321). */
export interface Receiving {
  readonly plazo: Plazo;
  readonly takeIn: TakeIn;
  readonly host: string;
  readonly port: number;
  /** The name that it greets with. */
  readonly name: string;
  /** Offers STARTTLS (RFC 3207); null: it does not. */
  readonly tls: { readonly cert: Buffer; readonly key: Buffer } | null;
  /** The desks that this process serves; null: all there are. */
  readonly desks: readonly string[] | null;
  readonly limits?: SmtpLimits;
  /** Told of what could not be stored; the peer tries again. */
  readonly onFault: (fault: unknown) => void;
}

/** A receiver that listens. */
export interface Receiver {
  readonly port: number;
  /** Takes no new lines, answers what is under way, and ends. */
  stop(): Promise<void>;
}

/**
 * Receives mail for the desks' own addresses and for nobody else: it relays nothing and knows no
 * sign-in. A message is answered with 250 once it is committed to disk and never before; whatever
 * goes wrong is a 4yz, so that the peer keeps it and tries again. Refuses `port-in-use`,
 * `port-not-allowed` and `address-unknown`.
 */
export async function startReceiver(
  receiving: Receiving,
): Promise<Receiver | Refusal<"port-in-use" | "port-not-allowed" | "address-unknown">> {
  const { host, port } = receiving;
  const { SMTPServer: Server } = await import("smtp-server");
  const server = new Server(optionsOf(receiving));
  const listening = await settle(listen(server, { host, port }));
  if ("fault" in listening) {
    const refused = refusals[listening.fault.code ?? ""];
    if (refused === undefined) throw listening.fault;
    return refuse(refused, { facts: { host, port } });
  }
  // Peers cut their lines: what that means for a message is decided where its bytes are read.
  server.on("error", () => undefined);
  return {
    port: listening.value,
    stop: () => new Promise((done) => server.close(() => done())),
  };
}

const refusals = {
  EADDRINUSE: "port-in-use",
  EACCES: "port-not-allowed",
  EADDRNOTAVAIL: "address-unknown",
  ENOTFOUND: "address-unknown",
} as Readonly<Record<string, "port-in-use" | "port-not-allowed" | "address-unknown">>;

function listen(
  server: SMTPServer,
  { host, port }: Pick<Receiving, "host" | "port">,
): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve((server.server.address() as AddressInfo).port);
    });
  });
}

/** What is known of a line: whom its message is for, and how many addresses it guessed. */
interface Line {
  readonly recipients: Map<string, readonly Recipient[]>;
  strangers: number;
}

interface Desk {
  readonly receiving: Receiving;
  readonly limits: SmtpLimits;
  readonly pace: Pace;
  readonly lines: Map<string, Line>;
  held: number;
}

type Done = (fault?: Error | null) => void;

function optionsOf(receiving: Receiving): SMTPServerOptions {
  const { limits = usualSmtpLimits, tls, name } = receiving;
  const pace = paceOf(limits, () => performance.now());
  const desk: Desk = { receiving, limits, pace, lines: new Map(), held: 0 };
  return {
    name,
    banner: "Plazo",
    size: limits.bytes,
    authOptional: true,
    disabledCommands: tls === null ? ["AUTH", "STARTTLS"] : ["AUTH"],
    ...(tls === null ? {} : { cert: tls.cert, key: tls.key, minVersion: "TLSv1.2" as const }),
    disableReverseLookup: true,
    hideDSN: true,
    maxClients: limits.connections,
    socketTimeout: limits.silence,
    closeTimeout: limits.grace,
    logger: false,
    onConnect(session, done) {
      desk.lines.set(session.id, { recipients: new Map(), strangers: 0 });
      done(pace.comes(session.remoteAddress) ? null : reply("too-many-lines"));
    },
    onClose(session) {
      if (desk.lines.delete(session.id)) pace.goes(session.remoteAddress);
    },
    onMailFrom(_from, session, done) {
      lineOf(desk, session).recipients.clear();
      done(pace.sends(session.remoteAddress) ? null : reply("too-fast"));
    },
    onRcptTo: ({ address }, session, done) => void hear(desk, { session, address, done }),
    onData: (stream, session, done) => void receive(desk, { stream, session, done }),
  };
}

function lineOf({ lines }: Desk, { id }: SMTPServerSession): Line {
  const line = lines.get(id) ?? { recipients: new Map(), strangers: 0 };
  lines.set(id, line);
  return line;
}

async function hear(
  desk: Desk,
  {
    session,
    address,
    done,
  }: { readonly session: SMTPServerSession; readonly address: string; readonly done: Done },
): Promise<void> {
  const { receiving, limits } = desk;
  const line = lineOf(desk, session);
  if (line.strangers >= limits.strangers) return done(reply("too-many-lines"));
  if (line.recipients.size >= limits.recipients) return done(reply("too-many-recipients"));
  const found = await settle(recipientsAt(receiving.plazo, address, receiving.desks));
  if ("fault" in found) {
    receiving.onFault(found.fault);
    return done(reply("not-known"));
  }
  if (found.value.length === 0) {
    line.strangers += 1;
    return done(reply("not-ours"));
  }
  line.recipients.set(address.toLowerCase(), found.value);
  return done();
}

interface Message {
  readonly stream: SMTPServerDataStream;
  readonly session: SMTPServerSession;
  readonly done: Done;
}

async function receive(desk: Desk, { stream, session, done }: Message): Promise<void> {
  const { receiving, limits } = desk;
  const gathered = { chunks: [] as Buffer[], bytes: 0, isTooMuch: false };
  const reading = settle(gather(desk, stream, gathered));
  const read = await reading;
  const end = async (): Promise<Error | null> => {
    // The line was cut before the end of the message: nobody waits for an answer, and nothing is taken.
    if ("fault" in read) return reply("not-taken");
    if (stream.sizeExceeded || gathered.bytes > limits.bytes) return reply("too-large");
    if (gathered.isTooMuch) return reply("too-much");
    const recipients = recipientsOf(lineOf(desk, session));
    if (recipients.length === 0) return reply("no-recipient");
    const raw = Buffer.concat(gathered.chunks.splice(0));
    const taken = await settle(
      takeAll(receiving, { recipients, raw, arrival: arrivalOf(session) }),
    );
    if (!("fault" in taken)) return null;
    receiving.onFault(taken.fault);
    return reply("not-taken");
  };
  const answer = await end();
  desk.held -= gathered.bytes;
  done(answer);
}

/** Reads a message as far as it is wanted; the rest of one that is not wanted is let pass by. */
async function gather(
  desk: Desk,
  stream: SMTPServerDataStream,
  into: { readonly chunks: Buffer[]; bytes: number; isTooMuch: boolean },
): Promise<void> {
  for await (const chunk of stream) {
    const { length } = chunk as Buffer;
    if (into.isTooMuch || into.bytes + length > desk.limits.bytes + 1) continue;
    if (desk.held + length > desk.limits.held) {
      into.isTooMuch = true;
      continue;
    }
    into.bytes += length;
    desk.held += length;
    into.chunks.push(chunk as Buffer);
  }
}

/** Each mailbox once, with those of its addresses that the message is for. */
function recipientsOf({
  recipients,
}: Line): readonly (Recipient & { readonly addresses: string[] })[] {
  const found = new Map<string, Recipient & { readonly addresses: string[] }>();
  for (const [address, mailboxes] of recipients)
    for (const one of mailboxes) {
      const key = `${one.desk}/${one.mailbox.id}`;
      const known = found.get(key) ?? { ...one, addresses: [] };
      known.addresses.push(address);
      found.set(key, known);
    }
  return [...found.values()];
}

function arrivalOf(session: SMTPServerSession): Omit<Arrival, "recipients"> {
  const { mailFrom } = session.envelope;
  return {
    ip: session.remoteAddress.replace(/^::ffff:/u, ""),
    helo: session.hostNameAppearsAs,
    sender: mailFrom === false ? "" : mailFrom.address,
  };
}

/**
 * Takes a message in for every mailbox. Where one fails, all are answered with "later": the peer sends
 * it again, and those that have it know it by its bytes.
 */
async function takeAll(
  { takeIn }: Receiving,
  {
    recipients,
    raw,
    arrival,
  }: {
    readonly recipients: readonly (Recipient & { readonly addresses: readonly string[] })[];
    readonly raw: Buffer;
    readonly arrival: Omit<Arrival, "recipients">;
  },
): Promise<void> {
  for (const { desk, mailbox, addresses } of recipients) {
    const origin = { by: "smtp", arrival: { ...arrival, recipients: addresses } } as const;
    await takeIn({ desk, mailbox, origin, raw });
  }
}
