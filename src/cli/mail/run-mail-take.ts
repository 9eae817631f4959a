import { promises as dns } from "node:dns";
import { resolve } from "node:path";
import type { Resolver } from "../../channels/email/in/facts.ts";
import { takeInMail } from "../../channels/email/take-in.ts";
import type { Arriving } from "../../channels/email/take-in.ts";
import { isRefusal } from "../../core/refusal.ts";
import { currentPolicy } from "../../desk/policies/current-policy.ts";
import { cliWords } from "../../words/cli/words.ts";
import { askedOf, configOf } from "../asked.ts";
import type { Invocation } from "../commands.ts";
import type { Config } from "../config.ts";
import { onInstallationOf } from "../mailbox/on-plazo.ts";
import { mailTake } from "./mail-take.ts";

const OPTIONS = {
  desk: { type: "string" },
  mailbox: { type: "string" },
  form: { type: "string" },
  dns: { type: "boolean" },
  json: { type: "boolean" },
} as const;

const resolver: Resolver = (name, type) => dns.resolve(name, type) as Promise<string[]>;

/** `plazo mail take FILE|FOLDER --desk D [--mailbox ADDRESS] [--form FORM] [--dns] [--json]`. */
export async function runMailTake(invocation: Invocation): Promise<number> {
  const { io, language, cwd } = invocation;
  const say = cliWords(language);
  const read = askedOf(invocation, OPTIONS, ["FILE"]);
  if (read === null) return 2;
  const [path = ""] = read.positionals;
  const { desk, mailbox, form, dns: asksDns, json } = read.values;
  if (typeof desk !== "string") return (io.err(say.missingArgument("--desk")), 2);
  const config = configOf(invocation);
  if (config === null) return 2;
  const taking = { path: resolve(cwd, path), json: json === true, language };
  const asked = {
    desk,
    address: typeof mailbox === "string" ? mailbox : null,
    form: typeof form === "string" ? form : null,
    resolver: asksDns === true ? resolver : null,
  };
  return onDesk(invocation, { ...asked, config }, (take) => mailTake(taking, take, io));
}

interface Asked {
  readonly desk: string;
  /** The mailbox that it came by; null: the desk's own, as its manual tells it. */
  readonly address: string | null;
  readonly form: string | null;
  readonly resolver: Resolver | null;
}

type Take = (raw: Buffer) => ReturnType<typeof takeInMail>;

function onDesk(
  invocation: Invocation,
  { config, ...asked }: Asked & { readonly config: Config },
  work: (take: Take) => Promise<number>,
): Promise<number> {
  return onInstallationOf(invocation, config, async ({ plazo }) => {
    const bound = await currentPolicy(plazo, asked.desk);
    if (isRefusal(bound)) return bound;
    return work((raw) => takeInMail(plazo, arriving(asked, bound.policy.policy, raw), asked));
  });
}

function arriving(
  { desk, address, form }: Asked,
  policy: { readonly channels: readonly { readonly id: string; readonly at: string | null }[] },
  raw: Buffer,
): Arriving {
  const own = policy.channels.find(({ id }) => id === "mail")?.at ?? "";
  const mailbox = { id: "file", address: address ?? own, form };
  return { desk, mailbox, origin: { by: "file" }, raw };
}
