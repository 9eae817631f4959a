import type { TicketRow } from "../../contract/ticket.ts";
import { progressInWords } from "../../words/progress.ts";
import { attentionWorkWords } from "../../words/workspace/attention.ts";
import { underwayWords } from "../../words/workspace/underway.ts";
import { useForeseenRow } from "../acts/use-foreseen.ts";
import { useDesk } from "../app/desk.tsx";
import { DraftTag } from "../compose/draft-tag.tsx";
import { useWords } from "../app/language.tsx";
import { OthersInRow } from "../live/viewers.tsx";
import { Icon } from "../ui/icons.tsx";
import { ExplainedClock } from "./explained-clock.tsx";

/** What a row of the queue shows, whatever its width. */
export function QueueRow({ row: known }: { readonly row: TicketRow }) {
  const { row, standing } = useForeseenRow(known);
  const { words, language } = useWords();
  const desk = useDesk();
  const { queue } = words;
  const say = attentionWorkWords[language];
  const hasLevels = desk.desk.levels.length > 1;
  return (
    <div className={standing === "still" ? "row" : `row is-${standing}`}>
      <ExplainedClock row={row} />
      <span className="row-folio">{row.folio}</span>
      <span className="row-subject">
        {standing === "put-back" ? (
          <span className="row-trouble">
            <Icon name="fault" /> {underwayWords[language].putBack}{" "}
          </span>
        ) : null}
        {row.subject}
      </span>
      <span className="row-who">
        <DraftTag folio={row.folio} />
        <OthersInRow folio={row.folio} />
        {row.requester.name ?? row.requester.address ?? queue.anonymous}
        {row.present === null ? null : (
          <span className={row.present ? "tag is-here" : "tag"}>
            {row.present ? say.here : say.away}
          </span>
        )}
      </span>
      <span className="row-severity">
        {desk.severity(row.severity)}
        {row.provisional ? <em> ({queue.provisional})</em> : null}
        {row.urgency === "claimed" ? <em className="claimed"> {say.states.claimed}</em> : null}
      </span>
      <span className="row-progress">
        {progressInWords(row.progress, language)}
        {hasLevels ? ` · ${desk.level(row.level)}` : ""}
      </span>
      <span className={row.assignee === null ? "row-assignee nobody" : "row-assignee"}>
        {row.assignee?.name ?? queue.nobody}
      </span>
      {row.troubled ? (
        <span className="row-trouble">
          <Icon name="fault" /> {queue.troubled}
        </span>
      ) : null}
    </div>
  );
}
