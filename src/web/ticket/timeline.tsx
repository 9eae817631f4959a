import { useLocation } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import type { TicketDetail } from "../../contract/ticket.ts";
import { timelineWords } from "../../words/workspace/timeline.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Departing } from "../compose/departing.tsx";
import { DeliveryLine } from "./delivery.tsx";
import { Entry } from "./entry.tsx";
import { timelineDays } from "./grouping.ts";
import type { TimelineFilter } from "./grouping.ts";

const filters: readonly TimelineFilter[] = ["all", "messages", "internal", "deadlines"];

/** Messages and events in one, oldest first, each with an address of its own. */
export function Timeline({ ticket }: { readonly ticket: TicketDetail }) {
  const { words, language } = useWords();
  const { place } = useDesk();
  const [filter, setFilter] = useState<TimelineFilter>("all");
  const hash = useLocation({ select: (location) => location.hash });
  useEffect(() => {
    if (hash !== "") document.getElementById(hash)?.scrollIntoView({ block: "center" });
  }, [hash]);
  const days = timelineDays(ticket, filter, place);
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
      {days.map(({ day, items }) => (
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
      <Departing ticket={ticket} />
    </section>
  );
}
