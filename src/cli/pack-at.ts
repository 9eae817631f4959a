import { dirname } from "node:path";
import type { Policy } from "../core/policy/policy.ts";
import { readPack } from "../core/policy/read-pack.ts";
import type { ReadPack } from "../core/policy/read-pack.ts";
import type { Language } from "../core/policy/text.ts";
import { sayFileFault } from "../words/cli/file-faults.ts";
import { policyCheckWords } from "../words/policy-check.ts";
import { withArticles } from "./articles.ts";
import type { Output } from "./output.ts";
import { problemLine } from "./pack-lines.ts";
import { readPackFile } from "./read-pack-file.ts";
import { readSharedParts } from "./shared-parts.ts";

/** A pack as it was found: its text, and what reading it with its articles gave. */
export interface PackAt {
  readonly file: string;
  readonly folder: string;
  readonly text: string;
  readonly read: ReturnType<typeof readPack>;
}

/** The same of a pack without errors. */
export interface SoundPackAt extends PackAt {
  readonly read: ReadPack;
}

/** The pack at a path, a file or its folder; the exit code 2 where it cannot be read, which is printed. */
export async function packAt(path: string, language: Language, io: Output): Promise<PackAt | 2> {
  const pack = await readPackFile(path);
  if ("why" in pack) {
    io.err(policyCheckWords(language).unreadable(pack.file, sayFileFault(pack.why, language)));
    return 2;
  }
  const { file, text } = pack;
  const folder = dirname(file);
  const read = readPack(text, file, await withArticles(await readSharedParts(), folder));
  return { file, folder, text, read };
}

/** The same, where it must have no errors: the exit code 1 where it has some, which are printed. */
export async function soundPackAt(
  path: string,
  language: Language,
  io: Output,
): Promise<SoundPackAt | 1 | 2> {
  const pack = await packAt(path, language, io);
  if (pack === 2) return pack;
  const { read } = pack;
  if (!("problems" in read)) return { ...pack, read };
  for (const problem of read.problems) io.err(problemLine(problem, language));
  return 1;
}

/** The policy of the pack at a path; an exit code where it has none, with the reason already printed. */
export async function policyAt(
  path: string,
  language: Language,
  io: Output,
): Promise<Policy | 1 | 2> {
  const pack = await soundPackAt(path, language, io);
  return typeof pack === "number" ? pack : pack.read.policy;
}
