import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeKey, readKeys } from "../../channels/email/dkim/keys.ts";
import type { OpenedKey } from "../../channels/email/dkim/keys.ts";
import { keyRecord } from "../../channels/email/dkim/record.ts";
import { reverseName } from "../../channels/email/health/check-reverse.ts";
import type { Resolver } from "../../channels/email/in/facts.ts";
import { mailDoctorWords } from "../../words/cli/mail-doctor.ts";
import { mailDoctor } from "./mail-doctor.ts";

const secret = new Uint8Array(32).fill(9);
const domain = "mesa.example.com";
const server = "192.0.2.25";
let folder: string;
let keys: readonly OpenedKey[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plazo-doctor-"));
  await makeKey(folder, secret, { domain, selector: "plazo", algorithm: "ed25519" });
  keys = await readKeys(folder, secret);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

type Zone = Readonly<Record<string, unknown>>;

/** A domain where everything is as it should be. */
const sound = (): Record<string, unknown> => {
  const [key] = keys;
  const record = key === undefined ? { name: "", text: "" } : keyRecord(key);
  return {
    [`TXT ${record.name}`]: [[record.text]],
    [`TXT ${domain}`]: [["unrelated"], [`v=spf1 ip4:${server} -all`]],
    [`TXT _dmarc.${domain}`]: [["v=DMARC1; p=reject"]],
    [`MX ${domain}`]: [{ exchange: "mx.mesa.example.com", priority: 10 }],
    "PTR 25.2.0.192.in-addr.arpa": ["mx.mesa.example.com"],
    "A mx.mesa.example.com": [server],
  };
};

const dnsOf =
  (zone: Zone): Resolver =>
  (name, type) => {
    const answer = zone[`${type} ${name}`];
    if (answer === undefined)
      return Promise.reject(Object.assign(new Error("none"), { code: "ENOTFOUND" }));
    if (answer === "away")
      return Promise.reject(Object.assign(new Error("away"), { code: "ESERVFAIL" }));
    return Promise.resolve(answer as string[]);
  };

interface Told {
  readonly exit: number;
  readonly passes: boolean | null;
  readonly codes: readonly string[];
  readonly words: readonly string[];
}

interface Differs {
  readonly servers?: readonly string[];
  readonly keys?: readonly OpenedKey[];
  readonly language?: "es" | "en";
  readonly domain?: string;
}

async function told(resolver: Resolver, differs: Differs = {}): Promise<Told> {
  const lines: string[] = [];
  const io = { out: (line: string) => void lines.push(line), err: () => undefined };
  const { servers = [server], language = "es" } = differs;
  const exit = await mailDoctor(
    { domain: differs.domain ?? domain, sender: null, servers, json: true, language },
    { resolver, keys: differs.keys ?? keys, patience: 50 },
    io,
  );
  const { passes, findings } = JSON.parse(lines[0] ?? "") as {
    passes: boolean | null;
    findings: { code: string; words: string }[];
  };
  return {
    exit,
    passes,
    codes: findings.map(({ code }) => code),
    words: findings.map(({ words }) => words),
  };
}

const zoned = (differs: Zone): Resolver => dnsOf({ ...sound(), ...differs });

describe("the doctor of mail", () => {
  it("finds nothing wrong where nothing is", async () => {
    expect(await told(zoned({}))).toMatchObject({
      exit: 0,
      passes: true,
      codes: ["dkim-fine", "spf-pass", "dmarc-fine", "mx-fine", "reverse-fine", "verdict-passes"],
    });
  });

  const spf = `TXT ${domain}`;
  const dmarc = `TXT _dmarc.${domain}`;
  const dkim = "TXT plazo._domainkey.mesa.example.com";
  it.each<[string, Zone, string]>([
    ["a key that is not published", { [dkim]: undefined }, "dkim-no-record"],
    ["another key under its name", { [dkim]: [["v=DKIM1; p=AAAA"]] }, "dkim-other-record"],
    ["no SPF", { [spf]: [["hola"]] }, "spf-none"],
    ["two SPF records", { [spf]: [["v=spf1 -all"], ["v=spf1 ~all"]] }, "spf-several"],
    ["SPF of another server", { [spf]: [["v=spf1 ip4:203.0.113.9 -all"]] }, "spf-fail"],
    ["SPF that decides nothing", { [spf]: [["v=spf1 ?all"]] }, "spf-unclear"],
    ["SPF that lets anybody", { [spf]: [["v=spf1 +all"]] }, "spf-everybody"],
    [
      "SPF that cannot be read",
      { [spf]: [["v=spf1 include:nada.example.com -all"]] },
      "spf-broken",
    ],
    ["no DMARC", { [dmarc]: undefined }, "dmarc-none"],
    [
      "two DMARC records",
      { [dmarc]: [["v=DMARC1; p=none"], ["v=DMARC1; p=reject"]] },
      "dmarc-several",
    ],
    [
      "DMARC without a policy",
      { [dmarc]: [["v=DMARC1; rua=mailto:x@example.com"]] },
      "dmarc-broken",
    ],
    ["DMARC that only watches", { [dmarc]: [["v=DMARC1; p=none"]] }, "dmarc-watching"],
    ["no MX", { [`MX ${domain}`]: undefined }, "mx-none"],
    ["a null MX", { [`MX ${domain}`]: [{ exchange: "", priority: 0 }] }, "mx-null"],
    ["no reverse name", { "PTR 25.2.0.192.in-addr.arpa": undefined }, "reverse-none"],
    ["a reverse name of another", { "A mx.mesa.example.com": ["192.0.2.99"] }, "reverse-other"],
    ["a DNS that is away", { [dmarc]: "away" }, "dns-away"],
  ])("tells of %s, and how to mend it", async (_name, differs, code) => {
    const found = await told(zoned(differs));
    expect(found.codes).toContain(code);
    expect(found.passes).toBe(true);
    for (const language of ["es", "en"] as const) {
      const { words } = await told(zoned(differs), { language });
      expect(words.join()).not.toMatch(/undefined|\{|\bdmarc-|\bspf-|\bdkim-no/u);
    }
  });

  it("says that mail fails where neither a signature nor the server proves it, and what becomes of it", async () => {
    const found = await told(zoned({ [spf]: [["v=spf1 -all"]] }), { keys: [] });
    expect(found).toMatchObject({ exit: 1, passes: false });
    expect(found.words.at(-1)).toContain("no llegará");
  });

  it("looks for DMARC above the domain, and takes strict alignment at its word", async () => {
    const above = zoned({
      [dmarc]: undefined,
      "TXT _dmarc.example.com": [["v=DMARC1; p=reject; sp=quarantine"]],
    });
    expect((await told(above)).words.join()).toContain("_dmarc.example.com pide quarantine");
    const [key] = keys;
    if (key === undefined) throw new Error("there is one");
    const parent = {
      ...sound(),
      "TXT _dmarc.correo.mesa.example.com": [["v=DMARC1; p=reject; adkim=s"]],
    };
    const below = await told(dnsOf(parent), { domain: "correo.mesa.example.com" });
    expect(below.codes).toContain("dkim-fine");
    expect(below.passes).toBe(false);
  });

  it("says that it does not know, where it does not", async () => {
    expect(await told(zoned({}), { servers: [], keys: [] })).toMatchObject({ passes: null });
    const nobody = await told(() => new Promise(() => undefined));
    expect(nobody.passes).toBeNull();
  });

  it("tells of a key that does not open any more", async () => {
    const closed = await readKeys(folder, new Uint8Array(32));
    expect((await told(zoned({}), { keys: closed })).codes).toContain("dkim-secret");
  });

  it("answers in time and in words whatever the DNS answers, or does not", async () => {
    const answer = fc.oneof(
      fc.anything({ maxDepth: 3 }),
      fc.array(fc.array(fc.string({ unit: "binary" }))),
      fc.constantFrom(
        [["v=spf1 include:mesa.example.com redirect=mesa.example.com"]],
        [["v=spf1 ".padEnd(9_000, "a:x ")]],
        [["v=spf1 exists:%{i}.%{l}.%{d} mx ptr -all"]],
        [["v=DMARC1; p=".padEnd(20_000, ";=")]],
        [["v=DKIM1; p=;;;p=\u001B[31m"]],
        "away",
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(answer), fc.nat(5), async (answers, mode) => {
        const began = performance.now();
        const resolver: Resolver = () => {
          const next = answers.next().value as unknown;
          if (mode === 0) throw next;
          if (mode === 1) return Promise.reject(next);
          return Promise.resolve(next as string[]);
        };
        const found = await told(resolver, { servers: [server, "2001:db8::25"] });
        expect(found.codes.at(-1)).toMatch(/^verdict-/u);
        expect(found.words.join("")).not.toMatch(/\p{Cc}/u);
        expect(performance.now() - began).toBeLessThan(5_000);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it("has the same findings in both languages", () => {
    const [es, en] = (["es", "en"] as const).map((language) => mailDoctorWords(language));
    expect(Object.keys(es?.findings ?? {})).toEqual(Object.keys(en?.findings ?? {}));
  });
});

describe("a reverse name", () => {
  it("is that of RFC 1035 and RFC 3596", () => {
    expect(reverseName("192.0.2.25")).toBe("25.2.0.192.in-addr.arpa");
    expect(reverseName("2001:db8::567:89ab")).toBe(
      "b.a.9.8.7.6.5.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa",
    );
  });
});
