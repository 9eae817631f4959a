import { cliWords } from "../words/cli/words.ts";
import { readArguments } from "./arguments.ts";
import { clockExplain } from "./clock-explain.ts";
import type { Invocation } from "./commands.ts";
import { packPath } from "./run-policy-check.ts";

const OPTIONS = {
  policy: { type: "string" },
  filed: { type: "string" },
  severity: { type: "string" },
  clock: { type: "string" },
  contacted: { type: "string" },
  solved: { type: "string" },
  pause: { type: "string", multiple: true },
  json: { type: "boolean" },
} as const;

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" ? value : undefined;

/** `plazo clock explain --policy PACK --filed T [--severity S] [--clock C] [--contacted T] [--pause T..T] [--solved T] [--json]`. */
export async function runClockExplain({
  args,
  io,
  language,
  cwd,
  root,
}: Invocation): Promise<number> {
  const say = cliWords(language);
  const read = readArguments(args, OPTIONS);
  if ("wrong" in read) return (io.err(say.wrongOption(read.wrong)), 2);
  const { values, positionals } = read;
  const policy = textOf(values.policy);
  const filed = textOf(values.filed);
  if (policy === undefined) return (io.err(say.missingArgument("--policy")), 2);
  if (filed === undefined) return (io.err(say.missingArgument("--filed")), 2);
  const [extra] = positionals;
  if (extra !== undefined) return (io.err(say.wrongOption(extra)), 2);
  const pauses = Array.isArray(values.pause)
    ? values.pause.flatMap((one) => textOf(one) ?? [])
    : [];
  return clockExplain(
    {
      policy: packPath(policy, { cwd, root }),
      filed,
      severity: textOf(values.severity),
      clock: textOf(values.clock),
      contacted: textOf(values.contacted),
      solved: textOf(values.solved),
      pauses,
      json: values.json === true,
      language,
    },
    io,
  );
}
