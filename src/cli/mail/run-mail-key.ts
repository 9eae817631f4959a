import { dropKey, keyFolder, makeKey } from "../../channels/email/dkim/keys.ts";
import type { KeyAlgorithm } from "../../channels/email/dkim/keys.ts";
import { isDomain, isSelector } from "../../channels/email/dkim/names.ts";
import { keyRecord, zoneLine } from "../../channels/email/dkim/record.ts";
import { mailDoctorWords } from "../../words/cli/mail-doctor.ts";
import { mailKeyWords } from "../../words/cli/mail-key.ts";
import { askedOf, configOf } from "../asked.ts";
import type { Invocation } from "../commands.ts";
import { readSecret } from "../secret.ts";

const OPTIONS = {
  selector: { type: "string" },
  ed25519: { type: "boolean" },
  remove: { type: "boolean" },
  json: { type: "boolean" },
} as const;

/** `plazo mail key DOMAIN [--selector S] [--ed25519] [--remove] [--json]`. */
export async function runMailKey(invocation: Invocation): Promise<number> {
  const { io, language } = invocation;
  const read = askedOf(invocation, OPTIONS, ["DOMAIN"]);
  if (read === null) return 2;
  const [given = ""] = read.positionals;
  const config = configOf(invocation);
  if (config === null) return 2;
  const algorithm: KeyAlgorithm = read.values.ed25519 === true ? "ed25519" : "rsa";
  const domain = given.toLowerCase();
  const selector = read.values.selector ?? (algorithm === "rsa" ? "plazo" : "plazo-ed25519");
  if (!isDomain(domain)) return (io.err(mailDoctorWords(language).notADomain(given)), 2);
  if (typeof selector !== "string" || !isSelector(selector))
    return (io.err(mailKeyWords(language).notASelector(String(selector))), 2);
  const { dataFolder, secret } = config;
  const folder = keyFolder(dataFolder);
  const wanted = { domain, selector, algorithm };
  if (read.values.remove === true) return remove(folder, wanted, invocation);
  const made = await makeKey(folder, await readSecret(dataFolder, secret), wanted);
  tell(made, invocation, read.values.json === true);
  return 0;
}

type Made = Awaited<ReturnType<typeof makeKey>>;

function tell({ key, isNew }: Made, { io, language }: Invocation, json: boolean): void {
  const say = mailKeyWords(language);
  const { domain, selector, algorithm } = key;
  const record = keyRecord(key);
  if (json) {
    io.out(JSON.stringify({ domain, selector, algorithm, isNew, record, zone: zoneLine(record) }));
    return;
  }
  io.out(isNew ? say.made(domain, selector) : say.there(domain, selector));
  io.out(`\n${say.publish}\n\n  ${record.name}\n  ${record.text}`);
  io.out(`\n${say.zone}\n\n  ${zoneLine(record)}\n\n${say.then(domain)}`);
}

async function remove(
  folder: string,
  { domain, selector }: { readonly domain: string; readonly selector: string },
  { io, language }: Invocation,
): Promise<number> {
  const say = mailKeyWords(language);
  const isGone = await dropKey(folder, { domain, selector });
  if (isGone) io.out(say.removed(domain, selector));
  else io.err(say.noSuchKey(domain, selector));
  return isGone ? 0 : 1;
}
