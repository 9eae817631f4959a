import type { OpenedKey } from "../dkim/keys.ts";
import type { Resolver } from "../in/facts.ts";
import { boundedDns } from "./ask.ts";
import { checkDkim } from "./check-dkim.ts";
import { checkDmarc } from "./check-dmarc.ts";
import { checkMx } from "./check-mx.ts";
import { checkReverse } from "./check-reverse.ts";
import { checkSpf } from "./check-spf.ts";
import type { Examined, MailFinding } from "./finding.ts";

/** What is asked, and with which keys the mail is signed. */
export interface Examining {
  readonly resolver: Resolver;
  readonly keys: readonly OpenedKey[];
  /** Milliseconds for one question to the DNS. */
  readonly patience?: number;
}

/**
 * Looks at everything that decides whether a domain's mail from this installation is believed, and
 * tells at the end whether it would be. Always answers in bounded time, whatever the DNS does.
 */
export async function examineDomain(
  examined: Examined,
  { resolver, keys, patience }: Examining,
): Promise<MailFinding[]> {
  const dns = boundedDns(resolver, patience);
  const { domain, servers } = examined;
  const [dkim, spf, dmarc, mx, reverse] = await Promise.all([
    checkDkim(dns, domain, keys),
    checkSpf(dns, examined),
    checkDmarc(dns, domain),
    checkMx(dns, domain),
    checkReverse(dns, servers),
  ]);
  return [...dkim, ...spf, dmarc, mx, ...reverse, verdictOf(domain, { dkim, spf, dmarc })];
}

/**
 * DMARC passes with one of the two aligned: a signature of the domain, or of one above it unless the
 * record asks for strict alignment; or a server that the domain names itself (RFC 9989 §4.4).
 */
function verdictOf(
  domain: string,
  {
    dkim,
    spf,
    dmarc,
  }: {
    readonly dkim: readonly MailFinding[];
    readonly spf: readonly MailFinding[];
    readonly dmarc: MailFinding;
  },
): MailFinding {
  const isStrict = (dmarc.facts["strict"] ?? "").includes("adkim");
  const isSigned = dkim.some(
    ({ code, facts }) => code === "dkim-fine" && (!isStrict || facts["domain"] === domain),
  );
  const isSent = spf.length > 0 && spf.every(({ code }) => code === "spf-pass");
  const by = [isSigned ? "DKIM" : "", isSent ? "SPF" : ""].filter(Boolean).join(" + ");
  const facts = { domain, by, policy: dmarc.facts["policy"] ?? "" };
  if (by !== "") return { check: "verdict", state: "fine", code: "verdict-passes", facts };
  const isUnknown = [...dkim, ...spf].some(
    ({ code }) => code === "dns-away" || code === "spf-no-server",
  );
  return isUnknown
    ? { check: "verdict", state: "note", code: "verdict-unknown", facts }
    : { check: "verdict", state: "wrong", code: "verdict-fails", facts };
}
