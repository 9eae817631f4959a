import { backtestLine } from "../../contract/backtest.ts";
import type { BacktestReport, BacktestWished } from "../../contract/backtest.ts";
import { problem } from "../../contract/problem.ts";
import type { Problem } from "../../contract/problem.ts";

/** Who follows a back-test: how far it is, from 0 to 1, and how to end it. */
export interface Following {
  readonly signal: AbortSignal;
  readonly onProgress: (part: number) => void;
}

/** What a back-test came to; null: it was ended by whoever asked for it. */
export type BacktestEnd =
  | { readonly ok: true; readonly report: BacktestReport }
  | { readonly ok: false; readonly problem: Problem }
  | null;

/** Runs a back-test and follows it to its end: the answer comes line by line while it goes on. */
export async function runBacktest(
  desk: string,
  wished: BacktestWished,
  { signal, onProgress }: Following,
): Promise<BacktestEnd> {
  const response = await fetch(`/api/v1/desks/${encodeURIComponent(desk)}/backtests`, {
    method: "POST",
    credentials: "same-origin",
    headers: {
      "content-type": "application/json",
      "accept-language": document.documentElement.lang,
    },
    body: JSON.stringify(wished),
    signal,
  }).catch(() => null);
  if (response === null) return signal.aborted ? null : broken("offline");
  if (!response.ok || response.body === null) {
    const read = problem.safeParse(await response.json().catch(() => null));
    return { ok: false, problem: read.success ? read.data : broken("unreadable").problem };
  }
  let rest = "";
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const piece = await reader.read().catch(() => null);
    if (piece === null || piece.done) return signal.aborted ? null : broken("unreadable");
    const lines = (rest + piece.value).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      const told = backtestLine.parse(JSON.parse(line));
      if ("report" in told) return { ok: true, report: told.report };
      onProgress(told.of === 0 ? 0 : told.done / told.of);
    }
  }
}

function broken(code: "offline" | "unreadable") {
  return { ok: false, problem: { type: "about:blank", title: code, status: 0, code } } as const;
}
