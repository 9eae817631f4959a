import { connect } from "node:net";
import type { Socket } from "node:net";

/** A mail server's side of a line, said word by word. */
export interface SmtpPeer {
  readonly socket: Socket;
  /** Says a line and gives the whole reply. */
  say(line: string): Promise<string>;
  /** Says a message after DATA and gives the reply. */
  send(raw: string): Promise<string>;
  /** Writes without waiting for anything. */
  write(text: string): void;
  cut(): void;
}

/** Opens a line to a receiver on this machine; gives the greeting too. */
export async function smtpPeer(port: number): Promise<SmtpPeer & { readonly greeting: string }> {
  const socket = connect(port, "127.0.0.1");
  let said = "";
  let wake = (): void => undefined;
  socket.setEncoding("utf8");
  socket.on("data", (text: string) => {
    said += text;
    wake();
  });
  socket.on("close", () => wake());
  socket.on("error", () => undefined);
  const reply = async (): Promise<string> => {
    for (;;) {
      const whole = /^(?:\d{3}-.*\r\n)*\d{3}(?: .*)?\r\n/u.exec(said)?.[0];
      if (whole !== undefined) {
        said = said.slice(whole.length);
        return whole.trimEnd();
      }
      if (socket.destroyed) return "";
      await new Promise<void>((next) => void (wake = next));
    }
  };
  const say = (line: string): Promise<string> => {
    socket.write(`${line}\r\n`);
    return reply();
  };
  return {
    socket,
    greeting: await reply(),
    say,
    send: (raw) => {
      const dotted = raw.replace(/^\./gmu, "..");
      return say(`${dotted.endsWith("\r\n") ? dotted : `${dotted}\r\n`}.`);
    },
    write: (text) => void socket.write(text),
    cut: () => void socket.destroy(),
  };
}

/** Hands one message over from beginning to end; gives the last reply, or the first that was a refusal. */
export async function handOver(
  port: number,
  { to, raw, from = "cliente@example.com" }: { to: string | string[]; raw: string; from?: string },
): Promise<string> {
  const peer = await smtpPeer(port);
  const steps = ["EHLO mta.example.com", `MAIL FROM:<${from}>`];
  const all = [...steps, ...[to].flat().map((one) => `RCPT TO:<${one}>`), "DATA"];
  for (const step of all) {
    const answer = await peer.say(step);
    if (/^[45]/u.test(answer)) return (peer.cut(), answer);
  }
  const answer = await peer.send(raw);
  await peer.say("QUIT");
  peer.cut();
  return answer;
}
