import { mkdtemp, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { authenticate } from "mailauth";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mailServer } from "../../../../test/kit/mail-server.ts";
import type { MailServer } from "../../../../test/kit/mail-server.ts";
import type { OutgoingMail } from "../../../desk/effects.ts";
import { patience, smtpMail } from "../send.ts";
import { dropKey, makeKey, readKeys } from "./keys.ts";
import { isDomain, isSelector } from "./names.ts";
import { keyRecord, zoneLine } from "./record.ts";
import { keysFor } from "./sign.ts";

const secret = new Uint8Array(32).fill(3);
let folder: string;
let smtp: MailServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plazo-keys-"));
  smtp = await mailServer();
});
afterAll(async () => {
  await smtp.close();
  await rm(folder, { recursive: true, force: true });
});

const domain = "mesa.example.com";

const mail: OutgoingMail = {
  to: "cliente@example.org",
  from: '"Mesa de ayuda ñandú" <ayuda@mesa.example.com>',
  replyTo: "ayuda+abc@mesa.example.com",
  subject: "HD-1: recibimos su solicitud ñ",
  text: "Hola\n.\nFrom aquí\n" + "á".repeat(3_000),
  html: "<p>Hola ñ</p>",
  messageId: "<one@mesa.example.com>",
  inReplyTo: "<zero@mesa.example.com>",
  references: ["<hib2b.1@mesa.example.com>", "<zero@mesa.example.com>"],
  automatic: true,
  language: "es",
  at: Date.parse("2026-11-20T23:00:00Z"),
};

/** A DNS in this process: the records of the keys and of DMARC, and nothing else. */
const resolver = async (name: string, type: string): Promise<string[][]> => {
  const keys = await readKeys(folder, secret);
  const record = keys.map(keyRecord).find((each) => each.name === name);
  if (type === "TXT" && record !== undefined) return [record.text.match(/.{1,250}/gu) ?? []];
  if (type === "TXT" && name === `_dmarc.${domain}`) return [["v=DMARC1; p=reject"]];
  throw Object.assign(new Error("none"), { code: "ENOTFOUND" });
};

async function leaves(differs: Partial<OutgoingMail> = {}): Promise<string> {
  const signing = { keys: () => readKeys(folder, secret) };
  const sent = await smtpMail(smtp.url, patience, signing).send({ ...mail, ...differs });
  expect(sent).toMatchObject({ delivery: "sent" });
  return smtp.arrived.at(-1)?.raw ?? "";
}

const proven = (raw: string) =>
  authenticate(raw, { resolver, disableArc: true, disableBimi: true, mta: "test" });

const results = async (raw: string): Promise<string[]> =>
  ((await proven(raw)).dkim.results ?? []).map(({ status }) => status.result);

describe("mail that is signed", () => {
  it("leaves unsigned while its domain has no key", async () => {
    expect(await leaves()).not.toMatch(/^dkim-signature:/imu);
  });

  it("is proven by RSA and by Ed25519, and passes DMARC by that alone", async () => {
    await makeKey(folder, secret, { domain, selector: "plazo", algorithm: "rsa" });
    await makeKey(folder, secret, { domain, selector: "plazo-ed", algorithm: "ed25519" });
    const raw = await leaves();
    expect(await results(raw)).toEqual(["pass", "pass"]);
    const { dmarc } = await proven(raw);
    expect(dmarc === false ? "" : dmarc.status.result).toBe("pass");
    expect(raw).toMatch(/^message-id: <one@mesa\.example\.com>/imu);
    expect(raw).toMatch(/^in-reply-to: <zero@mesa\.example\.com>/imu);
  });

  it("is not proven once a word of it, its sender or where its answers go is another", async () => {
    const raw = await leaves();
    for (const [from, to] of [
      ["Hola", "Pago"],
      ["ayuda+abc@mesa", "ayuda+abd@mesa"],
      ["<zero@", "<uno@"],
      ["Auto-Submitted: auto-generated", "Auto-Submitted: no"],
    ] as const) {
      const changed = raw.replace(from, to);
      expect(changed).not.toBe(raw);
      expect(await results(changed)).not.toContain("pass");
    }
  });

  it("signs the headers by which one click stops a digest (RFC 8058 §4)", async () => {
    const raw = await leaves({ stop: "https://plazo.example.com/d/hib2b/f/x" });
    const [, list = ""] = /\bh=([^;]+);/u.exec(raw.replace(/\r\n\s+/gu, "")) ?? [];
    const headers = list
      .toLowerCase()
      .split(":")
      .map((name) => name.trim());
    for (const name of ["from", "reply-to", "list-unsubscribe", "list-unsubscribe-post"])
      expect(headers).toContain(name);
    expect(await results(raw)).toEqual(["pass", "pass"]);
  });

  it("of another domain, or one that only ends alike, is signed by no key of this one", async () => {
    const keys = await readKeys(folder, secret);
    expect(keysFor(keys, "otra.example.com")).toEqual([]);
    expect(keysFor(keys, "amesa.example.com")).toEqual([]);
    expect(keysFor(keys, "example.com")).toEqual([]);
    expect(keysFor(keys, "correo.mesa.example.com")).toHaveLength(2);
  });
});

describe("a key", () => {
  it("is kept for its owner alone, and no word of its private part stands in the file", async () => {
    for (const name of await readdir(folder)) {
      const file = join(folder, name);
      expect((await stat(file)).mode & 0o777).toBe(0o600);
      expect(await readFile(file, "utf8")).not.toMatch(/PRIVATE|MII[EC][vw]/u);
    }
    expect(
      (await readKeys(folder, secret)).every(({ privateKey }) =>
        privateKey?.includes("PRIVATE KEY"),
      ),
    ).toBe(true);
  });

  it("is the same when it is asked for again, and by two at once", async () => {
    const wanted = { domain, selector: "plazo", algorithm: "rsa" } as const;
    const first = await makeKey(folder, secret, wanted);
    expect(first.isNew).toBe(false);
    expect(await makeKey(folder, secret, wanted)).toEqual(first);
  });

  it("opens with the installation's secret alone, and under its own name alone; what does not open signs nothing", async () => {
    const other = await readKeys(folder, new Uint8Array(32).fill(4));
    expect(other.map(({ privateKey }) => privateKey)).toEqual([null, null]);
    expect(keysFor(other, domain)).toEqual([]);
    const [name = ""] = await readdir(folder);
    const text = await readFile(join(folder, name), "utf8");
    const moved = join(folder, "evil.example.com plazo.json");
    await writeFile(moved, text.replaceAll(domain, "evil.example.com"));
    const evil = (await readKeys(folder, secret)).find((key) => key.domain === "evil.example.com");
    expect(evil?.privateKey).toBeNull();
    await rm(moved);
  });

  it("in a file that is none is passed over", async () => {
    const broken = join(folder, "roto.example.com x.json");
    for (const text of ["", "{", "[]", '{"domain":1}']) {
      await writeFile(broken, text);
      expect(await readKeys(folder, secret)).toHaveLength(2);
    }
    await rm(broken);
    expect(await readKeys(join(folder, "no"), secret)).toEqual([]);
  });

  it("is told to the DNS in strings of at most 255 bytes", async () => {
    const [key] = await readKeys(folder, secret);
    if (key === undefined) throw new Error("there is one");
    const line = zoneLine(keyRecord(key));
    expect(line).toMatch(/^plazo-ed\._domainkey\.mesa\.example\.com\. IN TXT|^plazo\._domainkey/u);
    for (const [, string = ""] of line.matchAll(/"([^"]*)"/gu))
      expect(string.length).toBeLessThan(256);
  });

  it("signs no more once it is taken away", async () => {
    expect(await dropKey(folder, { domain, selector: "plazo-ed" })).toBe(true);
    expect(await dropKey(folder, { domain, selector: "plazo-ed" })).toBe(false);
    expect(await results(await leaves())).toEqual(["pass"]);
  });

  it("has a name that leads nowhere else in the disk", async () => {
    for (const name of [
      "../x.example.com",
      "a/b.example.com",
      "example",
      "exa mple.com",
      ".com",
      "x..com",
      "-a.com",
      "1.2.3.4",
    ])
      expect(isDomain(name)).toBe(false);
    for (const name of ["../x", "a/b", "", ".", "a..b", "-a"]) expect(isSelector(name)).toBe(false);
    await expect(
      makeKey(folder, secret, { domain: "../../etc", selector: "x", algorithm: "rsa" }),
    ).rejects.toThrow("not the name");
  });
});
