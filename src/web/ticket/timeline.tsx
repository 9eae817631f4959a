import { useLocation } from "@tanstack/react-router";
import { useEffect, useMemo, useState } from "react";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import type { TicketDetail } from "../../contract/ticket.ts";
import { timelineWords } from "../../words/workspace/timeline.ts";
import { usePart } from "../app/after-paint.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Departing } from "../compose/departing.tsx";
import { DeliveryLine } from "./delivery.tsx";
import { Entry } from "./entry.tsx";
import { countLines, linesAt, shownOf, stepsFor } from "./first-shown.ts";
import { timelineDays } from "./grouping.ts";
import type { TimelineDay, TimelineFilter } from "./grouping.ts";

const filters: readonly TimelineFilter[] = ["all", "messages", "internal", "deadlines"];

interface Read {
  readonly ticket: TicketDetail;
  /** What is seen first was painted: the rest of it is drawn, and what is on its way out is asked for. */
  readonly isWhole: boolean;
}

/** Messages and events in one, oldest first, each with an address of its own. */
export function Timeline({ ticket, isWhole }: Read) {
  const { words, language } = useWords();
  const { place } = useDesk();
  const [filter, setFilter] = useState<TimelineFilter>("all");
  const hash = useLocation({ select: (location) => location.hash });
  const days = useMemo(() => timelineDays(ticket, filter, place), [ticket, filter, place]);
  const shown = useShown(days, { isWhole, isSought: hash !== "" });
  useEffect(() => {
    if (hash !== "") document.getElementById(hash)?.scrollIntoView({ block: "center" });
  }, [hash]);
  return (
    <section className="timeline" aria-label={words.timeline.title}>
      <div className="timeline-head">
        <h3>{words.timeline.title}</h3>
        <ToggleButtonGroup
          className="filters"
          aria-label={words.timeline.filter}
          selectedKeys={[filter]}
          disallowEmptySelection
          onSelectionChange={(keys) => setFilter(filters.find((one) => keys.has(one)) ?? "all")}
        >
          {filters.map((one) => (
            <ToggleButton key={one} id={one}>
              {one === "deadlines" ? timelineWords[language].deadlines : words.timeline[one]}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </div>
      {days.length === 0 ? <p className="soft">{words.timeline.empty}</p> : null}
      {shown.map(({ day, items }) => (
        <section key={day} aria-label={day}>
          <h4>{day}</h4>
          <ol className="entries">
            {items.map((item) =>
              item.is === "entry" ? (
                <Entry
                  key={item.entry.seq}
                  ticket={ticket}
                  entry={item.entry}
                  isSought={hash === `e${item.entry.seq}`}
                />
              ) : (
                <DeliveryLine key={`mail ${item.delivery.id}`} delivery={item.delivery} />
              ),
            )}
          </ol>
        </section>
      ))}
      {isWhole ? <Departing ticket={ticket} /> : null}
    </section>
  );
}

const column = window.matchMedia("(max-width: 60rem)");

/** Of a long timeline, the part that is seen first, and then the rest of it bit by bit; all of it where one line is sought. */
function useShown(
  days: readonly TimelineDay[],
  { isWhole, isSought }: { readonly isWhole: boolean; readonly isSought: boolean },
): readonly TimelineDay[] {
  const lines = countLines(days);
  const step = usePart(isWhole ? stepsFor(lines) : 0);
  const drawn = linesAt(step);
  return useMemo(
    () =>
      isSought || lines <= drawn ? days : shownOf(days, drawn, column.matches ? "first" : "last"),
    [days, lines, drawn, isSought],
  );
}
