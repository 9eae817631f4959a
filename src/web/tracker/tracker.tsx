import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button } from "react-aria-components";
import { trackerWords } from "../../words/workspace/tracker.ts";
import { trackerFile } from "../api/tracker.ts";
import type { TrackerSearch } from "../api/tracker.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Picked } from "../ui/fields.tsx";
import { Empty, LoadFailed, Loading } from "../ui/notice.tsx";
import { FollowPanel } from "./follow-panel.tsx";
import { Followers } from "./followers.tsx";
import { TrackerTable } from "./table.tsx";
import { useTracker } from "./use-tracker.ts";

const ANY = "*";

/** The list that the manual promises, and the digest of what changes in it. */
export function Tracker() {
  const { language, words } = useWords();
  const { desk } = useDesk();
  const search = useSearch({ from: "/d/$desk/seguimiento" });
  const say = trackerWords[language];
  const list = useTracker(desk.id, search);
  const pages = list.data?.pages ?? [];
  const first = pages[0];
  const rows = [
    ...new Map(pages.flatMap((page) => page.rows.map((row) => [row.folio, row] as const))).values(),
  ];
  return (
    <div className="page tracker">
      <h2>{say.title}</h2>
      <p className="soft">{say.lead}</p>
      {first === undefined ? null : (
        <>
          <FollowPanel digest={first.digest} portal={search.portal ?? null} />
          {first.digest === null ? null : <Followers portals={first.portals} />}
          <Filters search={search} portals={first.portals} categories={first.categories} />
        </>
      )}
      {list.isPending ? <Loading /> : null}
      {list.isError && rows.length === 0 ? (
        <LoadFailed error={list.error} retry={() => void list.refetch()} />
      ) : null}
      {first !== undefined && rows.length === 0 ? <Empty>{say.none}</Empty> : null}
      {first === undefined || rows.length === 0 ? null : (
        <TrackerTable
          columns={first.columns}
          rows={rows}
          categories={pages.flatMap((page) => page.categories)}
        />
      )}
      {list.hasNextPage ? (
        <Button
          className="button quiet more"
          aria-disabled={list.isFetchingNextPage}
          onPress={() => void list.fetchNextPage({ cancelRefetch: false })}
        >
          {list.isFetchingNextPage ? words.queue.loadingMore : words.queue.more}
        </Button>
      ) : null}
    </div>
  );
}

interface Filtering {
  readonly search: TrackerSearch;
  readonly portals: readonly string[];
  readonly categories: readonly {
    readonly id: string;
    readonly label: { readonly es: string; readonly en?: string | undefined };
  }[];
}

function Filters({ search, portals, categories }: Filtering) {
  const { language, text } = useWords();
  const { desk } = useDesk();
  const navigate = useNavigate();
  const say = trackerWords[language];
  const narrow = (changes: TrackerSearch): void =>
    void navigate({
      to: "/d/$desk/seguimiento",
      params: { desk: desk.id },
      search: { ...search, ...changes },
    });
  const chosen = (id: string): string | undefined => (id === ANY || id === "" ? undefined : id);
  return (
    <div className="tracker-filters">
      {portals.length === 0 ? null : (
        <Picked
          name="portal"
          label={say.portal}
          value={search.portal ?? ANY}
          onChange={(id) => narrow({ portal: chosen(id) })}
          options={[{ id: ANY, label: say.anyPortal }, ...portals.map((id) => ({ id, label: id }))]}
        />
      )}
      <Picked
        name="category"
        label={say.category}
        value={search.category ?? ANY}
        onChange={(id) => narrow({ category: chosen(id) })}
        options={[
          { id: ANY, label: say.anyCategory },
          ...categories.map(({ id, label }) => ({ id, label: text(label) })),
        ]}
      />
      <a className="button quiet" href={trackerFile(desk.id, search, language)} download>
        {say.csv}
      </a>
    </div>
  );
}
