import { promises as dns } from "node:dns";
import { resolve } from "node:path";
import type { Resolver } from "../../channels/email/in/facts.ts";
import { takeInMail } from "../../channels/email/take-in.ts";
import type { Arriving } from "../../channels/email/take-in.ts";
import { isRefusal } from "../../core/refusal.ts";
import { currentPolicy } from "../../desk/policies/current-policy.ts";
import { makeLog } from "../../http/log.ts";
import { closeDatabase, openDatabase } from "../../store/connect.ts";
import { migrate } from "../../store/migrate.ts";
import { cliRefusal } from "../../words/cli/refusal.ts";
import { cliWords } from "../../words/cli/words.ts";
import { deskRefusalInWords } from "../../words/desk-refusals.ts";
import { readArguments } from "../arguments.ts";
import type { Invocation } from "../commands.ts";
import { compose } from "../compose.ts";
import { readConfig } from "../config.ts";
import type { Config } from "../config.ts";
import { readHost } from "../host.ts";
import { withServer } from "../with-server.ts";
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
  const { args, io, language, cwd, root, environment } = invocation;
  const say = cliWords(language);
  const read = readArguments(args, OPTIONS);
  if ("wrong" in read) return (io.err(say.wrongOption(read.wrong)), 2);
  const [path, extra] = read.positionals;
  if (path === undefined) return (io.err(say.missingArgument("FILE")), 2);
  if (extra !== undefined) return (io.err(say.wrongOption(extra)), 2);
  const { desk, mailbox, form, dns: asksDns, json } = read.values;
  if (typeof desk !== "string") return (io.err(say.missingArgument("--desk")), 2);
  const settings = readConfig(environment, root, cwd);
  if ("problems" in settings) {
    for (const { setting, value, code } of settings.problems)
      io.err(say.setting(setting, value, code));
    return 2;
  }
  const taking = { path: resolve(cwd, path), json: json === true, language };
  const asked = {
    desk,
    address: typeof mailbox === "string" ? mailbox : null,
    form: typeof form === "string" ? form : null,
    resolver: asksDns === true ? resolver : null,
  };
  return onDesk(invocation, { ...asked, config: settings.config }, (take) =>
    mailTake(taking, take, io),
  );
}

interface Asked {
  readonly desk: string;
  /** The mailbox that it came by; null: the desk's own, as its manual tells it. */
  readonly address: string | null;
  readonly form: string | null;
  readonly resolver: Resolver | null;
}

type Take = (raw: Buffer) => ReturnType<typeof takeInMail>;

async function onDesk(
  { io, language, pid }: Invocation,
  { config, ...asked }: Asked & { readonly config: Config },
  work: (take: Take) => Promise<number>,
): Promise<number> {
  const { databaseUrl, dataFolder } = config;
  const log = (line: string): void => io.err(line);
  const server = { databaseUrl, dataFolder, host: readHost(pid), log };
  const done = await withServer(server, async (connection) => {
    const migrated = await migrate(connection);
    if (isRefusal(migrated)) return migrated;
    const db = await openDatabase({ connection });
    const composed = await compose(config, { db, connection }, makeLog("silent"));
    if (isRefusal(composed)) return closeDatabase(db).then(() => composed);
    const { plazo } = composed;
    const bound = await currentPolicy(plazo, asked.desk);
    const code = isRefusal(bound)
      ? bound
      : await work((raw) => takeInMail(plazo, arriving(asked, bound.policy.policy, raw), asked));
    await composed.close();
    await closeDatabase(db);
    return code;
  });
  if (!isRefusal(done)) return done;
  io.err(deskRefusalInWords(done, language) ?? cliRefusal(done, cliWords(language)));
  return 1;
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
