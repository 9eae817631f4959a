import { createPrivateKey, createPublicKey, generateKeyPair } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { isDomain, isSelector } from "./names.ts";
import { seal, unseal } from "../../../desk/sealed.ts";
import type { Sealing } from "../../../desk/sealed.ts";
import { settle } from "../../../store/settle.ts";

/** RSA of 2,048 bits is read by every server (RFC 8301 §3.2), Ed25519 by newer ones (RFC 8463). */
export type KeyAlgorithm = "rsa" | "ed25519";

/** A key that signs the mail of a domain (RFC 6376 §3.1), without what is secret of it. */
export interface SigningKey {
  readonly domain: string;
  readonly selector: string;
  readonly algorithm: KeyAlgorithm;
  /** As the DNS record tells it: base64 of the key (RFC 6376 §3.6.1, RFC 8463 §4). */
  readonly publicKey: string;
}

/** The same with its private key as PEM; null where the installation's secret is another one now. */
export interface OpenedKey extends SigningKey {
  readonly privateKey: string | null;
}

const kept = z.strictObject({
  domain: z.string(),
  selector: z.string(),
  algorithm: z.enum(["rsa", "ed25519"]),
  publicKey: z.string(),
  sealed: z.base64(),
});

const make = promisify(generateKeyPair);

/**
 * Makes a key and keeps it in `folder`, readable by its owner alone, its private part sealed with the
 * installation's secret. The same domain and selector again gives the key that is there.
 */
export async function makeKey(
  folder: string,
  secret: Uint8Array,
  wanted: Pick<SigningKey, "domain" | "selector" | "algorithm">,
): Promise<{ readonly key: SigningKey; readonly isNew: boolean }> {
  const { domain, selector, algorithm } = wanted;
  const file = fileOf(folder, wanted);
  const there = await readKey(file, secret);
  if (there !== null) return { key: withoutSecret(there), isNew: false };
  const { privateKey } =
    algorithm === "rsa" ? await make("rsa", { modulusLength: 2048 }) : await make("ed25519", {});
  const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  const publicKey = publicOf(pem, algorithm);
  const sealed = seal(Buffer.from(pem), sealingOf(secret, wanted)).toString("base64");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const text = JSON.stringify({ domain, selector, algorithm, publicKey, sealed });
  // "wx": of two that make it at once one wins, and no key is written over.
  await writeFile(file, text, { mode: 0o600, flag: "wx" });
  return { key: { domain, selector, algorithm, publicKey }, isNew: true };
}

/** Takes a key away: nothing is signed with it any more; gives whether it was there. */
export async function dropKey(
  folder: string,
  key: Pick<SigningKey, "domain" | "selector">,
): Promise<boolean> {
  return "value" in (await settle(rm(fileOf(folder, key))));
}

/** Every key of the installation, in the order of their names; a file that is none is passed over. */
export async function readKeys(folder: string, secret: Uint8Array): Promise<OpenedKey[]> {
  const listed = await settle(readdir(folder));
  const names = "value" in listed ? listed.value.filter((name) => name.endsWith(".json")) : [];
  const keys = await Promise.all(
    names.toSorted().map((name) => readKey(join(folder, name), secret)),
  );
  return keys.filter((key) => key !== null);
}

/** Where keys stand beside the database. */
export function keyFolder(dataFolder: string): string {
  return join(dataFolder, "mail-keys");
}

async function readKey(file: string, secret: Uint8Array): Promise<OpenedKey | null> {
  const read = await settle(readFile(file, "utf8"));
  if (!("value" in read)) return null;
  const json = await settle(Promise.resolve(read.value).then((text): unknown => JSON.parse(text)));
  const parsed = kept.safeParse("value" in json ? json.value : null);
  if (!parsed.success) return null;
  const { sealed, ...key } = parsed.data;
  const opened = await settle(
    Promise.resolve(Buffer.from(sealed, "base64")).then((bytes) =>
      unseal(bytes, sealingOf(secret, key)),
    ),
  );
  return { ...key, privateKey: "value" in opened ? opened.value.toString() : null };
}

function publicOf(pem: string, algorithm: KeyAlgorithm): string {
  const key = createPublicKey(createPrivateKey(pem));
  const der = key.export({ type: "spki", format: "der" });
  // RFC 8463 §4: of Ed25519 the 32 bytes alone, which are the last of the structure.
  return (algorithm === "rsa" ? der : der.subarray(-32)).toString("base64");
}

function fileOf(
  folder: string,
  { domain, selector }: Pick<SigningKey, "domain" | "selector">,
): string {
  if (!isDomain(domain) || !isSelector(selector)) throw new TypeError("not the name of a key");
  return join(folder, `${domain} ${selector}.json`);
}

function sealingOf(
  secret: Uint8Array,
  { domain, selector }: Pick<SigningKey, "domain" | "selector">,
): Sealing {
  return { secret, purpose: "mail key", of: `${domain} ${selector}` };
}

function withoutSecret({ domain, selector, algorithm, publicKey }: OpenedKey): SigningKey {
  return { domain, selector, algorithm, publicKey };
}
