import type { Language } from "../../core/policy/text.ts";
import { queueWorkWords } from "../../words/workspace/queue-work.ts";
import type { WorkspaceWords } from "../../words/workspace/words.ts";
import { useViews } from "../views/use-views.ts";
import { Button } from "react-aria-components";
import { liveWords } from "../../words/workspace/live.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { sayTime } from "../../words/dates.ts";
import { StartGuard } from "../guard/start-guard.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { isSameList } from "./view.ts";
import type { useTickets } from "./use-tickets.ts";
import type { ViewSearch } from "./view.ts";

interface Heading {
  readonly search: ViewSearch;
  readonly list: ReturnType<typeof useTickets>;
  /** Puts what came since at its place, and goes to the top. */
  readonly onShowWaiting: () => void;
}

/** What list this is, how many it shows, and whether that is up to date. */
export function Head({ search, list, onShowWaiting }: Heading) {
  const { words, language } = useWords();
  const { desk, place } = useDesk();
  const { queue, network, views } = words;
  const kept = useViews(desk.id).views.find(({ filter }) => isSameList(filter, search));
  const sought = search.q ?? "";
  const isStale = list.isError && list.data !== undefined;
  return (
    <div className="queue-head">
      <div>
        <h2>{sought === "" ? (kept?.name ?? views[search.view]) : queue.found(sought)}</h2>
        <output className="soft">
          {isStale ? `${network.stale(sayTime(list.dataUpdatedAt, place))} · ` : ""}
          {list.isSuccess ? queue.count(list.tickets.length, list.hasMore) : ""}
          {sought === "" ? ` · ${orderOf(search, words, language)}` : ""}
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
      {sought === "" && desk.sees === "all" ? (
        <FilterBar search={search}>
          <StartGuard />
        </FilterBar>
      ) : null}
    </div>
  );
}

function orderOf(
  { view, sort }: ViewSearch,
  { queue }: WorkspaceWords,
  language: Language,
): string {
  if (view === "closed") return queue.orderClosed;
  return sort === undefined || sort === "due"
    ? queue.order
    : (queueWorkWords[language].sorts[sort] ?? queue.order);
}
