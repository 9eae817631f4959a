import { generateKeyPairSync } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { dkimSign } from "mailauth/lib/dkim/sign.js";
import { describe, expect, it, test } from "vitest";
import { z } from "zod";
import type { Facts, KnownTicket } from "./facts.ts";
import { readMail } from "./read-mail.ts";
import type { MailReading } from "./reading.ts";

// Every message of the corpus has beside it what must be made of it, written by hand. The DNS is this
// table, and keys are made here: nothing is asked of the network.

const FOLDER = join(import.meta.dirname, "../../../../test/fixtures/mail");

const Case = z.strictObject({
  about: z.string(),
  expect: z.record(z.string(), z.unknown()),
  arrival: z
    .strictObject({
      ip: z.string(),
      helo: z.string(),
      sender: z.string(),
      recipients: z.array(z.string()),
    })
    .optional(),
  /** The domain whose key signs it. */
  sign: z.string().optional(),
  /** Whether it is altered after it was signed. */
  alter: z.boolean().optional(),
});

const { privateKey, publicKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "der" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});
const key = `v=DKIM1; k=rsa; p=${publicKey.toString("base64")}`;

const zone: Readonly<Record<string, string>> = {
  "_dmarc.banco.example.org": "v=DMARC1; p=reject",
  "_dmarc.laxa.example.net": "v=DMARC1; p=none",
  "_dmarc.firmado.example.net": "v=DMARC1; p=quarantine",
  "firmado.example.net": "v=spf1 ip4:192.0.2.10 -all",
  "prueba._domainkey.firmado.example.net": key,
  "prueba._domainkey.hib2b.example.com": key,
  "prueba._domainkey.ajeno.example.org": key,
};

const ours: KnownTicket = {
  folio: "HD-165",
  participants: ["ana@cliente.example.com", "ana@laxa.example.net", "agente@hib2b.example.com"],
};

const facts: Facts = {
  now: Date.parse("2026-11-20T16:00:00Z"),
  desk: "hib2b",
  mailboxes: ["soporte@hib2b.example.com"],
  mailDomain: "hib2b.example.com",
  folios: ["HD-{n}"],
  secret: Buffer.alloc(32, 7),
  register: {
    standing: (address) => {
      const known = { "agente@hib2b.example.com": "agent", "ana@cliente.example.com": "contact" };
      return Promise.resolve((known as Record<string, "agent" | "contact">)[address] ?? "unknown");
    },
    sent: (id) =>
      Promise.resolve(
        id === "<3f0c2a9e-6a51-4c1b-9a7e-2f4f7f0b1c11@hib2b.example.com>" ? ours : null,
      ),
    ticket: (folio) => Promise.resolve(folio === ours.folio ? ours : null),
  },
  resolver: (name, type) => {
    const found = type === "TXT" ? zone[name] : undefined;
    return found === undefined
      ? Promise.reject(Object.assign(new Error(`no ${type} of ${name}`), { code: "ENOTFOUND" }))
      : Promise.resolve([[found]]);
  },
  arrival: null,
};

const names = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".eml"))
  .map((name) => name.slice(0, -".eml".length));

function caseOf(name: string): z.infer<typeof Case> {
  return Case.parse(JSON.parse(readFileSync(join(FOLDER, `${name}.json`), "utf8")));
}

async function messageOf(name: string): Promise<Buffer> {
  const { sign, alter } = caseOf(name);
  const bytes = readFileSync(join(FOLDER, `${name}.eml`));
  if (sign === undefined) return bytes;
  const signer = { signingDomain: sign, selector: "prueba", privateKey };
  const { signatures, errors } = await dkimSign(bytes, {
    ...signer,
    signatureData: [signer],
  });
  expect(errors ?? []).toEqual([]);
  const signed = Buffer.concat([Buffer.from(signatures), bytes]);
  return alter === true
    ? Buffer.from(signed.toString("utf8").replace("Firmado.", "Alterado."))
    : signed;
}

describe("the corpus of mails", () => {
  it("has at least sixty messages, each with what must be made of it, and nothing else", () => {
    expect(names.length).toBeGreaterThanOrEqual(60);
    expect(readdirSync(FOLDER).length).toBe(2 * names.length);
  });

  test.each(names)("%s", async (name) => {
    const { arrival = null, expect: expected } = caseOf(name);
    const bytes = await messageOf(name);
    const reading: MailReading = await readMail(bytes, { ...facts, arrival });
    expect(reading).toMatchObject(expected);
    if ((expected["why"] ?? null) === null && expected["classification"] === "request")
      expect(reading.why).toEqual([]);
    // Nothing is lost by a cut: every line of the parts stands in the whole.
    for (const line of `${reading.text}\n${reading.quoted}\n${reading.signature}`.split("\n"))
      expect(reading.whole).toContain(line.trim());
  });
});
