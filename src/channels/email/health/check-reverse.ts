import { isIPv4, isIPv6 } from "node:net";
import type { Asking } from "./ask.ts";
import type { MailFinding } from "./finding.ts";

/** Whether the servers that send have a name that leads back to them: most receivers ask for that (RFC 1912 §2.1). */
export function checkReverse(dns: Asking, servers: readonly string[]): Promise<MailFinding[]> {
  return Promise.all(servers.map((ip) => checkServer(dns, ip)));
}

async function checkServer(dns: Asking, ip: string): Promise<MailFinding> {
  const found = (
    state: MailFinding["state"],
    code: MailFinding["code"],
    names = "",
  ): MailFinding => {
    return { check: "reverse", state, code, facts: { ip, names, name: reverseName(ip) } };
  };
  const answer = await dns.ask(reverseName(ip), "PTR");
  if (answer.is === "away") return found("note", "dns-away");
  if (answer.is === "none") return found("wrong", "reverse-none");
  const names = answer.texts.slice(0, 3);
  const back = await Promise.all(names.map((name) => dns.ask(name, isIPv4(ip) ? "A" : "AAAA")));
  const leadsBack = back.some(
    (each) => each.is === "found" && each.texts.some((text) => expanded(text) === expanded(ip)),
  );
  if (leadsBack) return found("fine", "reverse-fine", names.join(", "));
  return back.some(({ is }) => is === "away")
    ? found("note", "dns-away", names.join(", "))
    : found("wrong", "reverse-other", names.join(", "));
}

/** RFC 1035 §3.5, RFC 3596 §2.5. */
export function reverseName(ip: string): string {
  if (isIPv4(ip)) return `${ip.split(".").toReversed().join(".")}.in-addr.arpa`;
  const nibbles = expanded(ip).replaceAll(":", "").split("").toReversed();
  return `${nibbles.join(".")}.ip6.arpa`;
}

/** All eight groups of an IPv6 address, four digits each; any other text as it is. */
function expanded(ip: string): string {
  if (!isIPv6(ip)) return ip;
  const [head = "", tail] = ip.toLowerCase().split("%")[0]?.split("::") ?? [];
  const groups = (part: string): string[] => (part === "" ? [] : part.split(":"));
  const before = groups(head);
  const after = tail === undefined ? [] : groups(tail);
  const between = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => "0");
  const all = tail === undefined ? before : [...before, ...between, ...after];
  return all.map((group) => group.padStart(4, "0")).join(":");
}
