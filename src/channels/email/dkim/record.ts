import type { SigningKey } from "./keys.ts";

/** A record of the DNS, as somebody puts it there. */
export interface DnsRecord {
  readonly name: string;
  readonly text: string;
}

/** The TXT record that tells a key to the world (RFC 6376 §3.6.1). */
export function keyRecord({ domain, selector, algorithm, publicKey }: SigningKey): DnsRecord {
  return {
    name: `${selector}._domainkey.${domain}`,
    text: `v=DKIM1; k=${algorithm}; p=${publicKey}`,
  };
}

/** The same as a line of a zone file: its strings have at most 255 bytes (RFC 1035 §3.3.14). */
export function zoneLine({ name, text }: DnsRecord): string {
  const strings = text.match(/.{1,250}/gu) ?? [];
  return `${name}. IN TXT ( ${strings.map((each) => `"${each}"`).join(" ")} )`;
}
