import { open } from "node:fs/promises";
import type { Changed, Report } from "../core/backtest/tally.ts";
import type { Policy } from "../core/policy/policy.ts";
import type { Language } from "../core/policy/text.ts";
import { isRefusal } from "../core/refusal.ts";
import type { Refusal } from "../core/refusal.ts";
import type { CivilDate } from "../core/time/civil.ts";
import { backtestYear } from "../desk/policies/backtest-year.ts";
import type { BacktestOptions } from "../desk/policies/backtest.ts";
import { cliRefusal } from "../words/cli/refusal.ts";
import { cliWords } from "../words/cli/words.ts";
import { csvStart } from "../words/csv.ts";
import { changedColumns, changedLine, sayReport } from "../words/simulate.ts";
import type { Replayed } from "../words/simulate.ts";
import type { Output } from "./output.ts";
import { policyAt } from "./pack-at.ts";
import type { Numbers } from "./run-policy-simulate.ts";

export interface SimulateArguments {
  /** The draft, and what it is compared with in a generated year; files, or their folders. */
  readonly draft: string;
  readonly against: string | null;
  /** Replays the desk's own tickets; null: they are not looked for. */
  readonly replay: Replay | null;
  /** Where a generated year begins. */
  readonly from: CivilDate;
  readonly numbers: Numbers;
  /** Where every ticket that would change is written, as CSV. */
  readonly tickets: string | null;
  readonly json: boolean;
  readonly language: Language;
}

/** A back-test of the draft's desk; null where there is no data, no such desk, or none was filed. */
export type Replay = (options: BacktestOptions) => Promise<Report | null | Refusal>;

/**
 * `plazo policy simulate DRAFT`: the desk's own tickets under the draft, beside how they went; where
 * it has none, or where it is asked for, a generated year. Answers the exit code: 0, whatever would
 * change; 1 where a pack is wrong, 2 where one cannot be read, 3 where the database cannot be used.
 */
export async function policySimulate(args: SimulateArguments, io: Output): Promise<number> {
  const draft = await policyAt(args.draft, args.language, io);
  if (typeof draft === "number") return draft;
  const before = args.against === null ? draft : await policyAt(args.against, args.language, io);
  if (typeof before === "number") return before;
  const list = await ticketList(args, draft);
  const found = await args.replay?.({
    draft,
    most: args.numbers.worst,
    onChanged: list.onChanged,
    onProgress: (done, of) => io.progress?.(bar(done / of)),
  });
  if (found !== undefined && isRefusal(found)) {
    io.err(cliRefusal(found, cliWords(args.language)));
    return 3;
  }
  const report = found ?? (await ofYear({ draft, before }, args, { io, ...list }));
  await list.close();
  io.progress?.("");
  if (args.json) io.out(JSON.stringify({ generated: (found ?? null) === null, ...report }));
  else {
    const replayed = (found ?? null) === null ? loadOf(args) : ({ from: "desk" } as const);
    const { language } = args;
    for (const line of sayReport(report, replayed, { policy: draft, language })) io.out(line);
  }
  return 0;
}

function loadOf({ numbers }: SimulateArguments): Replayed {
  const { days, agents, minutes, "per-day": perDay } = numbers;
  return { from: "generated", days, perDay, agents, minutes };
}

interface Watching {
  readonly io: Output;
  readonly onChanged: (changed: Changed) => void;
}

function ofYear(
  { draft, before }: { readonly draft: Policy; readonly before: Policy },
  { numbers, from }: SimulateArguments,
  { io, onChanged }: Watching,
): Promise<Report> {
  const { days, agents, minutes, seed, "per-day": perDay, worst } = numbers;
  return backtestYear({
    ...{ draft, before, onChanged, most: worst },
    load: { from, days, agents, minutes, seed, perDay },
    onProgress: (part) => io.progress?.(bar(part)),
  });
}

interface TicketList {
  readonly onChanged: (changed: Changed) => void;
  close(): Promise<void>;
}

/** The file of all tickets that would change, written as they are found; nothing where none is asked for. */
async function ticketList(
  { tickets, language }: SimulateArguments,
  policy: Policy,
): Promise<TicketList> {
  if (tickets === null) return { onChanged: () => undefined, close: () => Promise.resolve() };
  const file = await open(tickets, "w");
  const lines = file.createWriteStream();
  lines.write(csvStart + changedColumns(language));
  return {
    onChanged: (changed) => void lines.write(changedLine(changed, { policy, language })),
    close: () => new Promise((done) => void lines.end(done)),
  };
}

const WIDTH = 30;

/** "[#########---------------------]  30 %". */
function bar(part: number): string {
  const full = Math.round(Math.min(1, Math.max(0, part)) * WIDTH);
  return `[${"#".repeat(full)}${"-".repeat(WIDTH - full)}] ${String(Math.round(part * 100)).padStart(3)} %`;
}
