import type { Asking } from "./ask.ts";
import type { MailFinding } from "./finding.ts";

/** Labels that are looked at above a domain (RFC 9989 §4.10). */
const mostLabels = 8;

/** What the domain asks to be done with mail that says it is its own and is not proven (RFC 9989). */
export async function checkDmarc(dns: Asking, domain: string): Promise<MailFinding> {
  const labels = domain.split(".").slice(-mostLabels);
  for (let from = 0; from < labels.length - 1; from += 1) {
    const at = labels.slice(from).join(".");
    const name = `_dmarc.${at}`;
    const answer = await dns.ask(name, "TXT");
    if (answer.is === "away")
      return { check: "dmarc", state: "note", code: "dns-away", facts: { domain, name } };
    const records = (answer.is === "found" ? answer.texts : []).filter((text) =>
      /^v\s*=\s*DMARC1\s*(;|$)/u.test(text),
    );
    const [record] = records;
    if (record !== undefined) return judged(record, { domain, name, several: records.length > 1 });
  }
  return { check: "dmarc", state: "wrong", code: "dmarc-none", facts: { domain } };
}

function judged(
  record: string,
  {
    domain,
    name,
    several,
  }: { readonly domain: string; readonly name: string; readonly several: boolean },
): MailFinding {
  const tags = tagsOf(record);
  const isAbove = name !== `_dmarc.${domain}`;
  const policy = (isAbove ? (tags.get("sp") ?? tags.get("p")) : tags.get("p")) ?? "";
  const strict = ["adkim", "aspf"].filter((tag) => tags.get(tag) === "s").join(", ");
  const facts = { domain, name, record, policy, strict };
  if (several) return { check: "dmarc", state: "wrong", code: "dmarc-several", facts };
  if (!/^(none|quarantine|reject)$/u.test(policy))
    return { check: "dmarc", state: "wrong", code: "dmarc-broken", facts };
  return policy === "none"
    ? { check: "dmarc", state: "note", code: "dmarc-watching", facts }
    : { check: "dmarc", state: "fine", code: "dmarc-fine", facts };
}

function tagsOf(record: string): ReadonlyMap<string, string> {
  return new Map(
    record.split(";").flatMap((each) => {
      const at = each.indexOf("=");
      if (at === -1) return [];
      return [
        [
          each.slice(0, at).trim().toLowerCase(),
          each
            .slice(at + 1)
            .trim()
            .toLowerCase(),
        ],
      ];
    }),
  );
}
