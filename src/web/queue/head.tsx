import { useNavigate } from "@tanstack/react-router";
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
}

/** What list this is, how many it shows, and whether that is up to date. */
export function Head({ search, list }: Heading) {
  const { words } = useWords();
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
          {list.isSuccess ? queue.count(list.tickets.length, list.hasNextPage) : ""}
          {sought === "" ? ` · ${search.view === "closed" ? queue.orderClosed : queue.order}` : ""}
        </output>
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
