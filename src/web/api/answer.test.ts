import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cameOf } from "./answer.ts";

const server = createServer((request, response) => {
  const text = JSON.stringify({ folio: "M-1", seq: 5 });
  response.writeHead(200, { "content-length": text.length });
  if (request.url === "/whole") response.end(text);
  else {
    response.write(text.slice(0, 9));
    if (request.url === "/cut") setTimeout(() => response.destroy(), 50);
  }
});
const at = (path: string): string =>
  `http://127.0.0.1:${String((server.address() as AddressInfo).port)}${path}`;

beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe("an answer", () => {
  it("is whole, or was cut off on its way", async () => {
    expect(await cameOf(await fetch(at("/whole")))).toEqual({ text: '{"folio":"M-1","seq":5}' });
    expect(await cameOf(await fetch(at("/cut")))).toBe("cut");
  });

  it("that is called off is no answer that was cut off", async () => {
    const calling = new AbortController();
    const response = await fetch(at("/waits"), { signal: calling.signal });
    const came = cameOf(response, calling.signal);
    calling.abort();
    await expect(came).rejects.toThrow(/abort/iu);
  });
});
