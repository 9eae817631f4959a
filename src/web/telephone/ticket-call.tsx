import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { CallsDue } from "../../contract/telephone.ts";
import { MINUTE } from "../../core/time/instant.ts";
import type { Instant } from "../../core/time/instant.ts";
import type { Problem } from "../../contract/problem.ts";
import { sayShortMoment } from "../../words/short.ts";
import { sayReading } from "../../words/source.ts";
import { telephoneWords } from "../../words/workspace/telephone.ts";
import { actOn } from "../api/desk.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Fact } from "../ui/fields.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { CallLine, Dial, Due } from "./outcomes.tsx";
import type { Outcome } from "./outcomes.tsx";

type TicketDue = CallsDue["tickets"][number];

/** A client who is to be called with cause and solution, and why now (CC-11). */
export function TicketCall({
  due,
  onLogged,
}: {
  readonly due: TicketDue;
  /** Told what became of it: the line goes, and its words with it. */
  readonly onLogged: (said: string) => void;
}) {
  const { language } = useWords();
  const { desk, place } = useDesk();
  const say = telephoneWords[language];
  const { folio, subject, requester, cause, remedy, numbers, clause, after } = due;
  const { busy, problem, log } = useLog(due, onLogged);
  return (
    <CallLine label={`${folio} · ${requester ?? ""}`} onOutcome={log} busy={busy}>
      <h3>
        <Link to="/d/$desk/t/$folio" params={{ desk: desk.id, folio }} search={{ view: "open" }}>
          {folio}
        </Link>{" "}
        {requester} <span className="soft">{subject}</span>
      </h3>
      <p>
        <Due at={due.due} />
        {". "}
        {after === null
          ? say.first
          : `${say.second(sayShortMoment(minuteOf(after), place))}${due.mails ? ` ${say.ifNot}` : ""}`}{" "}
        <span className="clause">{clause.join(", ")}</span>
        {due.assumed === undefined ? null : (
          <span className="reading"> {sayReading(due, language)}</span>
        )}
      </p>
      <Dial numbers={numbers} />
      <dl>
        <Fact term={say.cause}>{cause}</Fact>
        <Fact term={say.remedy}>{remedy}</Fact>
      </dl>
      <ProblemNotice problem={problem} />
    </CallLine>
  );
}

const minuteOf = (at: Instant): Instant => at - (at % MINUTE);

function useLog(due: TicketDue, onLogged: (said: string) => void) {
  const { language } = useWords();
  const { desk } = useDesk();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const say = telephoneWords[language];
  const becameOf = useBecame(due);
  const { folio, seq, numbers, requester, cause, remedy } = due;
  const log = async (outcome: Outcome): Promise<void> => {
    setBusy(true);
    const isSpoken = outcome === "spoke";
    const text = isSpoken ? say.toldThem(cause, remedy) : `${say.outcomes[outcome]}.`;
    const number = numbers[0] ?? null;
    const id = crypto.randomUUID();
    const call = { id, direction: "out", number, who: isSpoken ? requester : null } as const;
    const body = { outcome, text, channel: "phone", call } as const;
    const answer = await actOn({ desk: desk.id, folio, seq }, "log-call", body);
    setBusy(false);
    setProblem(answer.ok ? null : answer.problem);
    await client.invalidateQueries({ queryKey: ["calls", desk.id] });
    await client.invalidateQueries({ queryKey: ["call-now", desk.id] });
    const left = client.getQueryData<CallsDue>(["calls", desk.id, "due"]);
    if (answer.ok && left !== undefined) onLogged(becameOf(outcome, left));
  };
  return { busy, problem, log: (outcome: Outcome) => void log(outcome) };
}

/** What became of a call that was logged, by the list of those that are left. */
function useBecame(before: TicketDue): (outcome: Outcome, left: CallsDue) => string {
  const { language } = useWords();
  const { place } = useDesk();
  const say = telephoneWords[language];
  const { folio, turn, due } = before;
  return (outcome, { tickets, now }) => {
    const still = tickets.find((one) => one.folio === folio);
    if (still === undefined) return outcome === "spoke" ? say.told(folio) : say.mailed(folio);
    const when = sayShortMoment(minuteOf(still.due), place);
    const isSame = still.turn === turn && still.due === due && due > now;
    return isSame ? say.tooSoon(folio, when) : say.toCallAgain(folio, when);
  };
}
