import { useNavigate } from "@tanstack/react-router";
import { Suspense, useState } from "react";
import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import { may } from "../../core/access/may.ts";
import { queueWorkWords } from "../../words/workspace/queue-work.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { lazily } from "../app/lazily.ts";
import { useShortcuts } from "../shell/shortcuts.ts";
import { Icon } from "../ui/icons.tsx";
import { useViews } from "../views/use-views.ts";
import { useClientOf } from "./clients.ts";
import { chipsOf } from "./filter-options.ts";
import type { FilterOption } from "./filter-options.ts";
import { useFilterOptions } from "./use-filter-options.ts";
import { isSameList } from "./view.ts";
import type { ViewSearch } from "./view.ts";

const PickFilter = lazily(() => import("./pick-filter.tsx"), "PickFilter");
const KeepView = lazily(() => import("../views/keep-view.tsx"), "KeepView");

/** What the list is narrowed by, each to be taken out; what else it can be narrowed by; and keeping it as a view. */
export function FilterBar({
  search,
  children,
}: {
  readonly search: ViewSearch;
  readonly children: ReactNode;
}) {
  const { language } = useWords();
  const { desk, roles } = useDesk();
  const navigate = useNavigate();
  const client = useClientOf(search.organisation);
  const options = [...useFilterOptions(), ...client];
  const [asked, setAsked] = useState<"filter" | "keep" | null>(null);
  const { views } = useViews(desk.id);
  useShortcuts({ f: () => setAsked("filter") });
  const say = queueWorkWords[language];
  const chips = chipsOf(search, options, language);
  const go = (to: ViewSearch): void =>
    void navigate({ to: "/d/$desk", params: { desk: desk.id }, search: to });
  const isKept = views.some(({ filter }) => isSameList(filter, search));
  return (
    <div className="filter-bar">
      {chips.map(({ names, of, label }) => (
        <Button
          key={names.join()}
          className="chip"
          aria-label={say.remove(`${of}: ${label}`)}
          onPress={() => go(without(search, names))}
        >
          <span className="chip-of">{of}</span> {label} <Icon name="close" />
        </Button>
      ))}
      <Button className="button quiet small" onPress={() => setAsked("filter")}>
        <Icon name="add" /> {say.filter}
        <kbd className="stroke" aria-hidden="true">
          f
        </kbd>
      </Button>
      {chips.length > 0 && !isKept && may(roles, "view.keep") ? (
        <Button className="button quiet small" onPress={() => setAsked("keep")}>
          <Icon name="view" /> {say.keep}
        </Button>
      ) : null}
      {children}
      <Asked
        asked={asked}
        search={search}
        options={options}
        onGo={go}
        onClose={() => setAsked(null)}
      />
    </div>
  );
}

function without(search: ViewSearch, names: readonly string[]): ViewSearch {
  return Object.fromEntries(
    Object.entries(search).filter(([name]) => !names.includes(name)),
  ) as ViewSearch;
}

interface Asking {
  readonly asked: "filter" | "keep" | null;
  readonly search: ViewSearch;
  readonly options: readonly FilterOption[];
  readonly onGo: (to: ViewSearch) => void;
  readonly onClose: () => void;
}

/** What was asked for: another filter, or a name to keep the list under. */
function Asked({ asked, search, options, onGo, onClose }: Asking) {
  if (asked === null) return null;
  const pick = (says: FilterOption["says"]): void => {
    onClose();
    onGo({ ...search, ...says } as ViewSearch);
  };
  return (
    <Suspense>
      {asked === "filter" ? (
        <PickFilter options={options} onPick={pick} onClose={onClose} />
      ) : (
        <KeepView search={search} onClose={onClose} />
      )}
    </Suspense>
  );
}
