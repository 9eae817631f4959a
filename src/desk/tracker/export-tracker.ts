import { isRefusal } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { Language } from "../../core/policy/text.ts";
import { csvLine, csvMoment, csvStart } from "../../words/csv.ts";
import { headOf, sayCell } from "../../words/tracker/cells.ts";
import type { CellPlace } from "../../words/tracker/cells.ts";
import type { Plazo } from "../plazo.ts";
import { listTracker } from "./list-tracker.ts";
import type { TrackerPage, TrackerQuestion } from "./list-tracker.ts";

/** Rows that are read, and written, at a time. */
const batch = 500;

/**
 * The whole tracker, newest first, as a CSV file in the reader's words (RFC 4180), a piece at a time:
 * what a spreadsheet would run as a formula is text. Refuses `no-such-desk`, `no-tracker`.
 */
export async function exportTracker(
  plazo: Plazo,
  desk: string,
  wanted: Pick<TrackerQuestion, "portal" | "category"> & { readonly language: Language },
): Promise<AsyncIterable<string> | Refusal<"no-such-desk" | "no-tracker">> {
  const { language, ...filter } = wanted;
  const first = await listTracker(plazo, desk, { ...filter, limit: batch });
  if (isRefusal(first)) return first;
  return pieces(plazo, desk, { first, filter, language });
}

interface Exporting {
  readonly first: TrackerPage;
  readonly filter: Pick<TrackerQuestion, "portal" | "category">;
  readonly language: Language;
}

async function* pieces(
  plazo: Plazo,
  desk: string,
  { first, filter, language }: Exporting,
): AsyncGenerator<string> {
  const { columns } = first.tracker;
  yield csvStart + csvLine(columns.map((column) => headOf(column, language)));
  let page: TrackerPage | Refusal = first;
  while (!isRefusal(page)) {
    yield linesOf(page, { columns, language });
    if (page.next === null) return;
    page = await listTracker(plazo, desk, { ...filter, cursor: page.next, limit: batch });
  }
}

function linesOf(
  { bound, rows, now }: TrackerPage,
  { columns, language }: Pick<TrackerPage["tracker"], "columns"> & { readonly language: Language },
): string {
  const { policy } = bound.policy;
  const place: CellPlace = { policy, language, zone: policy.desk.zone, now };
  return rows
    .map(({ cells }) =>
      csvLine(columns.map((column) => inSheet(column, cells[column] ?? null, place))),
    )
    .join("");
}

/** Nothing is an empty cell, and an instant one that sorts. */
function inSheet(...[column, cell, place]: Parameters<typeof sayCell>): string {
  if (cell === null) return "";
  return typeof cell === "number" ? csvMoment(cell, place.zone) : sayCell(column, cell, place);
}
