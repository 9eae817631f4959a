import type { ParseArgsOptionsConfig } from "node:util";
import { cliWords } from "../words/cli/words.ts";
import { askedOf, configOf, dataOf } from "./asked.ts";
import type { Invocation } from "./commands.ts";
import { onDesksOf } from "./on-desks.ts";
import { policyExport, policyPublish } from "./policy-publish.ts";
import type { OnDesks } from "./policy-publish.ts";
import { packPath } from "./run-policy-check.ts";

interface Asked {
  readonly first: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly onDesks: OnDesks;
}

/** `plazo policy publish PACK --reason "…" [--effective "2026-12-01 09:00"]`. */
export async function runPolicyPublish(invocation: Invocation): Promise<number> {
  const { io, language, cwd, root } = invocation;
  const options = { reason: { type: "string" }, effective: { type: "string" } } as const;
  const asked = ask(invocation, options, "PACK");
  if (typeof asked === "number") return asked;
  const { reason, effective } = asked.values;
  if (typeof reason !== "string" || reason.trim() === "") {
    io.err(cliWords(language).missingArgument("--reason"));
    return 2;
  }
  const path = packPath(asked.first, { cwd, root });
  const at = typeof effective === "string" ? effective : null;
  return policyPublish({ path, reason, effective: at, language }, io, asked.onDesks);
}

/** `plazo policy export DESK [--version N]`. */
export async function runPolicyExport(invocation: Invocation): Promise<number> {
  const { io, language } = invocation;
  const asked = ask(invocation, { version: { type: "string" } }, "DESK");
  if (typeof asked === "number") return asked;
  const written = asked.values["version"];
  const version = typeof written === "string" ? Number(written) : null;
  if (version !== null && (!Number.isInteger(version) || version < 1)) {
    io.err(cliWords(language).wrongOption("--version"));
    return 2;
  }
  return policyExport({ desk: asked.first, version, language }, io, asked.onDesks);
}

function ask(
  invocation: Invocation,
  options: ParseArgsOptionsConfig,
  name: string,
): Asked | number {
  const read = askedOf(invocation, options, [name]);
  if (read === null) return 2;
  const [first = ""] = read.positionals;
  const config = configOf(invocation);
  if (config === null) return 2;
  return { first, values: read.values, onDesks: onDesksOf(dataOf(invocation, config)) };
}
