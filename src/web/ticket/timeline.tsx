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
import { OpinionLine, addressOf, useOpinions } from "./opinion.tsx";
import type { TimelineDay, TimelineFilter, TimelineItem } from "./grouping.ts";

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
  const opinions = useOpinions(ticket);
  // What the client thinks of it comes after the rest, and may be what is sought.
  const isThere = opinions.length > 0;
  const days = useMemo(
    () => timelineDays({ ...ticket, opinions }, filter, place),
    [ticket, opinions, filter, place],
  );
  const drawn = useShown(days, { isWhole, isSought: hash !== "" });
  useEffect(() => {
    if (hash !== "") document.getElementById(hash)?.scrollIntoView({ block: "center" });
  }, [hash, isThere]);
  const shown = isThere ? ([...filters, "opinions"] as const) : filters;
  return (
    <section className="timeline" aria-label={words.timeline.title}>
      <div className="timeline-head">
        <h3>{words.timeline.title}</h3>
        <ToggleButtonGroup
          className="filters"
          aria-label={words.timeline.filter}
          selectedKeys={[filter]}
          disallowEmptySelection
          onSelectionChange={(keys) => setFilter(shown.find((one) => keys.has(one)) ?? "all")}
        >
          {shown.map((one) => (
            <ToggleButton key={one} id={one}>
              {one === "deadlines" || one === "opinions"
                ? timelineWords[language][one]
                : words.timeline[one]}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </div>
      {days.length === 0 ? <p className="soft">{words.timeline.empty}</p> : null}
      {drawn.map(({ day, items }) => (
        <section key={day} aria-label={day}>
          <h4>{day}</h4>
          <ol className="entries">
            {items.map((item) => (
              <Item key={keyOf(item)} {...{ ticket, item, hash }} />
            ))}
          </ol>
        </section>
      ))}
      {isWhole ? <Departing ticket={ticket} /> : null}
    </section>
  );
}

function keyOf(item: TimelineItem): string {
  if (item.is === "entry") return `entry ${String(item.entry.seq)}`;
  return item.is === "opinion"
    ? `opinion ${String(item.opinion.solution)}`
    : `mail ${item.delivery.id}`;
}

interface Line {
  readonly ticket: TicketDetail;
  readonly item: TimelineItem;
  /** What the page's address names. */
  readonly hash: string;
}

function Item({ ticket, item, hash }: Line) {
  switch (item.is) {
    case "entry":
      return (
        <Entry
          ticket={ticket}
          entry={item.entry}
          isSought={hash === `e${String(item.entry.seq)}`}
        />
      );
    case "opinion":
      return <OpinionLine opinion={item.opinion} isSought={hash === addressOf(item.opinion)} />;
    case "delivery":
      return <DeliveryLine delivery={item.delivery} />;
  }
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
