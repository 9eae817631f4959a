import { useNavigate, useParams, useRouter, useSearch } from "@tanstack/react-router";
import { Suspense, lazy, useEffect, useRef } from "react";
import type { RefObject } from "react";
import {
  Checkbox,
  Collection,
  GridList,
  GridListItem,
  GridListLoadMoreItem,
  ListLayout,
  Virtualizer,
} from "react-aria-components";
import type { TicketRow } from "../../contract/ticket.ts";
import { may } from "../../core/access/may.ts";
import { useDesk } from "../app/desk.tsx";
import { choose, toggleChosen, useChosen } from "../bulk/chosen.ts";
import { useWords } from "../app/language.tsx";
import { useShortcuts } from "../shell/shortcuts.ts";
import { usePrefetch } from "../ticket/prefetch.ts";
import { Empty, LoadFailed, Loading } from "../ui/notice.tsx";
import { Head } from "./head.tsx";
import { QueueRow } from "./row.tsx";
import { focusClock, focusRow, focusedRow, rowAt } from "./steering.ts";
import { useTickets } from "./use-tickets.ts";

const BulkBar = lazy(async () => ({ default: (await import("../bulk/bulk-bar.tsx")).BulkBar }));

/** A list of tickets, what falls due next first. */
export function Queue() {
  const { words } = useWords();
  const { desk } = useDesk();
  const search = useSearch({ from: "/d/$desk/work" });
  const { folio: open } = useParams({ strict: false });
  const scroller = useRef<HTMLDivElement>(null);
  const isRead = (): boolean =>
    open !== undefined ||
    (scroller.current?.scrollTop ?? 0) > 0 ||
    scroller.current?.contains(document.activeElement) === true;
  const list = useTickets(desk.id, search, isRead);
  const chosen = useChosen();
  const { tickets } = list;
  return (
    <section className="queue" aria-label={words.queue.list}>
      <Head
        search={search}
        list={list}
        onShowWaiting={() => {
          list.showWaiting();
          scroller.current?.scrollTo({ top: 0 });
        }}
      />
      {list.isPending ? <Loading /> : null}
      {list.isError && tickets.length === 0 ? (
        <LoadFailed error={list.error} retry={() => void list.refetch()} />
      ) : null}
      {list.isSuccess && tickets.length === 0 ? (
        <Empty>
          <p>{emptyWords(search, words.queue)}</p>
        </Empty>
      ) : null}
      {tickets.length === 0 ? null : <Rows list={list} scroller={scroller} open={open} />}
      <Suspense>{chosen.size > 0 ? <BulkBar search={search} /> : null}</Suspense>
    </section>
  );
}

interface Listing {
  readonly list: Pick<ReturnType<typeof useTickets>, "tickets" | "hasMore" | "loadMore">;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly open: string | undefined;
}

/** What a row is taken to measure until it is drawn. */
const ROW = 56;

/** Only the rows that are seen are drawn; the list says to a screen reader how many there are. */
function Rows({ list, scroller, open }: Listing) {
  const { words } = useWords();
  const { desk } = useDesk();
  const search = useSearch({ from: "/d/$desk/work" });
  const router = useRouter();
  const prefetch = usePrefetch();
  usePrefetchFocused(scroller, prefetch);
  const { tickets, hasMore, loadMore } = list;
  const maySelect = useListKeys({ tickets, open });
  const chosen = useChosen();
  const addressOf = (folio: string): string =>
    router.buildLocation({ to: "/d/$desk/t/$folio", params: { desk: desk.id, folio }, search })
      .publicHref;
  const row = (one: TicketRow) => (
    <GridListItem
      id={one.folio}
      href={addressOf(one.folio)}
      textValue={`${one.folio} ${one.subject}`}
      className={one.folio === open ? "row-item is-open" : "row-item"}
      onHoverStart={() => prefetch(one.folio)}
      onPressStart={() => prefetch(one.folio)}
    >
      {maySelect ? (
        <Checkbox slot="selection" className="check row-choose">
          <span className="box" aria-hidden="true" />
        </Checkbox>
      ) : null}
      <QueueRow row={one} />
    </GridListItem>
  );
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowSize: ROW }}>
      <GridList
        ref={scroller}
        className="rows"
        aria-label={words.queue.list}
        selectionMode={maySelect ? "multiple" : "none"}
        selectionBehavior="toggle"
        selectedKeys={chosen}
        onSelectionChange={(keys) =>
          choose(keys === "all" ? tickets.map(({ folio }) => folio) : [...keys].map(String))
        }
        {...(chosen.size > 0 ? { "data-choosing": true } : {})}
        disallowTypeAhead
      >
        <Collection items={tickets} dependencies={[open, search, maySelect]}>
          {row}
        </Collection>
        {hasMore ? (
          <GridListLoadMoreItem onLoadMore={loadMore} scrollOffset={2} isLoading className="more">
            {words.queue.loadingMore}
          </GridListLoadMoreItem>
        ) : null}
      </GridList>
    </Virtualizer>
  );
}

function emptyWords(
  { view, q }: { readonly view: string; readonly q?: string | undefined },
  queue: { readonly empty: string; readonly emptyOpen: string; readonly emptyFound: string },
): string {
  if (q !== undefined && q !== "") return queue.emptyFound;
  return view === "open" ? queue.emptyOpen : queue.empty;
}

/** The ticket whose row gets the focus is read ahead: Enter may follow. */
function usePrefetchFocused(
  scroller: RefObject<HTMLDivElement | null>,
  prefetch: (folio: string) => void,
): void {
  useEffect(() => {
    const list = scroller.current;
    const listen = ({ target }: FocusEvent): void => {
      const row = target instanceof Element ? rowAt(target) : null;
      if (row !== null) prefetch(row);
    };
    list?.addEventListener("focusin", listen);
    return () => list?.removeEventListener("focusin", listen);
  }, [scroller, prefetch]);
}

/** The list's keys; gives whether its rows may be chosen. */
function useListKeys({ tickets, open }: Stepping): boolean {
  const { desk, roles } = useDesk();
  const go = useStep({ tickets, open });
  const maySelect = may(roles, "ticket.bulk") && desk.sees === "all";
  const toggle = (): void => {
    const folio = focusedRow() ?? open ?? null;
    if (folio !== null) toggleChosen(folio);
  };
  const steps = { j: () => go(1), k: () => go(-1), v: () => focusClock(focusedRow() ?? open) };
  useShortcuts({ ...steps, ...(maySelect ? { x: toggle } : {}) });
  return maySelect;
}

interface Stepping {
  readonly tickets: readonly TicketRow[];
  readonly open: string | undefined;
}

/** Steps through the list: with a ticket open the next one opens, else the next row is focused. Nothing waits for the network. */
function useStep({ tickets, open }: Stepping): (by: 1 | -1) => void {
  const navigate = useNavigate();
  const { desk } = useDesk();
  const prefetch = usePrefetch();
  const search = useSearch({ from: "/d/$desk/work" });
  return (by) => {
    const from = tickets.findIndex(({ folio }) => folio === (open ?? focusedRow()));
    const at = from === -1 ? 0 : Math.min(tickets.length - 1, Math.max(0, from + by));
    const to = tickets[at]?.folio;
    if (to === undefined) return;
    focusRow(to, { at, of: tickets.length });
    const beyond = tickets[at + by]?.folio;
    if (open === undefined || to === open) return;
    void navigate({ to: "/d/$desk/t/$folio", params: { desk: desk.id, folio: to }, search });
    if (beyond !== undefined) prefetch(beyond);
  };
}
