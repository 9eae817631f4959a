import { Link } from "@tanstack/react-router";
import { Button, ProgressBar } from "react-aria-components";
import { may } from "../../core/access/may.ts";
import { backtestWords } from "../../words/workspace/backtest.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { BacktestResult } from "./result.tsx";
import { useBacktest } from "./use-backtest.ts";
import type { Standing } from "./use-backtest.ts";
import { BacktestWish } from "./wish.tsx";
import "../ui/backtest.css";

/** What a draft, or another version, would have made of past tickets. */
export function BacktestPage() {
  const { language } = useWords();
  const { desk, roles } = useDesk();
  const { standing, run, cancel } = useBacktest(desk.id);
  const say = backtestWords[language];
  return (
    <div className="page backtest">
      <h2>{say.title}</h2>
      <p className="soft">{say.lead}</p>
      {may(roles, "policy.read") ? (
        <p>
          <Link to="/d/$desk/manual" params={{ desk: desk.id }}>
            {say.back}
          </Link>
        </p>
      ) : null}
      <BacktestWish isRunning={standing.is === "running"} onRun={(wish) => void run(wish)} />
      <Stands standing={standing} onCancel={cancel} />
    </div>
  );
}

function Stands({
  standing,
  onCancel,
}: {
  readonly standing: Standing;
  readonly onCancel: () => void;
}) {
  const { language } = useWords();
  const say = backtestWords[language];
  if (standing.is === "running")
    return (
      <div className="sheet running">
        <ProgressBar aria-label={say.progress} value={standing.part * 100} className="progress">
          {({ percentage = 0, valueText }) => (
            <>
              <progress max={100} value={percentage} aria-hidden="true" />
              <span>{valueText}</span>
            </>
          )}
        </ProgressBar>
        <Button className="button" onPress={onCancel}>
          {say.cancel}
        </Button>
      </div>
    );
  if (standing.is === "cancelled") return <output>{say.cancelled}</output>;
  if (standing.is === "failed") return <ProblemNotice problem={standing.problem} />;
  return standing.is === "done" ? <BacktestResult report={standing.report} /> : null;
}
