import { useQuery } from "@tanstack/react-query";
import type { TicketDetail } from "../../contract/ticket.ts";
import { sayMoment, sayTime } from "../../words/dates.ts";
import { timelineWords } from "../../words/workspace/timeline.ts";
import { readAnswers } from "../api/board.ts";
import { valueOf } from "../api/request.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { useRefresh } from "../live/standing.ts";
import type { Opinion } from "./grouping.ts";

const none: readonly Opinion[] = [];

/** What the client answered of how they were attended, solution by solution; asked for where the ticket has ended once. */
export function useOpinions({ row: { folio }, timeline }: TicketDetail): readonly Opinion[] {
  const { desk } = useDesk();
  const refresh = useRefresh();
  const { data } = useQuery({
    queryKey: ["satisfaction", desk.id, folio],
    queryFn: async ({ signal }) => valueOf(await readAnswers(desk.id, folio, signal)),
    enabled: timeline.some(({ type }) => type === "closed"),
    refetchInterval: refresh,
    select: ({ answers }) =>
      answers.flatMap((one) => (one.answered === null ? [] : [{ ...one, answered: one.answered }])),
  });
  return data ?? none;
}

/** The address of an answer within its ticket: by the solution that it is about. */
export function addressOf({ solution }: Pick<Opinion, "solution">): string {
  return `o${String(solution)}`;
}

interface Shown {
  readonly opinion: Opinion;
  /** The page's address names it. */
  readonly isSought: boolean;
}

/** The client's answer as a line of the timeline, with its words. */
export function OpinionLine({ opinion, isSought }: Shown) {
  const { language } = useWords();
  const { place } = useDesk();
  const say = timelineWords[language];
  const { score, words, answered, changed } = opinion;
  const at = changed ?? answered;
  const address = addressOf(opinion);
  return (
    <li
      id={address}
      className={`entry by-client is-opinion ${words === null ? "is-event" : "is-message"}${isSought ? " is-sought" : ""}`}
    >
      <div className="entry-line">
        <span className="entry-said">
          {score === null ? null : say.opinion[score]}
          {changed === null ? null : ` ${say.opinionChanged}`}
        </span>
        <a href={`#${address}`} className="entry-time" data-whole={sayMoment(at, place)}>
          <span className="unseen">
            {say.opinionAddress}: {sayMoment(at, place)}{" "}
          </span>
          <time dateTime={new Date(at).toISOString()}>{sayTime(at, place)}</time>
        </a>
      </div>
      {words === null ? null : <div className="said">{words}</div>}
    </li>
  );
}
