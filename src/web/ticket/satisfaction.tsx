import { useQuery } from "@tanstack/react-query";
import { boardWords } from "../../words/figures/board.ts";
import { sayShortMoment } from "../../words/short.ts";
import { readAnswers } from "../api/board.ts";
import { valueOf } from "../api/request.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Part } from "./part.tsx";

/** What the client answered of how they were attended, solution by solution; nothing where nobody was asked. */
export function SatisfactionOfTicket({ folio }: { readonly folio: string }) {
  const { language } = useWords();
  const { desk, place } = useDesk();
  const words = boardWords[language];
  const { data } = useQuery({
    queryKey: ["satisfaction", desk.id, folio],
    queryFn: async ({ signal }) => valueOf(await readAnswers(desk.id, folio, signal)),
  });
  const answers = data?.answers ?? [];
  if (answers.length === 0) return null;
  return (
    <Part title={words.satisfaction.title}>
      <p className="soft small">«{words.satisfaction.question}»</p>
      <ul className="answers">
        {answers.map(({ solution, score, words: said, answered, changed, seen, seenBy }) => (
          <li key={solution}>
            <strong>{words.parts[score ?? "unanswered"]}</strong>
            {answered === null ? null : (
              <span className="soft small"> · {sayShortMoment(changed ?? answered, place)}</span>
            )}
            {said === null ? null : <blockquote>{said}</blockquote>}
            {seen === null ? null : (
              <p className="soft small">{words.satisfaction.seen(seenBy ?? "")}</p>
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
}
