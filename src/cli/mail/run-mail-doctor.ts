import { promises as dns } from "node:dns";
import { BlockList, isIP, isIPv6 } from "node:net";
import { domainToASCII } from "node:url";
import { keyFolder, readKeys } from "../../channels/email/dkim/keys.ts";
import { isDomain } from "../../channels/email/dkim/names.ts";
import { boundedDns } from "../../channels/email/health/ask.ts";
import type { MailFinding } from "../../channels/email/health/finding.ts";
import type { Resolver } from "../../channels/email/in/facts.ts";
import { addressIn, domainOf, senderOf } from "../../desk/outgoing/sender.ts";
import { mailDoctorWords } from "../../words/cli/mail-doctor.ts";
import { cliWords } from "../../words/cli/words.ts";
import { readArguments } from "../arguments.ts";
import { configOf } from "../asked.ts";
import type { Invocation } from "../commands.ts";
import type { Config } from "../config.ts";
import { factsOfDesk } from "../mail-facts.ts";
import { hasSecret, readSecret } from "../secret.ts";
import { mailDoctor } from "./mail-doctor.ts";

const OPTIONS = {
  desk: { type: "string" },
  ip: { type: "string" },
  json: { type: "boolean" },
} as const;

const system: Resolver = (name, type) => dns.resolve(name, type) as Promise<string[]>;

/** `plazo mail doctor DOMAIN|--desk D [--ip ADDRESS] [--json]`. */
export async function runMailDoctor(invocation: Invocation): Promise<number> {
  const { args, io, language } = invocation;
  const say = cliWords(language);
  const words = mailDoctorWords(language);
  const read = readArguments(args, OPTIONS);
  if ("wrong" in read) return (io.err(say.wrongOption(read.wrong)), 2);
  const config = configOf(invocation);
  if (config === null) return 2;
  const { desk, ip, json } = read.values;
  const [given] = read.positionals;
  if ((given === undefined) === (desk === undefined)) return (io.err(words.noDomain), 2);
  if (typeof ip === "string" && isIP(ip) === 0) return (io.err(words.notAnAddress(ip)), 2);
  const sender = typeof desk === "string" ? await senderAt(config, desk) : null;
  if (sender !== null && "known" in sender)
    return (io.err(say.unknownDesk(String(desk), sender.known)), 2);
  const domain = sender === null ? domainToASCII(given ?? "") : sender.domain;
  if (!isDomain(domain)) return (io.err(words.notADomain(given ?? domain)), 2);
  const asked = {
    domain,
    sender: sender?.finding ?? null,
    servers: typeof ip === "string" ? [ip] : await serversOf(config),
    json: json === true,
    language,
  };
  const isSet = await hasSecret(config.dataFolder, config.secret);
  const secret = isSet ? await readSecret(config.dataFolder, config.secret) : new Uint8Array(32);
  const keys = await readKeys(keyFolder(config.dataFolder), secret);
  return mailDoctor(asked, { resolver: system, keys }, io);
}

/** As whom a desk sends, by its manual and the settings. */
async function senderAt(
  config: Config,
  desk: string,
): Promise<
  { readonly domain: string; readonly finding: MailFinding } | { readonly known: readonly string[] }
> {
  const found = await factsOfDesk(config, { desk, now: 0, dns: false });
  if ("known" in found) return found;
  const published = found.facts.mailboxes[0] ?? null;
  const { from, replyTo } = senderOf(config, { name: desk, published, mailbox: null });
  const address = addressIn(from);
  const isFallback = replyTo !== null;
  return {
    domain: domainOf(address),
    finding: {
      check: "sender",
      state: isFallback ? "note" : "fine",
      code: isFallback ? "sender-fallback" : "sender-own",
      facts: { address, published: published ?? "" },
    },
  };
}

const inside = new BlockList();
for (const [net, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
] as const)
  inside.addSubnet(net, bits, "ipv4");
for (const [net, bits] of [
  ["::", 127],
  ["fc00::", 7],
  ["fe80::", 10],
] as const)
  inside.addSubnet(net, bits, "ipv6");

/** The public addresses of the mail server that ours leaves by; what it sends from may be another, which `--ip` says. */
async function serversOf({ smtpUrl }: Config): Promise<readonly string[]> {
  if (smtpUrl === null) return [];
  const host = new URL(smtpUrl).hostname.replace(/^\[|\]$/gu, "");
  const asking = boundedDns(system);
  const found =
    isIP(host) === 0
      ? await Promise.all(["A", "AAAA"].map((type) => asking.ask(host, type)))
      : [{ is: "found", texts: [host] } as const];
  return found
    .flatMap((answer) => (answer.is === "found" ? answer.texts : []))
    .filter((ip) => isIP(ip) !== 0 && !inside.check(ip, isIPv6(ip) ? "ipv6" : "ipv4"))
    .slice(0, 4);
}
