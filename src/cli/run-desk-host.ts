import { isRefusal } from "../core/refusal.ts";
import { addHost, readHosts, removeHost } from "../desk/desks/hosts.ts";
import type { HostRefusal } from "../desk/desks/hosts.ts";
import { allDesks } from "../store/desks.ts";
import { acrossDesks } from "../store/transaction.ts";
import { hostWords } from "../words/cli/hosts.ts";
import { cliRefusal } from "../words/cli/refusal.ts";
import { cliWords } from "../words/cli/words.ts";
import { readArguments } from "./arguments.ts";
import { configOf, dataOf } from "./asked.ts";
import type { Invocation } from "./commands.ts";
import type { Config } from "./config.ts";
import { onDesksOf } from "./on-desks.ts";
import type { OnDesks } from "./policy-publish.ts";

/** `plazo desk host list`, `plazo desk host add DESK HOST [--portal P]`, `plazo desk host remove DESK HOST`. */
export async function runDeskHost(invocation: Invocation): Promise<number> {
  const { args, io, language } = invocation;
  const say = cliWords(language);
  const read = readArguments(args, { portal: { type: "string" } });
  if ("wrong" in read) return (io.err(say.wrongOption(read.wrong)), 2);
  const config = configOf(invocation);
  if (config === null) return 2;
  const onDesks = onDesksOf(dataOf(invocation, config));
  const [act, desk, host] = read.positionals;
  if (act === "list" && desk === undefined) return list(invocation, onDesks);
  if ((act !== "add" && act !== "remove") || desk === undefined || host === undefined)
    return (io.err(say.missingArgument("list | add DESK HOST [--portal P] | remove DESK HOST")), 2);
  const { portal } = read.values;
  const wish = { desk, host, portal: typeof portal === "string" ? portal : null };
  return change(invocation, { act, wish, config, onDesks });
}

interface Change {
  readonly act: "add" | "remove";
  readonly wish: { readonly desk: string; readonly host: string; readonly portal: string | null };
  readonly config: Config;
  readonly onDesks: OnDesks;
}

async function change(
  { io, language }: Invocation,
  { act, wish, config, onDesks }: Change,
): Promise<number> {
  const words = hostWords[language];
  const { desk, host, portal } = wish;
  const done = await onDesks(async ({ db }): Promise<{ said: HostRefusal | "unknown" | null }> => {
    const desks = await acrossDesks(db, allDesks);
    if (!desks.some(({ id }) => id === desk)) return { said: "unknown" };
    const plazo = { db, settings: { url: config.url } };
    return {
      said:
        act === "add"
          ? await addHost(plazo, desk, { host, portal })
          : await removeHost(plazo, desk, host),
    };
  });
  if (isRefusal(done)) return (io.err(cliRefusal(done, cliWords(language))), 3);
  if (done.said === "unknown") return (io.err(words.unknownDesk(desk)), 1);
  if (done.said !== null) return (io.err(words.refusals[done.said.refused](host)), 1);
  io.out(act === "add" ? words.added(desk, host) : words.removed(desk, host));
  return 0;
}

async function list({ io, language }: Invocation, onDesks: OnDesks): Promise<number> {
  const found = await onDesks(readHosts);
  if (isRefusal(found)) return (io.err(cliRefusal(found, cliWords(language))), 3);
  for (const { desk, host, portal } of found)
    io.out(portal === null ? `${desk}  ${host}` : `${desk}  ${host}  --portal ${portal}`);
  if (found.length === 0) io.out(hostWords[language].none);
  return 0;
}
