import { useNavigate } from "@tanstack/react-router";
import { Button } from "react-aria-components";
import { liveWords } from "../../words/workspace/live.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { sayTime } from "../../words/dates.ts";
import { Picked } from "../ui/fields.tsx";
import type { useTickets } from "./use-tickets.ts";
import type { ViewSearch } from "./view.ts";

const ANY = "*";

interface Heading {
  readonly search: ViewSearch;
  readonly list: ReturnType<typeof useTickets>;
  /** Puts what came since at its place, and goes to the top. */
  readonly onShowWaiting: () => void;
}

/** What list this is, how many it shows, and whether that is up to date. */
export function Head({ search, list, onShowWaiting }: Heading) {
  const { words, language } = useWords();
  const { desk, place, severity } = useDesk();
  const navigate = useNavigate();
  const { queue, network, views } = words;
  const sought = search.q ?? "";
  const isStale = list.isError && list.data !== undefined;
  const choose = (id: string): void => {
    const narrowed = id === ANY ? { view: search.view } : { view: search.view, severity: id };
    void navigate({ to: "/d/$desk", params: { desk: desk.id }, search: narrowed });
  };
  return (
    <div className="queue-head">
      <div>
        <h2>{sought === "" ? views[search.view] : queue.found(sought)}</h2>
        <output className="soft">
          {isStale ? `${network.stale(sayTime(list.dataUpdatedAt, place))} · ` : ""}
          {list.isSuccess ? queue.count(list.tickets.length, list.hasMore) : ""}
          {sought === "" ? ` · ${search.view === "closed" ? queue.orderClosed : queue.order}` : ""}
        </output>
        {/* The words are said when they come, and the button is reached where the list begins. */}
        <div className="waiting-rows" aria-live="polite">
          {list.waiting.length === 0 ? null : (
            <Button
              className="button quiet"
              aria-label={liveWords[language].showWaiting(list.waiting.length)}
              onPress={onShowWaiting}
            >
              {liveWords[language].waiting(list.waiting.length)}
            </Button>
          )}
        </div>
      </div>
      {sought === "" ? (
        <Picked
          name="severity"
          label={queue.severity}
          value={search.severity ?? ANY}
          onChange={choose}
          options={[
            { id: ANY, label: queue.anySeverity },
            ...desk.severities.map(({ id }) => ({ id, label: severity(id) })),
          ]}
        />
      ) : null}
    </div>
  );
}
