import { createServer } from "node:net";
import type { Server, Socket } from "node:net";
import { answer } from "./imap-answers.ts";

/** A message as the server keeps it. */
export interface KeptMessage {
  readonly uid: number;
  readonly raw: Buffer;
  readonly at: Date;
  readonly flags: Set<string>;
}

export interface ImapFolder {
  uidValidity: number;
  nextUid: number;
  messages: KeptMessage[];
}

/** What is done with a command instead of answering it. */
export type Fate = "go" | "stall" | "close" | { readonly no: string };

/** An IMAP server (RFC 9051, as IMAP4rev1) in this process, that can also do what servers do on bad days. */
export interface ImapServer {
  readonly port: number;
  readonly folders: Map<string, ImapFolder>;
  /** Whether a user may come in with a password or, by XOAUTH2, a token. */
  admits: (user: string, word: string, how: "password" | "token") => boolean;
  capabilities: readonly string[];
  /** Asked before each command. */
  fate: (command: string, line: string) => Fate;
  /** Whether somebody who connects is greeted at all. */
  greets: boolean;
  /** How many of the bytes of a message are sent before the line is cut; null: all. */
  cutAfter: (uid: number, bytes: number) => number | null;
  /** Connections that were taken so far, and those that are open. */
  readonly connections: { taken: number; open: number };
  /** Every command that was given, in order. */
  readonly commands: string[];
  /** Puts a message into a folder and tells whoever waits. */
  deliver(raw: string | Buffer, more?: { folder?: string; at?: Date }): number;
  /** All messages get new UIDs under a new validity, as after a restored backup. */
  renumber(folder?: string): void;
  /** Cuts every connection. */
  cutAll(): void;
  close(): Promise<void>;
}

/** One connection and what it has selected. */
export interface ImapConnection {
  readonly socket: Socket;
  readonly server: ImapServer;
  signedIn: boolean;
  selected: ImapFolder | null;
  /** The tag of an IDLE under way. */
  idle: string | null;
  /** What the client is to say next: the rest of an AUTHENTICATE. */
  waits: ((line: string) => void) | null;
  say(text: string | Buffer): void;
}

const usual = [
  "IMAP4rev1",
  "ID",
  "IDLE",
  "NAMESPACE",
  "MOVE",
  "UIDPLUS",
  "SASL-IR",
  "AUTH=XOAUTH2",
];

/** Starts a server on this machine, with an empty INBOX and one user, "mesa" with the password "clave". */
export function imapServer(): Promise<ImapServer> {
  const connections = new Set<ImapConnection>();
  const listener = createServer();
  const folders = new Map([["INBOX", { uidValidity: 7, nextUid: 1, messages: [] } as ImapFolder]]);
  const server: ImapServer = {
    get port() {
      const address = listener.address();
      return typeof address === "object" && address !== null ? address.port : 0;
    },
    folders,
    admits: (user, word, how) => user === "mesa" && word === (how === "token" ? "ficha" : "clave"),
    capabilities: usual,
    fate: () => "go",
    greets: true,
    cutAfter: () => null,
    connections: { taken: 0, open: 0 },
    commands: [],
    deliver(raw, { folder = "INBOX", at = new Date() } = {}) {
      const into = folderOf(folders, folder);
      const uid = into.nextUid++;
      into.messages.push({ uid, raw: Buffer.from(raw), at, flags: new Set() });
      for (const one of connections)
        if (one.selected === into && one.idle !== null)
          one.say(`* ${into.messages.length} EXISTS\r\n`);
      return uid;
    },
    renumber(folder = "INBOX") {
      const into = folderOf(folders, folder);
      into.uidValidity += 1;
      into.nextUid = 1;
      into.messages = into.messages.map((one) => ({ ...one, uid: into.nextUid++ }));
      // Whoever had it selected is put out: nobody may go on with the old UIDs.
      for (const one of connections) if (one.selected === into) one.socket.destroy();
    },
    cutAll() {
      for (const { socket } of connections) socket.destroy();
    },
    close: () => stop(listener, connections),
  };
  listener.on("connection", (socket) => take(server, connections, socket));
  return new Promise((ready) => {
    listener.listen(0, "127.0.0.1", () => ready(server));
  });
}

function folderOf(folders: Map<string, ImapFolder>, name: string): ImapFolder {
  const found = folders.get(name) ?? { uidValidity: 7, nextUid: 1, messages: [] };
  folders.set(name, found);
  return found;
}

function stop(listener: Server, connections: Set<ImapConnection>): Promise<void> {
  for (const { socket } of connections) socket.destroy();
  return new Promise((done) => {
    listener.close(() => done());
  });
}

function take(server: ImapServer, connections: Set<ImapConnection>, socket: Socket): void {
  const connection: ImapConnection = {
    socket,
    server,
    signedIn: false,
    selected: null,
    idle: null,
    waits: null,
    say: (text) => void (socket.destroyed || socket.write(text)),
  };
  connections.add(connection);
  socket.setNoDelay(true);
  server.connections.taken += 1;
  server.connections.open += 1;
  socket.on("error", () => undefined);
  socket.on("close", () => {
    connections.delete(connection);
    server.connections.open -= 1;
  });
  if (server.greets) connection.say("* OK listo\r\n");
  let waiting = Buffer.alloc(0);
  let line = "";
  let literal = 0;
  socket.on("data", (data: Buffer) => {
    waiting = Buffer.concat([waiting, data]);
    for (;;) {
      if (literal > 0) {
        if (waiting.length < literal) return;
        line += JSON.stringify(waiting.subarray(0, literal).toString("utf8"));
        waiting = waiting.subarray(literal);
        literal = 0;
      }
      const end = waiting.indexOf("\r\n");
      if (end < 0) return;
      line += waiting.subarray(0, end).toString("utf8");
      waiting = waiting.subarray(end + 2);
      const [, count] = /\{(\d+)\+?\}$/u.exec(line) ?? [];
      if (count !== undefined) {
        if (!line.endsWith("+}")) connection.say("+ siga\r\n");
        line = line.replace(/\{\d+\+?\}$/u, "");
        literal = Number(count);
        continue;
      }
      const whole = line;
      line = "";
      answer(connection, whole);
    }
  });
}
