import type { ParseArgsOptionsConfig } from "node:util";
import { cliWords } from "../words/cli/words.ts";
import { askedOf, configOf, dataOf } from "./asked.ts";
import type { Invocation } from "./commands.ts";
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
  invocation: Invocation,
  { options, count }: { readonly options: ParseArgsOptionsConfig; readonly count: 1 | 2 },
  work: Work,
): Promise<number> {
  const { io, language } = invocation;
  const say = cliWords(language);
  const read = askedOf(invocation, options, ["DESK", "ID"].slice(0, count));
  if (read === null) return 2;
  const [desk = "", ...rest] = read.positionals;
  const isDesk = /^[a-z0-9][a-z0-9-]{0,62}$/u.test(desk);
  const id = rest[0];
  const isId = id === undefined || /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(id);
  if (!isDesk || !isId) return (io.err(say.wrongOption(isDesk ? (id ?? "") : desk)), 2);
  const config = configOf(invocation);
  if (config === null) return 2;
  const onDesks = onDesksOf(dataOf(invocation, config));
  return work({ desk, language, io, onDesks }, rest, read.values);
}
