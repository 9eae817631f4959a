import { useEffect, useRef, useState } from "react";
import type { BacktestReport, BacktestWished } from "../../contract/backtest.ts";
import type { Problem } from "../../contract/problem.ts";
import { runBacktest } from "../api/backtest.ts";

/** Where a back-test stands. */
export type Standing =
  | { readonly is: "idle" }
  | { readonly is: "running"; readonly part: number }
  | { readonly is: "cancelled" }
  | { readonly is: "failed"; readonly problem: Problem }
  | { readonly is: "done"; readonly report: BacktestReport };

/** A back-test that is run, followed and cancelled; leaving the page ends it. */
export function useBacktest(desk: string) {
  const [standing, setStanding] = useState<Standing>({ is: "idle" });
  const running = useRef<AbortController>(null);
  useEffect(() => () => running.current?.abort(), []);
  const run = async (wished: BacktestWished): Promise<void> => {
    running.current?.abort();
    const own = new AbortController();
    running.current = own;
    setStanding({ is: "running", part: 0 });
    const end = await runBacktest(desk, wished, {
      signal: own.signal,
      onProgress: (part) => own.signal.aborted || setStanding({ is: "running", part }),
    });
    if (running.current !== own) return;
    if (end === null) setStanding({ is: "cancelled" });
    else if (end.ok) setStanding({ is: "done", report: end.report });
    else setStanding({ is: "failed", problem: end.problem });
  };
  return { standing, run, cancel: () => running.current?.abort() };
}
