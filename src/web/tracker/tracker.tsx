import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { Button } from "react-aria-components";
import { sayMoment } from "../../words/dates.ts";
import { trackerWords } from "../../words/workspace/tracker.ts";
import { trackerFile } from "../api/tracker.ts";
import type { TrackerSearch } from "../api/tracker.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { useServerTime } from "../time/now.tsx";
import { Picked } from "../ui/fields.tsx";
import { Empty, LoadFailed, Loading } from "../ui/notice.tsx";
import { FollowPanel } from "./follow-panel.tsx";
import { Followers } from "./followers.tsx";
import { TrackerTable } from "./table.tsx";
import { useNews } from "./use-news.ts";
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
  const { data } = list;
  const rows = useMemo(() => {
    const all = data?.pages.flatMap((page) => page.rows.map((row) => [row.folio, row] as const));
    return [...new Map(all).values()];
  }, [data]);
  const news = useNews(JSON.stringify([desk.id, search]), data === undefined ? null : rows);
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
      <Since news={news} />
      {first === undefined || rows.length === 0 ? null : (
        <TrackerTable
          news={news}
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

/** What is new since one last looked, and that one saw it. */
function Since({ news }: { readonly news: ReturnType<typeof useNews> }) {
  const { language } = useWords();
  const { place } = useDesk();
  const { skew } = useServerTime();
  const say = trackerWords[language];
  const { added, changed, since, seen } = news;
  const many = added.size + changed.size;
  return (
    <div className="tracker-news">
      <output>
        {since === null || many === 0
          ? say.live
          : say.news(added.size, changed.size, sayMoment(since + skew, place))}
      </output>
      {many === 0 ? null : (
        <Button className="button quiet" onPress={seen}>
          {say.seen}
        </Button>
      )}
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
