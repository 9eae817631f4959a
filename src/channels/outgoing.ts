import { request as overTls } from "node:https";
import { request as inTheClear } from "node:http";
import type { IncomingMessage, RequestOptions } from "node:http";
import { isIP } from "node:net";
import { everyAddress, isOffLimits } from "./private-network.ts";
import type { Lookup, PrivateHosts } from "./private-network.ts";

/** A request to an address that somebody gave. */
export interface OutgoingRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Milliseconds that it may take in all. */
  readonly patience: number;
  /** Bytes of the answer that are read; the rest is cut off. */
  readonly bytes: number;
  /** Hosts in private networks that may be asked all the same. */
  readonly allowed?: PrivateHosts;
  readonly lookup?: Lookup;
}

/** What was answered. */
export interface OutgoingAnswer {
  readonly status: number;
  readonly text: string;
}

/**
 * Posts to an address outside, once: no redirection is followed. The name is resolved once and judged,
 * and the address that was judged is the one connected to. Throws with the code `EPRIVATE` where it is
 * in a private network, and where nothing answers.
 */
export async function post(asked: OutgoingRequest): Promise<OutgoingAnswer> {
  const url = new URL(asked.url);
  const host = url.hostname.replace(/^\[|\]$/gu, "");
  const { allowed = [], lookup = everyAddress } = asked;
  const addresses = isIP(host) > 0 ? [host] : await lookup(host);
  const [address] = addresses;
  if (address === undefined) throw coded("ENOTFOUND", `${host} has no address`);
  if (isOffLimits({ host, addresses }, allowed))
    throw coded("EPRIVATE", `${host} is in a private network`);
  return exchange(url, { ...asked, address });
}

function exchange(
  url: URL,
  { address, headers, body, patience, bytes }: OutgoingRequest & { readonly address: string },
): Promise<OutgoingAnswer> {
  const family = isIP(address);
  const options: RequestOptions = {
    method: "POST",
    headers: { ...headers, "Content-Length": String(Buffer.byteLength(body)) },
    signal: AbortSignal.timeout(patience),
    agent: false,
    lookup: (_host, { all }, give) =>
      all === true ? give(null, [{ address, family }]) : give(null, address, family),
  };
  return new Promise((resolve, reject) => {
    const send = url.protocol === "https:" ? overTls : inTheClear;
    const asked = send(url, options, (answer) => resolve(said(answer, bytes)));
    asked.on("error", reject);
    asked.end(body);
  });
}

async function said(answer: IncomingMessage, bytes: number): Promise<OutgoingAnswer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of answer) {
    chunks.push(chunk as Buffer);
    length += (chunk as Buffer).length;
    if (length >= bytes) break;
  }
  const text = Buffer.concat(chunks).subarray(0, bytes).toString("utf8");
  return { status: answer.statusCode ?? 0, text };
}

function coded(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}
