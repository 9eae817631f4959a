import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { post } from "./outgoing.ts";
import { arePrivateHosts, isOffLimits } from "./private-network.ts";

const asked: string[] = [];
const server = createServer((request, response) => {
  let body = "";
  request.setEncoding("utf8").on("data", (text: string) => void (body += text));
  request.on("end", () => {
    asked.push(`${request.method} ${request.url} ${request.headers.host} ${body}`);
    if (request.url === "/silent") return;
    if (request.url === "/away") response.writeHead(302, { Location: "/secret" });
    response.end(request.url === "/long" ? "x".repeat(100_000) : "bien");
  });
});
let port = 0;
beforeAll(async () => {
  await new Promise<void>((ready) => void server.listen(0, "127.0.0.1", ready));
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const wanted = { headers: {}, body: "a=1", patience: 2_000, bytes: 1_000 };
const here = { lookup: () => Promise.resolve(["127.0.0.1"]) };

describe("a request to an address that somebody gave", () => {
  it.each([
    "127.0.0.1",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "::1",
    "fd00::1",
    "fe80::1",
    "::ffff:127.0.0.1",
    "::ffff:a00:1",
  ])("never reaches a private network: %s", async (address) => {
    const lookup = (): Promise<string[]> => Promise.resolve(["203.0.113.9", address]);
    const reached = post({ ...wanted, url: "http://hooks.example.com/", lookup });
    await expect(reached).rejects.toMatchObject({ code: "EPRIVATE" });
    const literal = address.includes(":") ? `[${address}]` : address;
    await expect(post({ ...wanted, url: `http://${literal}:${port}/` })).rejects.toMatchObject({
      code: "EPRIVATE",
    });
  });

  it("connects to the very address that was judged, under the name that was given", async () => {
    const url = `http://hooks.example.com:${port}/`;
    const allowed = ["hooks.example.com"];
    expect(await post({ ...wanted, ...here, url, allowed })).toEqual({ status: 200, text: "bien" });
    expect(asked.at(-1)).toBe(`POST / hooks.example.com:${port} a=1`);
  });

  it("follows no redirection, reads no more than is wanted, and does not wait for ever", async () => {
    const url = (path: string): string => `http://127.0.0.1:${port}${path}`;
    const allowed = ["127.0.0.0/8"];
    expect(await post({ ...wanted, url: url("/away"), allowed })).toMatchObject({ status: 302 });
    expect(asked.some((one) => one.includes("/secret"))).toBe(false);
    expect((await post({ ...wanted, url: url("/long"), allowed })).text).toHaveLength(1_000);
    await expect(
      post({ ...wanted, url: url("/silent"), allowed, patience: 100 }),
    ).rejects.toThrow();
  });
});

describe("hosts in private networks that are allowed", () => {
  it("are names, addresses and ranges", () => {
    expect(arePrivateHosts(["mail.lan", "10.0.0.5", "10.0.0.0/8", "fd00::/8", "*"])).toBe(true);
    expect(arePrivateHosts(["10.0.0.0/40"])).toBe(false);
    expect(arePrivateHosts(["no es un nombre"])).toBe(false);
  });

  it("open no other", () => {
    const off = (host: string, address: string, ...allowed: string[]): boolean =>
      isOffLimits({ host, addresses: [address] }, allowed);
    expect(off("mail.lan", "10.0.0.5", "mail.lan")).toBe(false);
    expect(off("other.lan", "10.0.0.5", "mail.lan")).toBe(true);
    expect(off("other.lan", "10.0.0.5", "10.0.0.0/24")).toBe(false);
    expect(off("other.lan", "10.0.1.5", "10.0.0.0/24")).toBe(true);
    expect(off("mail.example.com", "203.0.113.9")).toBe(false);
  });
});
