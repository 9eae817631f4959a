import { resolve } from "node:path";
import { cliWords } from "../words/cli/words.ts";
import { readArguments } from "./arguments.ts";
import type { Invocation } from "./commands.ts";
import { policyNew } from "./policy-new.ts";

const options = {
  id: { type: "string" },
  name: { type: "string" },
  "name-en": { type: "string" },
  zone: { type: "string" },
} as const;

const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** `plazo policy new FOLDER [--id I] [--name N] [--name-en N] [--zone Z]`. */
export async function runPolicyNew({ args, io, language, cwd, root }: Invocation): Promise<number> {
  const say = cliWords(language);
  const read = readArguments(args, options);
  if ("wrong" in read) {
    io.err(say.wrongOption(read.wrong));
    return 2;
  }
  const [folder] = read.positionals;
  if (folder === undefined) {
    io.err(say.missingArgument(language === "en" ? "FOLDER" : "CARPETA"));
    return 2;
  }
  const { id, name, zone } = read.values;
  return policyNew(
    {
      folder: resolve(cwd, folder),
      root,
      cwd,
      id: textOf(id),
      name: textOf(name),
      nameEn: textOf(read.values["name-en"]),
      zone: textOf(zone),
      language,
    },
    io,
  );
}
