import type { OpenedKey } from "./keys.ts";

/** Those that RFC 6376 §5.4.1 names, and what one click stops (RFC 8058 §4 demands both). */
const signedHeaders = [
  "From",
  "Reply-To",
  "Subject",
  "Date",
  "Message-ID",
  "To",
  "MIME-Version",
  "Content-Type",
  "Content-Transfer-Encoding",
  "Content-Language",
  "In-Reply-To",
  "References",
  "Auto-Submitted",
  "List-Unsubscribe",
  "List-Unsubscribe-Post",
].join(":");

/** The keys that sign what is from a domain: its own, else those of the nearest domain above it (RFC 9989 §4.4.1, relaxed). */
export function keysFor(keys: readonly OpenedKey[], domain: string): readonly OpenedKey[] {
  return keysAt(
    keys.filter(({ privateKey }) => privateKey !== null),
    domain,
  );
}

/** The same, with those that do not open. */
export function keysAt(keys: readonly OpenedKey[], domain: string): readonly OpenedKey[] {
  const labels = domain.toLowerCase().split(".");
  for (let from = 0; from < labels.length - 1; from += 1) {
    const above = labels.slice(from).join(".");
    const own = keys.filter((key) => key.domain === above);
    if (own.length > 0) return own;
  }
  return [];
}

/** A whole message with a signature of each key before it (RFC 6376). Throws where one cannot be made. */
export async function signed(raw: Buffer, keys: readonly OpenedKey[]): Promise<Buffer> {
  const { dkimSign } = await import("mailauth/lib/dkim/sign.js");
  const signatures = [];
  for (const { domain, selector, algorithm, privateKey } of keys) {
    const one = {
      signingDomain: domain,
      selector,
      algorithm: `${algorithm}-sha256`,
      privateKey: privateKey ?? "",
      canonicalization: "relaxed/relaxed",
      headerList: signedHeaders,
    };
    // Its types ask for the one signature beside the list of them, which alone it reads.
    const made = await dkimSign(raw, { ...one, signatureData: [one] });
    if (made.signatures === "") throw new Error(`not signed: ${JSON.stringify(made.errors)}`);
    signatures.push(Buffer.from(made.signatures));
  }
  return Buffer.concat([...signatures, raw]);
}
