import { once } from "node:events";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { replyAddress } from "../../channels/email/reply-address.ts";
import { runMailRead } from "./run-mail-read.ts";

const ROOT = join(import.meta.dirname, "../../..");
const CORPUS = join(ROOT, "test/fixtures/mail");
const SECRET = "07".repeat(32);

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "plazo-mail-"));
  mkdirSync(join(folder, "box/inner"), { recursive: true });
  copyFileSync(join(CORPUS, "plain-request.eml"), join(folder, "box/a.eml"));
  copyFileSync(join(CORPUS, "bounce-postfix.eml"), join(folder, "box/inner/b.eml"));
  writeFileSync(join(folder, "box/picture.png"), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 255, 13]));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runMailRead({
    args,
    cwd: folder,
    root: ROOT,
    language: "en",
    environment: { PLAZO_SECRET: SECRET, PLAZO_DATA: join(folder, "data") },
    io: { out: (line) => void out.push(line), err: (line) => void err.push(line) },
    pid: 1,
    version: "26.0.0",
    stopped: new Promise(() => undefined),
  });
  return { code, out, err, json: () => JSON.parse(out.join("\n")) as Record<string, unknown> };
}

describe("plazo mail read", () => {
  it("prints one message in words", async () => {
    const { code, out } = await run(join(CORPUS, "forwarded-invoice.eml"));
    expect(code).toBe(0);
    const text = out.join("\n");
    expect(text).toContain("forwarded-invoice.eml: request");
    expect(text).toContain("From: Ana Pérez <ana@cliente.example.com>");
    expect(text).toContain("A77.xml  text/xml");
    expect(text).toContain("Reenvío la factura que no entra.");
  });

  it("prints one message as JSON, its files counted and not printed", async () => {
    const { json } = await run(join(CORPUS, "only-attachment.eml"), "--json");
    expect(json()).toMatchObject({
      classification: "request",
      sender: { address: "ana@cliente.example.com", standing: null },
      authenticated: { verdict: "unchecked" },
      attachments: [{ name: "constancia.pdf", bytes: 45 }],
    });
    expect(JSON.stringify(json())).not.toContain('"content"');
  });

  it("accounts for every file under a folder, in words and as JSON", async () => {
    const { code, out } = await run("box");
    expect(code).toBe(0);
    expect(out.slice(0, 3).map((line) => line.split(" · ")[0])).toEqual([
      "a.eml: request",
      "inner/b.eml: bounce",
      "picture.png: quarantine",
    ]);
    expect(out.at(-1)).toBe("3 files: 3 read, 0 that could not be opened");
    expect((await run("box", "--json")).json()).toMatchObject({
      total: 3,
      totals: { request: 1, bounce: 1, quarantine: 1 },
      unreadable: 0,
    });
  });

  it("names what cannot be opened, opens no socket, goes on, and ends with 1", async () => {
    const broken = join(folder, "broken");
    mkdirSync(broken);
    copyFileSync(join(CORPUS, "plain-request.eml"), join(broken, "a.eml"));
    symlinkSync(join(folder, "nowhere"), join(broken, "dangling.eml"));
    symlinkSync(broken, join(broken, "round"));
    const socket = createServer().listen(join(broken, "socket"));
    await once(socket, "listening");
    const { code, json } = await run("broken", "--json");
    socket.close();
    expect(code).toBe(1);
    expect(json()).toMatchObject({ total: 4, totals: { request: 1 }, unreadable: 3 });
  });

  it("reads every message of the corpus", async () => {
    const { code, json } = await run(CORPUS, "--json");
    expect(code).toBe(0);
    expect(json()).toMatchObject({ total: readdirSync(CORPUS).length, unreadable: 0 });
  });

  it("verifies a signed reply address where the desk is said, and claims no register", async () => {
    const to = replyAddress(Buffer.from(SECRET, "hex"), "soporte@hib2b.example.com", {
      desk: "hib2b",
      number: 12,
      expires: Date.now() + 86_400_000,
    });
    writeFileSync(
      join(folder, "r.eml"),
      `From: x@y.example.com\nTo: ${to}\nSubject: Re: HD-7\n\nhola\n`,
    );
    expect((await run("r.eml", "--json", "--desk", "hib2b")).json()).toMatchObject({
      classification: "reply",
      threadClaim: { by: "reply-address", folio: "HD-12", joins: true },
      hints: [{ by: "folio", folio: "HD-7", worth: "not-verified" }],
    });
    expect((await run("r.eml", "--json")).json()).toMatchObject({
      classification: "request",
      threadClaim: { by: "reply-address", joins: false, worth: "not-verified" },
    });
  });

  it("refuses a path, an option and a desk that are not there, with 2", async () => {
    expect((await run("nowhere.eml")).code).toBe(2);
    expect((await run("box", "--loud")).code).toBe(2);
    expect((await run()).code).toBe(2);
    const { code, err } = await run("box", "--desk", "nobody");
    expect(code).toBe(2);
    expect(err.join("\n")).toContain("hib2b");
  });

  it("shows nothing that a terminal would obey", async () => {
    writeFileSync(
      join(folder, "t.eml"),
      "From: x@y.example.com\nSubject: a\u{1B}[31mb\n\nuno\u{1B}]0;dos\u{7}\n",
    );
    const { out } = await run("t.eml");
    expect(out.join("\n")).not.toMatch(/\p{Cc}(?<!\n)/u);
  });
});
