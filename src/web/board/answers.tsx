import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "react-aria-components";
import type { BadAnswersView } from "../../contract/board.ts";
import type { Problem } from "../../contract/problem.ts";
import { boardWords } from "../../words/figures/board.ts";
import { MINUTE } from "../../core/time/instant.ts";
import { sayShortMoment } from "../../words/short.ts";
import { listBadAnswers, lookAtAnswers, readSatisfaction, setSatisfaction } from "../api/board.ts";
import { valueOf } from "../api/request.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { ProblemNotice } from "../ui/notice.tsx";

/** Whether clients are asked: by default nobody is. */
export function AskSetting() {
  const { language } = useWords();
  const { desk } = useDesk();
  const say = boardWords[language].satisfaction;
  const client = useQueryClient();
  const [problem, setProblem] = useState<Problem | null>(null);
  const setting = useQuery({
    queryKey: ["board", desk.id, "asks"],
    queryFn: async ({ signal }) => valueOf(await readSatisfaction(desk.id, signal)),
  });
  const { data } = setting;
  if (data === undefined) return null;
  const change = async (): Promise<void> => {
    const answer = await setSatisfaction(desk.id, !data.on);
    setProblem(answer.ok ? null : answer.problem);
    await client.invalidateQueries({ queryKey: ["board", desk.id] });
  };
  return (
    <div className="ask-setting">
      {data.on ? null : <p className="soft small">{say.asks}</p>}
      <Button className="button quiet small-button" onPress={() => void change()}>
        {data.on ? say.stop : say.ask}
      </Button>
      <ProblemNotice problem={problem} />
    </div>
  );
}

/** Answers that are not content, for somebody to look at. */
export function BadAnswers() {
  const { language, words } = useWords();
  const { desk } = useDesk();
  const say = boardWords[language].satisfaction;
  const client = useQueryClient();
  const list = useInfiniteQuery({
    queryKey: ["board", desk.id, "bad"],
    queryFn: async ({ pageParam, signal }) =>
      valueOf(await listBadAnswers(desk.id, pageParam, signal)),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  const answers = list.data?.pages.flatMap((page) => page.answers) ?? [];
  const see = async (folio: string): Promise<void> => {
    await lookAtAnswers(desk.id, folio);
    await client.invalidateQueries({ queryKey: ["board", desk.id, "bad"] });
  };
  return (
    <section className="figure bad-answers" aria-label={say.badTitle}>
      <h3>{say.badTitle}</h3>
      {list.isSuccess && answers.length === 0 ? <p className="soft">{say.badNone}</p> : null}
      <ul>
        {answers.map(({ folio, subject, answer }) => (
          <BadAnswer
            key={`${folio}/${answer.solution}`}
            found={{ folio, subject, answer }}
            onSeen={() => void see(folio)}
          />
        ))}
      </ul>
      {list.hasNextPage ? (
        <Button className="button quiet more" onPress={() => void list.fetchNextPage()}>
          {words.queue.more}
        </Button>
      ) : null}
    </section>
  );
}

interface Answered {
  readonly found: BadAnswersView["answers"][number];
  readonly onSeen: () => void;
}

function BadAnswer({ found: { folio, subject, answer }, onSeen }: Answered) {
  const { language } = useWords();
  const { desk, place } = useDesk();
  const say = boardWords[language].satisfaction;
  return (
    <li>
      <p>
        <Link to="/d/$desk/t/$folio" params={{ desk: desk.id, folio }} search={{ view: "open" }}>
          {folio} · {subject}
        </Link>{" "}
        <span className="soft small">
          {answer.answered === null
            ? ""
            : sayShortMoment(Math.floor(answer.answered / MINUTE) * MINUTE, place)}
        </span>
      </p>
      <blockquote className={answer.words === null ? "soft" : undefined}>
        {answer.words ?? say.noWords}
      </blockquote>
      {answer.seen === null ? (
        <Button
          className="button quiet small-button"
          aria-label={`${say.see}: ${folio}`}
          onPress={onSeen}
        >
          {say.see}
        </Button>
      ) : (
        <p className="soft small">{say.seen(answer.seenBy ?? "")}</p>
      )}
    </li>
  );
}
