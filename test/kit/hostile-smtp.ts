import { createServer } from "node:net";
import type { AddressInfo, Socket } from "node:net";

/** Where in a conversation (RFC 5321 §4.3.2) a server can misbehave; `end`: after the whole message. */
export const stages = ["greeting", "EHLO", "MAIL", "RCPT", "DATA", "end", "QUIT"] as const;
export type Stage = (typeof stages)[number];

/**
 * What a server does there: answers, says nothing for ever, answers a letter at a time, hangs up; or,
 * at the end of a message, takes it and hangs up or falls silent without a word.
 */
export type Deed =
  | { readonly say: string }
  | "stall"
  | "drip"
  | "cut"
  | "take-and-cut"
  | "take-and-stall"
  | "say-and-cut";

/** A message that the server has taken: what it promised to deliver. */
export interface Taken {
  readonly to: string;
  readonly messageId: string;
}

export interface HostileServer {
  readonly url: string;
  readonly taken: readonly Taken[];
  /** How many conversations began. */
  readonly conversations: number;
  /** What is done at a stage of a conversation; undefined: what a good server does. */
  deed: (stage: Stage, to: string) => Deed | undefined;
  close(): Promise<void>;
}

const good: Readonly<Record<Stage, string>> = {
  greeting: "220 ready",
  EHLO: "250 mx.example.com",
  MAIL: "250 2.1.0 go on",
  RCPT: "250 2.1.5 go on",
  DATA: "354 go on",
  end: "250 2.0.0 taken",
  QUIT: "221 bye",
};

/** A mail server that does at each step of a conversation what the test says. */
export async function hostileSmtp(): Promise<HostileServer> {
  const taken: Taken[] = [];
  const sockets = new Set<Socket>();
  const timers = new Set<NodeJS.Timeout>();
  const state = { deed: (() => undefined) as HostileServer["deed"], conversations: 0 };
  const server = createServer((socket) => {
    state.conversations += 1;
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => sockets.delete(socket));
    converse(socket, { taken, timers, deed: (stage, to) => state.deed(stage, to) });
  });
  await new Promise<void>((ready) => {
    server.listen(0, "127.0.0.1", ready);
  });
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    get conversations() {
      return state.conversations;
    },
    get deed() {
      return state.deed;
    },
    set deed(what) {
      state.deed = what;
    },
    close() {
      for (const timer of timers) clearInterval(timer);
      for (const socket of sockets) socket.destroy();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
}

interface Conversing {
  readonly taken: Taken[];
  readonly timers: Set<NodeJS.Timeout>;
  readonly deed: HostileServer["deed"];
}

function converse(socket: Socket, { taken, timers, deed }: Conversing): void {
  let to = "";
  let message: string | null = null;
  let rest = "";
  const answer = (stage: Stage): boolean => {
    const done = deed(stage, to) ?? { say: good[stage] };
    const take = (): void => {
      const messageId = /^message-id: *(\S+)/imu.exec(message ?? "")?.[1] ?? "";
      taken.push({ to, messageId });
    };
    if (typeof done === "object") {
      if (stage === "end" && done.say.startsWith("2")) take();
      socket.write(`${done.say}\r\n`);
      return /^[23]/u.test(done.say);
    }
    if (done === "cut") socket.destroy();
    if (done === "take-and-cut" || done === "take-and-stall") take();
    if (done === "take-and-cut") socket.destroy();
    if (done === "say-and-cut") {
      if (stage === "end") take();
      socket.end(`${good[stage]}\r\n`);
    }
    if (done === "drip") timers.add(setInterval(() => void socket.write("2"), 20));
    return false;
  };
  const line = (text: string): void => {
    if (message !== null) {
      if (text !== ".") {
        message += `${text}\n`;
        return;
      }
      answer("end");
      message = null;
      return;
    }
    const verb = text.slice(0, 4).toUpperCase();
    if (verb === "RCPT") to = /<([^>]*)>/u.exec(text)?.[1] ?? "";
    const stage = stages.find((each) => each === verb);
    if (stage === undefined) socket.write("502 no\r\n");
    else if (answer(stage) && stage === "DATA") message = "";
  };
  socket.on("data", (data) => {
    const lines = `${rest}${data.toString("utf8")}`.split("\r\n");
    rest = lines.pop() ?? "";
    for (const each of lines) if (!socket.destroyed) line(each);
  });
  answer("greeting");
}
