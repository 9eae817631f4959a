import { writeFile } from "node:fs/promises";
import { figureIds } from "../core/figures/figure.ts";
import { readWeek } from "../core/figures/period.ts";
import type { Board } from "../core/figures/board.ts";
import type { Language } from "../core/policy/text.ts";
import { isRefusal } from "../core/refusal.ts";
import { emptyCaches } from "../desk/caches.ts";
import { measureAll } from "../desk/figures/measure-desk.ts";
import { readBoard } from "../desk/figures/read-board.ts";
import { settle } from "../store/settle.ts";
import { cliRefusal } from "../words/cli/refusal.ts";
import { cliWords } from "../words/cli/words.ts";
import { deskRefusalInWords } from "../words/desk-refusals.ts";
import { csvOf } from "../words/figures/csv.ts";
import { weekMail } from "../words/figures/mail.ts";
import { mailText } from "../words/mail/html.ts";
import type { Output } from "./output.ts";
import type { OnDesks } from "./policy-publish.ts";

/** What `plazo report` is asked for. */
export interface ReportWish {
  readonly desk: string;
  /** "2026-W46", or a date of it; left out: the week that is just over. */
  readonly week?: string | undefined;
  readonly weeks: number;
  readonly as: "text" | "json" | "csv";
  /** Where the report is written as a PDF; left out: nowhere. */
  readonly pdf?: string | undefined;
}

export interface ReportCommand {
  readonly language: Language;
  readonly io: Output;
  readonly onDesks: OnDesks;
  readonly url: string;
}

/**
 * `plazo report DESK`: the figures of a period, as the week's mail says them, as JSON, as CSV, or as
 * a PDF in a file. Measures what changed before it reads. Answers 0; 1 where the desk has none, 2 for
 * a wrong wish, 3 where the database cannot be used.
 */
export async function report(
  { language, io, onDesks, url }: ReportCommand,
  { desk, week, weeks, as, pdf }: ReportWish,
): Promise<number> {
  const say = cliWords(language);
  const until = week === undefined ? undefined : readWeek(week);
  if (until === null) return (io.err(say.wrongOption(`--week ${week}`)), 2);
  const found = await onDesks(async ({ db }) => {
    const plazo = { db, caches: emptyCaches() };
    await measureAll(plazo, desk);
    if (until !== undefined) return readBoard(plazo, desk, { weeks, until });
    const today = await readBoard(plazo, desk, { weeks: 1 });
    return isRefusal(today) ? today : readBoard(plazo, desk, { weeks, until: today.before.to });
  });
  if (isRefusal(found)) {
    if (found.refused === "no-such-desk")
      return (io.err(deskRefusalInWords(found, language) ?? found.refused), 1);
    return (io.err(cliRefusal(found, say)), 3);
  }
  if (pdf !== undefined) return writeReport(found, { pdf, language, io, url });
  for (const text of texts(found, as, language)) io.out(text);
  return 0;
}

function texts(board: Board, as: ReportWish["as"], language: Language): string[] {
  if (as === "json") return [JSON.stringify(board, null, 2)];
  if (as === "csv")
    return figureIds.map(
      (figure) =>
        `# ${figure}\n${csvOf(figure, board, language).replace("\u{FEFF}", "").trimEnd()}\n`,
    );
  const { subject, body, open, footer, sections } = weekMail(board, language);
  const content = { language, subject, body, open, facts: [], desk: "", sections };
  return [subject, "", mailText({ ...content, footer: footer.split(".")[0] ?? "" })];
}

interface Writing {
  readonly pdf: string;
  readonly language: Language;
  readonly io: Output;
  readonly url: string;
}

async function writeReport(board: Board, { pdf, language, io, url }: Writing): Promise<number> {
  const { boardPdf } = await import("../site/board/report.ts");
  const bytes = await boardPdf({ board, language, url });
  const written = await settle(writeFile(pdf, bytes));
  if ("fault" in written) return (io.err(written.fault.message), 3);
  io.out(pdf);
  return 0;
}
