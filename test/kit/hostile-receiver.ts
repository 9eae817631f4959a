import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a receiver does with a webhook: a status, or something that no receiver should. */
export type Conduct = number | "stalls" | "drips" | "closes" | "redirects" | "floods";

/** A webhook as it arrived. */
export interface Arrived {
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** A receiver of webhooks on this machine. */
export interface Receiver {
  readonly url: string;
  readonly arrived: Arrived[];
  /** What it does from now on. */
  conduct: Conduct;
  close(): Promise<void>;
}

/** Starts a receiver that takes everything until it is told otherwise. */
export async function startReceiver(): Promise<Receiver> {
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (text: string) => void (body += text));
    request.on("end", () => {
      receiver.arrived.push({ path: request.url ?? "", headers: request.headers, body });
      answer(response, receiver.conduct);
    });
  });
  await new Promise<void>((ready) => void server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  const receiver: Receiver = {
    url: `http://127.0.0.1:${port}/avisos`,
    arrived: [],
    conduct: 204,
    close() {
      server.closeAllConnections();
      return new Promise((closed) => void server.close(() => closed()));
    },
  };
  return receiver;
}

function answer(response: ServerResponse, conduct: Conduct): void {
  if (typeof conduct === "number") {
    response.writeHead(conduct).end(conduct === 204 ? undefined : `estado ${conduct}`);
    return;
  }
  if (conduct === "closes") response.socket?.destroy();
  if (conduct === "redirects")
    response.writeHead(302, { Location: "http://169.254.169.254/latest/meta-data/" }).end();
  if (conduct === "drips") drip(response);
  if (conduct === "floods") flood(response);
}

function drip(response: ServerResponse): void {
  response.writeHead(200);
  const dripping = setInterval(() => void response.write("."), 20);
  response.on("close", () => clearInterval(dripping));
}

/** More than anybody reads, for as long as anybody does. */
function flood(response: ServerResponse): void {
  const piece = "x".repeat(64 * 1024);
  const pour = (): void => {
    while (!response.destroyed && response.write(piece));
  };
  response.writeHead(200).on("drain", pour);
  pour();
}
