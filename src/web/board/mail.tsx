import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "react-aria-components";
import type { Problem } from "../../contract/problem.ts";
import { boardWords } from "../../words/figures/board.ts";
import { sayShortMoment } from "../../words/short.ts";
import { mailPreview, readBoardMail, setBoardMail } from "../api/board.ts";
import { valueOf } from "../api/request.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { ProblemNotice } from "../ui/notice.tsx";

/** The week's figures by mail, for whoever wants them. */
export function WeeklyMail() {
  const { language } = useWords();
  const { desk, place } = useDesk();
  const say = boardWords[language].mail;
  const client = useQueryClient();
  const [problem, setProblem] = useState<Problem | null>(null);
  const wish = useQuery({
    queryKey: ["board", desk.id, "mail"],
    queryFn: async ({ signal }) => valueOf(await readBoardMail(desk.id, signal)),
  });
  const { data } = wish;
  if (data === undefined) return null;
  const change = async (): Promise<void> => {
    const answer = await setBoardMail(desk.id, { wanted: !data.wanted, language });
    setProblem(answer.ok ? null : answer.problem);
    await client.invalidateQueries({ queryKey: ["board", desk.id, "mail"] });
  };
  return (
    <section className="figure weekly-mail" aria-labelledby="weekly-mail">
      <h3 id="weekly-mail">{say.title}</h3>
      <p>
        {data.wanted ? say.on : say.off}{" "}
        {data.next === null ? "" : say.next(sayShortMoment(data.next, place))} {say.silent}
      </p>
      <div className="row-of-buttons">
        <Button className="button" onPress={() => void change()}>
          {data.wanted ? say.stop : say.start}
        </Button>
        <a
          className="button quiet"
          href={mailPreview(desk.id, language)}
          target="_blank"
          rel="noreferrer"
        >
          {say.preview}
        </a>
      </div>
      <ProblemNotice problem={problem} />
    </section>
  );
}
