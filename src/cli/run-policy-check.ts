import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { askedOf } from "./asked.ts";
import type { Invocation } from "./commands.ts";
import { policyCheck } from "./policy-check.ts";
import { policySchemaJson } from "./policy-schema.ts";

/** `plazo policy check PACK [--strict] [--json]`: a file, a folder, or the name of a pack of the project. */
export async function runPolicyCheck(invocation: Invocation): Promise<number> {
  const { io, language, cwd, root } = invocation;
  const options = { json: { type: "boolean" }, strict: { type: "boolean" } } as const;
  const read = askedOf(invocation, options, ["PACK"]);
  if (read === null) return 2;
  const [pack = ""] = read.positionals;
  const { json, strict } = read.values;
  const path = packPath(pack, { cwd, root });
  return policyCheck({ path, json: json === true, strict: strict === true, language }, io);
}

/** `plazo policy schema`: the language's JSON Schema. */
export function runPolicySchema({ io }: Invocation): Promise<number> {
  io.out(policySchemaJson().trimEnd());
  return Promise.resolve(0);
}

/** Where a pack is: the path given, else the project's pack of that name. */
export function packPath(
  pack: string,
  { cwd, root }: { readonly cwd: string; readonly root: string },
): string {
  const given = resolve(cwd, pack);
  const named = resolve(root, "policies", pack);
  return !existsSync(given) && /^[a-z0-9-]+$/u.test(pack) && existsSync(named) ? named : given;
}
