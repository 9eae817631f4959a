import { addDays } from "../core/time/civil.ts";
import { isRefusal } from "../core/refusal.ts";
import type { Attachment, WeekReportWish } from "../desk/effects.ts";
import { readBoard } from "../desk/figures/read-board.ts";
import type { Plazo } from "../desk/plazo.ts";

/** The report of a desk's week as a file to go with its mail, drawn when it leaves; null: the desk has none. */
export async function weekReport(
  plazo: Plazo,
  desk: string,
  { week, language }: WeekReportWish,
): Promise<Attachment | null> {
  const board = await readBoard(plazo, desk, { weeks: 1, until: addDays(week, 6) });
  if (isRefusal(board)) return null;
  const { drawBoard } = await import("../http/board-pdf/draw-board.ts");
  const content = await drawBoard({ board, language, url: plazo.settings.url });
  return { name: `${desk}-${week}.pdf`, mediaType: "application/pdf", content };
}
