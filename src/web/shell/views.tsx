import { Link, useParams, useSearch } from "@tanstack/react-router";
import { memo } from "react";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { useListAhead, useOftenAhead } from "../queue/read-ahead.ts";
import { useCounts } from "../queue/use-tickets.ts";
import { Icon } from "../ui/icons.tsx";
import type { IconName } from "../ui/icons.tsx";
import { isSameList, viewNames } from "../queue/view.ts";
import type { ViewName, ViewSearch } from "../queue/view.ts";

/** A list that is narrowed is another list. */
const exactly = { exact: true, includeSearch: true } as const;

/** Counting stops here on the server. */
const MOST = 1000;

const icons: Readonly<Record<ViewName, IconName>> = {
  open: "tray",
  mine: "mine",
  unassigned: "unassigned",
  breached: "late",
  waiting: "pause",
  solved: "check",
  closed: "archive",
};

/** The lists of tickets, each with how many it holds. */
export const Views = memo(function Views() {
  const { words } = useWords();
  const { desk } = useDesk();
  const { data } = useCounts(desk.id);
  const ahead = useListAhead(desk.id);
  useOftenAhead(desk.id, data !== undefined);
  const search = useSearch({ strict: false });
  const { folio } = useParams({ strict: false });
  const countOf = (name: ViewName): number | null =>
    name === "closed" ? null : (data?.[name] ?? null);
  return (
    <nav className="views" aria-label={words.shell.views}>
      <ul>
        {viewNames.map((name) => {
          const isCurrent =
            search.view !== undefined && isSameList({ view: name }, search as ViewSearch);
          const count = countOf(name);
          return (
            <li key={name}>
              <Link
                to="/d/$desk"
                params={{ desk: desk.id }}
                search={{ view: name }}
                onPointerEnter={() => ahead({ view: name })}
                onFocus={() => ahead({ view: name })}
                activeOptions={exactly}
                {...(isCurrent ? { "aria-current": folio === undefined ? "page" : "true" } : {})}
                className={name === "breached" && (count ?? 0) > 0 ? "view alarming" : "view"}
              >
                <Icon name={icons[name]} />
                <span className="view-name">{words.views[name]}</span>
                {count === null ? null : (
                  <span className="count">{count >= MOST ? `${MOST - 1}+` : count}</span>
                )}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
});
