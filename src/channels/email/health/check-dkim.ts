import { keyRecord } from "../dkim/record.ts";
import { keysAt } from "../dkim/sign.ts";
import type { OpenedKey } from "../dkim/keys.ts";
import type { Asking } from "./ask.ts";
import type { MailFinding } from "./finding.ts";

/** Whether each key that signs this domain's mail is told to the world as it is (RFC 6376 §3.6). */
export async function checkDkim(
  dns: Asking,
  domain: string,
  keys: readonly OpenedKey[],
): Promise<MailFinding[]> {
  const own = keysAt(keys, domain);
  if (own.length === 0)
    return [{ check: "dkim", state: "note", code: "dkim-no-key", facts: { domain } }];
  return Promise.all(own.map((key) => checkKey(dns, key)));
}

async function checkKey(dns: Asking, key: OpenedKey): Promise<MailFinding> {
  const { name, text } = keyRecord(key);
  const facts = { domain: key.domain, selector: key.selector, name, record: text };
  const found = (state: MailFinding["state"], code: MailFinding["code"]): MailFinding => {
    return { check: "dkim", state, code, facts };
  };
  if (key.privateKey === null) return found("wrong", "dkim-secret");
  const answer = await dns.ask(name, "TXT");
  if (answer.is === "away") return found("note", "dns-away");
  if (answer.is === "none") return found("wrong", "dkim-no-record");
  const isTold = answer.texts.some((each) => publicKeyIn(each) === key.publicKey);
  return isTold ? found("fine", "dkim-fine") : found("wrong", "dkim-other-record");
}

function publicKeyIn(record: string): string | null {
  return /(?:^|;)\s*p\s*=([^;]*)/u.exec(record)?.[1]?.replace(/\s/gu, "") ?? null;
}
