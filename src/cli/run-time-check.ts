import { resolve } from "node:path";
import { askedOf } from "./asked.ts";
import type { Invocation } from "./commands.ts";
import { timeCheck } from "./time-check.ts";

/** `plazo time check FILE [--json]`. */
export async function runTimeCheck(invocation: Invocation): Promise<number> {
  const { io, language, cwd } = invocation;
  const read = askedOf(invocation, { json: { type: "boolean" } }, ["FILE"]);
  if (read === null) return 2;
  const [file = ""] = read.positionals;
  return timeCheck({ file: resolve(cwd, file), json: read.values.json === true, language }, io);
}
