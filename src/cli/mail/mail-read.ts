import { stat } from "node:fs/promises";
import { relative } from "node:path";
import type { Facts } from "../../channels/email/in/facts.ts";
import { readMail } from "../../channels/email/in/read-mail.ts";
import type { MailReading } from "../../channels/email/in/reading.ts";
import type { Language } from "../../core/policy/text.ts";
import { settle } from "../../store/settle.ts";
import { mailReadWords } from "../../words/cli/mail-read.ts";
import type { Output } from "../output.ts";
import { bytesOf, filesUnder } from "./files-under.ts";
import type { FoundFile } from "./files-under.ts";
import { mailAsJson, mailLine, mailLines } from "./mail-lines.ts";

/** What is asked of the command. */
export interface MailQuestion {
  readonly path: string;
  readonly json: boolean;
  readonly language: Language;
}

/** A file and what became of it. */
type Outcome =
  | { readonly file: string; readonly reading: MailReading }
  | { readonly file: string; readonly why: string };

/**
 * Prints what the intake would make of a message, or of every file under a folder: a line each and
 * the total, so that none goes missing. Nothing is written anywhere. Answers the exit code: 0 where
 * every file was opened, whatever it turned out to be; 1 where one could not be, or reading it failed;
 * 2 where there is no such path.
 */
export async function mailRead(question: MailQuestion, facts: Facts, io: Output): Promise<number> {
  const found = await settle(stat(question.path));
  if ("fault" in found) {
    const say = mailReadWords(question.language);
    return (io.err(say.notFound(question.path, found.fault.code ?? found.fault.message)), 2);
  }
  return found.value.isDirectory() ? readFolder(question, facts, io) : readOne(question, facts, io);
}

async function readOne(
  { path, json, language }: MailQuestion,
  facts: Facts,
  io: Output,
): Promise<number> {
  const outcome = await outcomeOf({ path }, path, facts);
  if ("why" in outcome) {
    io.err(mailReadWords(language).notFound(path, outcome.why));
    return 1;
  }
  if (json) io.out(JSON.stringify(mailAsJson(path, outcome.reading)));
  else mailLines(path, outcome.reading, language).forEach((line) => io.out(line));
  return 0;
}

async function readFolder(
  { path: folder, json, language }: MailQuestion,
  facts: Facts,
  io: Output,
): Promise<number> {
  const say = mailReadWords(language);
  const files: Record<string, unknown>[] = [];
  const totals: Record<string, number> = {};
  let unreadable = 0;
  const found = await filesUnder(folder);
  for (const one of found) {
    const outcome = await outcomeOf(one, relative(folder, one.path) || one.path, facts);
    if ("why" in outcome) {
      unreadable += 1;
      files.push({ file: outcome.file, unreadable: outcome.why });
      if (!json) io.out(`${outcome.file}: ${say.unreadable(outcome.why)}`);
      continue;
    }
    const { classification } = outcome.reading;
    totals[classification] = (totals[classification] ?? 0) + 1;
    if (json) files.push(mailAsJson(outcome.file, outcome.reading));
    else io.out(mailLine(outcome.file, outcome.reading, language));
  }
  if (json) io.out(JSON.stringify({ files, total: found.length, totals, unreadable }));
  else {
    for (const [name, count] of Object.entries(totals))
      io.out(`  ${say.classes[name as MailReading["classification"]]}: ${count}`);
    io.out(say.total(found.length, found.length - unreadable, unreadable));
  }
  return unreadable === 0 ? 0 : 1;
}

async function outcomeOf(one: FoundFile, file: string, facts: Facts): Promise<Outcome> {
  if ("why" in one) return { file, why: one.why };
  const read = await bytesOf(one.path);
  if ("why" in read) return { file, why: read.why };
  // One message that a fault of ours cannot read never hides the others.
  const reading = await settle(readMail(read.bytes, facts));
  return "value" in reading
    ? { file, reading: reading.value }
    : { file, why: reading.fault.message };
}
