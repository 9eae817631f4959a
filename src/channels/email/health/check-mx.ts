import type { Asking } from "./ask.ts";
import type { MailFinding } from "./finding.ts";

/** Whether mail to the domain, answers and bounces among it, has somewhere to go (RFC 5321 §5.1, RFC 7505). */
export async function checkMx(dns: Asking, domain: string): Promise<MailFinding> {
  const found = (
    state: MailFinding["state"],
    code: MailFinding["code"],
    servers = "",
  ): MailFinding => {
    return { check: "mx", state, code, facts: { domain, servers, name: domain } };
  };
  const answer = await dns.ask(domain, "MX");
  if (answer.is === "away") return found("note", "dns-away");
  if (answer.is === "none") return found("wrong", "mx-none");
  if (answer.texts.every((server) => server === "" || server === "."))
    return found("wrong", "mx-null");
  return found("fine", "mx-fine", answer.texts.slice(0, 5).join(", "));
}
