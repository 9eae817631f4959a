import { stat } from "node:fs/promises";
import { relative } from "node:path";
import type { TakenIn } from "../../channels/email/take-in.ts";
import type { Language } from "../../core/policy/text.ts";
import { settle } from "../../store/settle.ts";
import { mailReadWords } from "../../words/cli/mail-read.ts";
import { mailTakeWords } from "../../words/cli/mail-take.ts";
import type { Output } from "../output.ts";
import { bytesOf, filesUnder } from "./files-under.ts";
import type { FoundFile } from "./files-under.ts";

/** What is asked of the command. */
export interface Taking {
  readonly path: string;
  readonly json: boolean;
  readonly language: Language;
}

type Outcome =
  | { readonly file: string; readonly taken: TakenIn }
  | { readonly file: string; readonly why: string };

/**
 * Takes in a message, or every file under a folder one after the other, and prints what became of
 * each: a file that cannot be taken in hides no other. Again, it says of each that it was there
 * already. Answers the exit code: 0 where each was taken in, 1 where one could not be, 2 where there
 * is no such path.
 */
export async function mailTake(
  { path, json, language }: Taking,
  take: (raw: Buffer) => Promise<TakenIn>,
  io: Output,
): Promise<number> {
  const there = await settle(stat(path));
  if ("fault" in there) {
    const why = there.fault.code ?? there.fault.message;
    return (io.err(mailReadWords(language).notFound(path, why)), 2);
  }
  const isFolder = there.value.isDirectory();
  const found = isFolder ? await filesUnder(path) : [{ path }];
  const outcomes: Outcome[] = [];
  for (const one of found) {
    const file = isFolder ? relative(path, one.path) || one.path : path;
    const outcome = await outcomeOf(one, file, take);
    outcomes.push(outcome);
    if (!json) io.out(lineOf(outcome, language));
  }
  const failed = outcomes.filter((outcome) => "why" in outcome).length;
  const [first] = outcomes;
  if (json && !isFolder) io.out(JSON.stringify(first));
  else if (json) io.out(JSON.stringify({ files: outcomes, total: found.length, failed }));
  else if (isFolder)
    io.out(mailTakeWords(language).total(found.length, found.length - failed, failed));
  return failed === 0 ? 0 : 1;
}

async function outcomeOf(
  one: FoundFile,
  file: string,
  take: (raw: Buffer) => Promise<TakenIn>,
): Promise<Outcome> {
  if ("why" in one) return { file, why: one.why };
  const read = await bytesOf(one.path);
  if ("why" in read) return { file, why: read.why };
  const taken = await settle(take(read.bytes));
  return "value" in taken ? { file, taken: taken.value } : { file, why: taken.fault.message };
}

function lineOf(outcome: Outcome, language: Language): string {
  const say = mailTakeWords(language);
  if ("why" in outcome) return `${outcome.file}: ${say.failed(outcome.why)}`;
  const { became, folio } = outcome.taken;
  return [`${outcome.file}: ${say.became[became]}`, ...(folio === null ? [] : [folio])].join(" · ");
}
