import { setTimeout as sleep } from "node:timers/promises";
import { settle } from "../../../store/settle.ts";
import type { Facts } from "./facts.ts";
import type { Mail } from "./mail.ts";
import { headersOf } from "./mime/read-headers.ts";
import type { Authentication } from "./reading.ts";

/** Nobody was asked. */
export const unchecked: Authentication = {
  verdict: "unchecked",
  dkim: "none",
  spf: "none",
  dmarc: "none",
  policy: null,
};

const temporary: Authentication = { ...unchecked, verdict: "temporary", dmarc: "temperror" };

/**
 * Whether the address in From is proven: DKIM (RFC 6376), SPF (RFC 7208, where it is known how the
 * message came) and DMARC (RFC 9989), by the resolver that is passed in. What Authentication-Results
 * says in the message is never read: anybody can write it. Within a bounded time; a message with more
 * signatures, or lines of headers, than are verified is not verified at all.
 */
export async function authenticate(
  mail: Mail,
  { resolver, arrival }: Pick<Facts, "resolver" | "arrival">,
): Promise<Authentication> {
  if (resolver === null) return unchecked;
  if (
    headersOf(mail.headers, "dkim-signature").length > mail.limits.signatures ||
    headerLines(mail) > mail.limits.headerLines
  )
    return { ...unchecked, verdict: "none", dkim: "permerror" };
  const { authenticate: verify } = await import("mailauth");
  const waiting = new AbortController();
  const late = settle(sleep(mail.limits.asking, undefined, { signal: waiting.signal }));
  const asked = settle(
    verify(mail.raw, {
      resolver,
      disableArc: true,
      disableBimi: true,
      mta: "plazo",
      ...(arrival === null ? {} : { ip: arrival.ip, helo: arrival.helo, sender: arrival.sender }),
    }),
  );
  const answer = await Promise.race([asked, late.then(() => null)]);
  waiting.abort();
  return answer === null || "fault" in answer ? temporary : verdictOf(answer.value);
}

/** Lines of the headers; the verifier's time grows with their square. */
function headerLines({ raw, root }: Mail): number {
  const block = raw.subarray(0, raw.length - root.body.length);
  let lines = 0;
  for (let at = block.indexOf(10); at !== -1; at = block.indexOf(10, at + 1)) lines += 1;
  return lines;
}

type Results = Awaited<ReturnType<(typeof import("mailauth"))["authenticate"]>>;

function verdictOf({ dkim, spf, dmarc }: Results): Authentication {
  const signatures = dkim.results ?? [];
  const isSigned = signatures.some(({ status }) => status.result === "pass");
  const results = {
    dkim: isSigned ? "pass" : (signatures[0]?.status.result ?? "none"),
    spf: spf === false ? "none" : spf.status.result,
    dmarc: dmarc === false ? "none" : dmarc.status.result,
  };
  const policy = dmarc === false || results.dmarc === "none" ? null : dmarc.policy;
  if (results.dmarc === "pass" || results.dmarc === "fail")
    return { verdict: results.dmarc, ...results, policy };
  if (results.dmarc.startsWith("temp")) return { verdict: "temporary", ...results, policy };
  const from = dkim.headerFrom?.[0]?.split("@").at(-1)?.toLowerCase();
  const own = (domain: unknown): boolean =>
    from !== undefined && typeof domain === "string" && domain.toLowerCase() === from;
  const bySignature = signatures.some(
    ({ status, signingDomain }) => status.result === "pass" && own(signingDomain),
  );
  const byServer = spf !== false && spf.status.result === "pass" && own(spf.domain);
  return { verdict: bySignature || byServer ? "pass" : "none", ...results, policy };
}
