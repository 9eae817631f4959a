import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "react-aria-components";
import type { Call } from "../../contract/telephone.ts";
import type { Problem } from "../../contract/problem.ts";
import { sayShortMoment } from "../../words/short.ts";
import { telephoneWords } from "../../words/workspace/telephone.ts";
import { tryCallBack } from "../api/telephone.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { CallLine, Dial, Due } from "./outcomes.tsx";
import type { Outcome } from "./outcomes.tsx";

/** Somebody who called and was missed: they are called back. */
export function MissedCall({ call }: { readonly call: Call }) {
  const { language } = useWords();
  const { desk, place } = useDesk();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const say = telephoneWords[language];
  const { id, number, contact, organisation, folio, state, began, owed } = call;
  const tell = async (outcome: Outcome | "dismissed"): Promise<void> => {
    setBusy(true);
    const answer = await tryCallBack(desk.id, id, outcome);
    setBusy(false);
    setProblem(answer.ok ? null : answer.problem);
    await client.invalidateQueries({ queryKey: ["calls", desk.id] });
    await client.invalidateQueries({ queryKey: ["call-now", desk.id] });
  };
  const who = [contact ?? number ?? say.unknown, organisation].filter(Boolean).join(" · ");
  const when = sayShortMoment(began, place);
  return (
    <CallLine label={who} onOutcome={(outcome) => void tell(outcome)} busy={busy}>
      <h3>
        {folio === null ? null : (
          <>
            <Link
              to="/d/$desk/t/$folio"
              params={{ desk: desk.id, folio }}
              search={{ view: "open" }}
            >
              {folio}
            </Link>{" "}
          </>
        )}
        {who}
      </h3>
      <p>
        <Due at={owed?.due ?? began} />
        {". "}
        {state === "voicemail" ? say.voicemail(when) : say.missed(when)} {say.owedBy}
      </p>
      <Dial numbers={number === null ? [] : [number]} />
      <p>
        <Link to="/d/$desk/llamada" params={{ desk: desk.id }} search={{ call: id }}>
          {say.show}
        </Link>{" "}
        <Button className="button quiet" isDisabled={busy} onPress={() => void tell("dismissed")}>
          {say.dismiss}
        </Button>
      </p>
      <ProblemNotice problem={problem} />
    </CallLine>
  );
}
