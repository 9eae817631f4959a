import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { CallsDue } from "../../contract/telephone.ts";
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

/** A client who is to be called with cause and solution, and why now (CC-11). */
export function TicketCall({ due }: { readonly due: CallsDue["tickets"][number] }) {
  const { language } = useWords();
  const { desk, place } = useDesk();
  const say = telephoneWords[language];
  const { folio, subject, requester, cause, remedy, numbers, clause, after } = due;
  const { busy, problem, log } = useLog(due);
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
          : `${say.second(sayShortMoment(after, place))} ${say.ifNot}`}{" "}
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

function useLog({ folio, seq, numbers, requester, cause, remedy }: CallsDue["tickets"][number]) {
  const { language } = useWords();
  const { desk } = useDesk();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const say = telephoneWords[language];
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
  };
  return { busy, problem, log: (outcome: Outcome) => void log(outcome) };
}
