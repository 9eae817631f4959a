import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Problem } from "../../contract/problem.ts";
import { staffWorkWords } from "../../words/workspace/staff.ts";
import { valueOf } from "../api/request.ts";
import { readAsked, setAsked } from "../api/staff.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Choice } from "../ui/fields.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { ConfirmLink } from "./change-member.tsx";

/** Of whom the desk asks a second proof. */
export function SecondFactorAsked() {
  const { language } = useWords();
  const { desk } = useDesk();
  const client = useQueryClient();
  const [problem, setProblem] = useState<Problem | null>(null);
  const say = staffWorkWords[language];
  const queryKey = ["second-factor", desk.id];
  const asked = useQuery({
    queryKey,
    queryFn: async ({ signal }) => valueOf(await readAsked(desk.id, signal)),
  });
  if (!asked.isSuccess) return null;
  const choose = async (value: string): Promise<void> => {
    const answer = await setAsked(desk.id, value === "everybody" ? "everybody" : "roles");
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) client.setQueryData(queryKey, answer.value);
  };
  return (
    <section className="sheet" aria-label={say.secondFactor}>
      <Choice
        name="asked"
        label={say.secondFactor}
        value={asked.data.of}
        onChange={(value) => void choose(value)}
        options={(["roles", "everybody"] as const).map((id) => ({ id, label: say.asked[id] }))}
      />
      <ProblemNotice problem={problem} />
      {problem?.code === "confirm-again" ? <ConfirmLink /> : null}
    </section>
  );
}
