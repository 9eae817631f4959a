// A load generator: browsers that each keep a connection and file ticket after ticket by the form.
import { connect } from "node:net";
import type { Socket } from "node:net";
import { generate } from "../kit/load.ts";
import { formBody, formPath, formType, sourceAddress } from "./form.ts";

const port = Number(process.argv[2]);

function requestBytes(): Buffer {
  const body = Buffer.from(formBody());
  const head = [
    `POST ${formPath} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    `Origin: http://127.0.0.1:${port}`,
    "Accept: text/html,application/xhtml+xml",
    "Accept-Encoding: gzip, deflate, br",
    "Accept-Language: es-MX,es;q=0.9",
    "User-Agent: Mozilla/5.0 (X11; Linux x64) bench",
    `X-Forwarded-For: ${sourceAddress()}`,
    `Content-Type: ${formType}`,
    `Content-Length: ${body.length}`,
  ];
  return Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`), body]);
}

/** Sends a request and reads its answer whole. Throws where that is no redirection to the ticket. */
function exchange(socket: Socket, request: Buffer): Promise<void> {
  return new Promise((done, failed) => {
    let answer = "";
    const finish = (fault?: Error): void => {
      socket.off("data", take).off("close", cut);
      if (fault === undefined) done();
      else failed(fault);
    };
    const cut = (): void => finish(new Error(`the connection was cut: ${answer}`));
    const take = (bytes: Buffer): void => {
      answer += bytes.toString("latin1");
      if (!isWhole(answer)) return;
      const filed = /^HTTP\/1\.1 303 .*\r\nlocation: \/d\/hib2b\/t\//isu.test(answer);
      finish(filed ? undefined : new Error(answer.slice(0, 4_000)));
    };
    socket.on("data", take).on("close", cut);
    socket.write(request);
  });
}

function isWhole(answer: string): boolean {
  const end = answer.indexOf("\r\n\r\n");
  if (end < 0) return false;
  if (/\r\ntransfer-encoding: chunked\r\n/iu.test(answer)) return answer.endsWith("0\r\n\r\n");
  const length = /\r\ncontent-length: (\d+)\r\n/iu.exec(answer)?.[1] ?? "0";
  return answer.length - end - 4 >= Number(length);
}

generate<Buffer>({
  prepare: ({ count }) => Promise.resolve(Array.from({ length: count }, requestBytes)),
  client: () =>
    new Promise((ready, failed) => {
      const socket = connect(port, "127.0.0.1");
      socket.setNoDelay(true).once("error", failed);
      socket.once("connect", () =>
        ready({
          do: (request) => exchange(socket, request),
          async close() {
            socket.destroy();
          },
        }),
      );
    }),
});
