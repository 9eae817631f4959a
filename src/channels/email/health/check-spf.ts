import { settle } from "../../../store/settle.ts";
import type { Asking } from "./ask.ts";
import type { Examined, MailFinding } from "./finding.ts";

/** Whether the domain says that our servers may send its mail (RFC 7208). */
export async function checkSpf(dns: Asking, { domain, servers }: Examined): Promise<MailFinding[]> {
  const found = (
    state: MailFinding["state"],
    code: MailFinding["code"],
    facts: MailFinding["facts"] = {},
  ): MailFinding => {
    return { check: "spf", state, code, facts: { domain, ...facts } };
  };
  const answer = await dns.ask(domain, "TXT");
  if (answer.is === "away") return [found("note", "dns-away", { name: domain })];
  const records = (answer.is === "found" ? answer.texts : []).filter((text) =>
    /^v=spf1(\s|$)/iu.test(text),
  );
  const [record] = records;
  if (record === undefined) return [found("wrong", "spf-none")];
  if (records.length > 1) return [found("wrong", "spf-several", { count: String(records.length) })];
  if (/(^|\s)\+?all(\s|$)/iu.test(record)) return [found("wrong", "spf-everybody", { record })];
  if (servers.length === 0) return [found("note", "spf-no-server", { record })];
  return Promise.all(
    servers.map(async (ip) => {
      const result = await evaluated(dns, domain, ip);
      const facts = { ip, record, result };
      if (result === "pass") return found("fine", "spf-pass", facts);
      if (result === "permerror") return found("wrong", "spf-broken", facts);
      if (result === "temperror") return found("note", "dns-away", { ...facts, name: domain });
      return found(
        "wrong",
        result === "fail" || result === "softfail" ? "spf-fail" : "spf-unclear",
        facts,
      );
    }),
  );
}

async function evaluated(dns: Asking, domain: string, ip: string): Promise<string> {
  const { spf } = await import("mailauth/lib/spf/index.js");
  const asked = { sender: `postmaster@${domain}`, ip, helo: domain, mta: "plazo" };
  const answer = await settle(spf({ ...asked, resolver: dns.resolver }));
  if (!("value" in answer)) return "temperror";
  return answer.value.status.result;
}
