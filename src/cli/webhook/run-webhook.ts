import { cliWords } from "../../words/cli/words.ts";
import { readArguments } from "../arguments.ts";
import { configOf, dataOf } from "../asked.ts";
import type { Invocation } from "../commands.ts";
import { onDesksOf } from "../on-desks.ts";
import { webhookList, webhookLog, webhookReplay, webhookTry } from "./webhook.ts";

const isDesk = /^[a-z0-9][a-z0-9-]{0,62}$/u;
const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** `plazo webhook list DESK`, `log DESK ID`, `try DESK ID`, `replay DESK ID [--hours 24] [--all]`. */
export async function runWebhook(invocation: Invocation): Promise<number> {
  const { args, io, language } = invocation;
  const say = cliWords(language);
  const read = readArguments(args, {
    hours: { type: "string", default: "24" },
    all: { type: "boolean", default: false },
  });
  if ("wrong" in read) return (io.err(say.wrongOption(read.wrong)), 2);
  const [act = "", desk = "", id, extra] = read.positionals;
  const wantsId = act !== "list";
  if (!["list", "log", "try", "replay"].includes(act) || desk === "")
    return (io.err(say.missingArgument("list DESK | log | try | replay DESK ID")), 2);
  if (wantsId && id === undefined) return (io.err(say.missingArgument("ID")), 2);
  const wrong =
    extra ??
    (isDesk.test(desk) ? undefined : desk) ??
    (id === undefined || (wantsId && isId.test(id)) ? undefined : id);
  if (wrong !== undefined) return (io.err(say.wrongOption(wrong)), 2);
  const config = configOf(invocation);
  if (config === null) return 2;
  const onDesks = onDesksOf(dataOf(invocation, config));
  const command = { desk, language, io, onDesks };
  if (id === undefined) return webhookList(command);
  if (act === "log") return webhookLog(command, id);
  if (act === "try") return webhookTry(command, id);
  const { hours, all } = read.values;
  return webhookReplay(command, id, { hours: Number(hours), all: all === true });
}
