import { open, opendir, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Finding } from "../../core/cfdi/finding.ts";
import type { InvoiceReading } from "../../core/cfdi/read-cfdi.ts";
import type { Severity } from "../../core/cfdi/rules.ts";
import type { Language } from "../../core/policy/text.ts";
import { atLeisure, readInvoice } from "../../desk/invoices/read-invoice.ts";
import { settle } from "../../store/settle.ts";
import { cfdiCheckWords } from "../../words/cli/cfdi-check.ts";
import { sayFileFault } from "../../words/cli/file-faults.ts";
import { sayFinding, sayInvoice, saySeverity } from "../../words/cfdi/say-cfdi.ts";
import type { Output } from "../output.ts";

/** What is asked of the command. */
export interface CfdiQuestion {
  readonly path: string;
  readonly json: boolean;
  readonly language: Language;
}

type Worst = Severity | "none" | "unreadable";

/** Bytes of a file that is read; more is no invoice. */
const mostBytes = 16 * 1024 * 1024;

const exits: Readonly<Record<Worst, number>> = {
  none: 0,
  note: 0,
  warning: 3,
  error: 1,
  unreadable: 1,
};

/**
 * Checks an invoice, or every `.xml` under a folder, one after another as they are found: nothing of
 * one is kept while the next is read. Prints each finding as `file:line:column: error: words (code)`,
 * or with `json` one object a line for each file; for a folder a last line with the totals. Answers
 * the exit code by the worst finding: 0 for none or notes, 3 for warnings, 1 for errors and for files
 * that could not be opened, 2 where there is no such path.
 */
export async function cfdiCheck(question: CfdiQuestion, io: Output): Promise<number> {
  const { path, language } = question;
  const found = await settle(stat(path));
  if ("fault" in found) {
    const why = sayFileFault(found.fault.code ?? found.fault.message, language);
    io.err(cfdiCheckWords(language).notFound(path, why));
    return 2;
  }
  if (!found.value.isDirectory()) return exits[await checkOne({ ...question, file: path }, io)];
  return checkFolder(question, io);
}

async function checkFolder(question: CfdiQuestion, io: Output): Promise<number> {
  const counts = { none: 0, note: 0, warning: 0, error: 0, unreadable: 0 };
  let files = 0;
  for await (const path of invoicesUnder(question.path)) {
    const file = relative(question.path, path) || path;
    counts[await checkOne({ ...question, path, file }, io)] += 1;
    files += 1;
  }
  if (question.json) io.out(JSON.stringify({ files, ...counts }));
  else io.out(cfdiCheckWords(question.language).total(files, counts));
  if (counts.error + counts.unreadable > 0) return exits.error;
  return counts.warning > 0 ? exits.warning : 0;
}

/** The `.xml` files under a folder, in no order but each folder's; what is linked is not followed. */
async function* invoicesUnder(folder: string): AsyncGenerator<string> {
  const opened = await settle(opendir(folder));
  if ("fault" in opened) {
    yield folder;
    return;
  }
  for await (const entry of opened.value) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* invoicesUnder(path);
    else if (entry.isFile() && /\.xml$/iu.test(entry.name)) yield path;
  }
}

async function checkOne(
  { path, file, json, language }: CfdiQuestion & { readonly file: string },
  io: Output,
): Promise<Worst> {
  const say = cfdiCheckWords(language);
  const read = await settle(bytesOf(path));
  if ("fault" in read) {
    const why = sayFileFault(read.fault.code ?? read.fault.message, language);
    if (json) io.out(JSON.stringify({ file, unreadable: why }));
    else io.out(say.notFound(file, why));
    return "unreadable";
  }
  const reading = readInvoice(read.value, atLeisure);
  if (json) io.out(JSON.stringify(asJson(file, reading, language)));
  else for (const line of linesOf(file, reading, language)) io.out(line);
  return worstOf(reading.findings);
}

/** The file's bytes, as far as an invoice can have them. */
async function bytesOf(path: string): Promise<Uint8Array> {
  const file = await open(path, "r");
  const { size } = await file.stat();
  const buffer = new Uint8Array(Math.min(size, mostBytes + 1));
  const read = await settle(file.read(buffer, 0, buffer.length, 0));
  await file.close();
  if ("fault" in read) throw read.fault;
  return buffer.subarray(0, read.value.bytesRead);
}

function worstOf(findings: readonly Finding[]): Worst {
  const has = (severity: Severity): boolean => findings.some((one) => one.severity === severity);
  if (has("error")) return "error";
  if (has("warning")) return "warning";
  return has("note") ? "note" : "none";
}

function linesOf(file: string, { cfdi, findings }: InvoiceReading, language: Language): string[] {
  const say = cfdiCheckWords(language);
  const head = cfdi === null ? [] : [`${file}: ${sayInvoice(cfdi, language).join(" ")}`];
  if (findings.length === 0) return [...head, `${file}: ${say.sound}`];
  return [
    ...head,
    ...findings.map((finding) => {
      const { what, todo } = sayFinding(finding, language);
      const { place, node, attribute, severity, code, sat } = finding;
      const at = place === null ? file : `${file}:${place.line}:${place.column}`;
      const where = [node, attribute].filter((part) => part !== null).join(" ");
      const reason = `${code}${sat === null ? "" : say.sat(sat)}`;
      const level = saySeverity(severity, language).toLowerCase();
      return `${at}: ${level}: ${where === "" ? "" : `${where}: `}${what} ${todo} (${reason})`;
    }),
  ];
}

function asJson(file: string, { cfdi, findings }: InvoiceReading, language: Language): object {
  const said = findings.map((finding) => {
    const { what, todo } = sayFinding(finding, language);
    return { ...finding, what, todo };
  });
  const { findings: _own, ...invoice } = cfdi ?? { findings: [] };
  return {
    file,
    worst: worstOf(findings),
    invoice: cfdi === null ? null : invoice,
    findings: said,
  };
}
