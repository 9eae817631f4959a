import type { ParseArgsOptionsConfig } from "node:util";
import { cliWords } from "../words/cli/words.ts";
import { readArguments } from "./arguments.ts";
import type { Invocation } from "./commands.ts";
import { readConfig } from "./config.ts";
import { readHost } from "./host.ts";
import { onDesksOf } from "./on-desks.ts";
import { tokenCreate, tokenList, tokenRevoke } from "./token.ts";
import type { TokenCommand } from "./token.ts";

const create = {
  name: { type: "string" },
  scope: { type: "string", multiple: true },
  days: { type: "string", default: "90" },
} as const;

/** `plazo token create DESK --name NAME --scope SCOPE [--scope SCOPE]… [--days 90]`. */
export function runTokenCreate(invocation: Invocation): Promise<number> {
  return asked(invocation, { options: create, count: 1 }, (command, _rest, values) => {
    const {
      name,
      scope = [],
      days,
    } = values as {
      readonly name?: string;
      readonly scope?: readonly string[];
      readonly days: string;
    };
    const missing = name === undefined ? "--name" : scope.length === 0 ? "--scope" : null;
    if (missing !== null) {
      invocation.io.err(cliWords(invocation.language).missingArgument(missing));
      return Promise.resolve(2);
    }
    return tokenCreate(command, { name: name ?? "", scopes: scope, days: Number(days) });
  });
}

/** `plazo token list DESK`. */
export function runTokenList(invocation: Invocation): Promise<number> {
  return asked(invocation, { options: {}, count: 1 }, (command) => tokenList(command));
}

/** `plazo token revoke DESK ID`. */
export function runTokenRevoke(invocation: Invocation): Promise<number> {
  return asked(invocation, { options: {}, count: 2 }, (command, [id = ""]) =>
    tokenRevoke(command, id),
  );
}

type Work = (
  command: TokenCommand,
  rest: readonly string[],
  values: Readonly<Record<string, unknown>>,
) => Promise<number>;

async function asked(
  { args, io, language, environment, root, cwd, pid }: Invocation,
  { options, count }: { readonly options: ParseArgsOptionsConfig; readonly count: 1 | 2 },
  work: Work,
): Promise<number> {
  const say = cliWords(language);
  const read = readArguments(args, options);
  if ("wrong" in read) return (io.err(say.wrongOption(read.wrong)), 2);
  const [desk, ...rest] = read.positionals;
  const names = ["DESK", "ID"];
  const extra = read.positionals[count];
  if (extra !== undefined) return (io.err(say.wrongOption(extra)), 2);
  if (desk === undefined || read.positionals.length < count)
    return (io.err(say.missingArgument(names[read.positionals.length] ?? "")), 2);
  const isDesk = /^[a-z0-9][a-z0-9-]{0,62}$/u.test(desk);
  const id = rest[0];
  const isId = id === undefined || /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(id);
  if (!isDesk || !isId) return (io.err(say.wrongOption(isDesk ? (id ?? "") : desk)), 2);
  const settings = readConfig(environment, root, cwd);
  if ("problems" in settings) {
    for (const { setting, value, code } of settings.problems)
      io.err(say.setting(setting, value, code));
    return 2;
  }
  const { databaseUrl, dataFolder } = settings.config;
  const log = (line: string): void => io.err(line);
  const onDesks = onDesksOf({ databaseUrl, dataFolder, host: readHost(pid), log });
  return work({ desk, language, io, onDesks }, rest, read.values);
}
