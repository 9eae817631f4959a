import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Suspense, memo, useState } from "react";
import { Button } from "react-aria-components";
import type { SavedView } from "../../contract/views.ts";
import { queueWorkWords } from "../../words/workspace/queue-work.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { usePreferences } from "../app/preferences.ts";
import { lazily } from "../app/lazily.ts";
import { useListAhead } from "../queue/read-ahead.ts";
import { isSameList, viewNames } from "../queue/view.ts";
import type { ViewSearch } from "../queue/view.ts";
import { Icon } from "../ui/icons.tsx";
import { useViewCounts, useViews } from "../views/use-views.ts";
import { goLetters, useGo } from "./go.ts";

const ArrangeViews = lazily(() => import("../views/arrange-views.tsx"), "ArrangeViews");

/** A list that is narrowed is another list. */
const exactly = { exact: true, includeSearch: true } as const;

/** Counting stops here on the server. */
const MOST = 1000;

/** The views that were kept, each with how many tickets it holds; `g` and a number leads to each. */
export const SavedViews = memo(function SavedViews() {
  const { language } = useWords();
  const { desk } = useDesk();
  const { views } = useViews(desk.id);
  const navigate = useNavigate();
  const [arranging, setArranging] = useState(false);
  const say = queueWorkWords[language];
  const go = (to: ViewSearch): void =>
    void navigate({ to: "/d/$desk", params: { desk: desk.id }, search: to });
  useGo((stroke) => {
    const view = views[Number(stroke) - 1];
    const name = goLetters[stroke as keyof typeof goLetters] as ViewSearch["view"] | undefined;
    if (view !== undefined) go(view.filter);
    else if (name !== undefined && viewNames.includes(name)) go({ view: name });
  });
  if (views.length === 0) return null;
  return (
    <section className="saved-views" aria-label={say.views}>
      <h2 className="place-title">
        <span className="view-name">{say.views}</span>
        <Button
          className="icon-button small"
          aria-label={say.manage}
          onPress={() => setArranging(true)}
        >
          <Icon name="more" />
        </Button>
      </h2>
      <Kept views={views} />
      {arranging ? (
        <Suspense>
          <ArrangeViews onClose={() => setArranging(false)} />
        </Suspense>
      ) : null}
    </section>
  );
});

/** Each view with its count, and the strokes that lead to it. */
function Kept({ views }: { readonly views: readonly SavedView[] }) {
  const { desk } = useDesk();
  const { shortcuts } = usePreferences();
  const { data: counts } = useViewCounts(desk.id, true);
  const ahead = useListAhead(desk.id);
  const search = useSearch({ strict: false }) as Partial<ViewSearch>;
  const { folio } = useParams({ strict: false });
  return (
    <ul>
      {views.map(({ id, name, shared, filter }, at) => {
        const isCurrent = search.view !== undefined && isSameList(filter, search as ViewSearch);
        const count = counts?.[id];
        return (
          <li key={id}>
            <Link
              to="/d/$desk"
              params={{ desk: desk.id }}
              search={filter}
              onPointerEnter={() => ahead(filter)}
              onFocus={() => ahead(filter)}
              activeOptions={exactly}
              {...(isCurrent ? { "aria-current": folio === undefined ? "page" : "true" } : {})}
              className="view"
            >
              <Icon name={shared ? "people" : "view"} />
              <span className="view-name">{name}</span>
              {shortcuts && at < 9 ? (
                <kbd className="stroke go-stroke" aria-hidden="true">
                  g {at + 1}
                </kbd>
              ) : null}
              {count === undefined ? null : (
                <span className="count">{count >= MOST ? `${MOST - 1}+` : count}</span>
              )}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
