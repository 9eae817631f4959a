import { useNavigate, useParams, useRouter, useSearch } from "@tanstack/react-router";
import { Button, GridList, GridListItem } from "react-aria-components";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { useShortcuts } from "../shell/shortcuts.ts";
import { Empty, LoadFailed, Loading } from "../ui/notice.tsx";
import { Head } from "./head.tsx";
import { QueueRow } from "./row.tsx";
import { useTickets } from "./use-tickets.ts";

/** A list of tickets, what falls due next first. */
export function Queue() {
  const { words } = useWords();
  const { desk } = useDesk();
  const search = useSearch({ from: "/d/$desk/work" });
  const { folio: open } = useParams({ strict: false });
  const router = useRouter();
  const list = useTickets(desk.id, search);
  const { tickets } = list;
  const go = useStep(
    tickets.map(({ folio }) => folio),
    open,
  );
  useShortcuts({ j: () => go(1), k: () => go(-1) });
  const addressOf = (folio: string): string =>
    router.buildLocation({ to: "/d/$desk/t/$folio", params: { desk: desk.id, folio }, search })
      .publicHref;
  return (
    <section className="queue" aria-label={words.queue.list}>
      <Head search={search} list={list} />
      {list.isPending ? <Loading /> : null}
      {list.isError && tickets.length === 0 ? (
        <LoadFailed error={list.error} retry={() => void list.refetch()} />
      ) : null}
      {list.isSuccess && tickets.length === 0 ? (
        <Empty>
          <p>{emptyWords(search, words.queue)}</p>
        </Empty>
      ) : null}
      {tickets.length === 0 ? null : (
        <GridList
          className="rows"
          aria-label={words.queue.list}
          selectionMode="none"
          disallowTypeAhead
        >
          {tickets.map((row) => (
            <GridListItem
              key={row.folio}
              id={row.folio}
              href={addressOf(row.folio)}
              textValue={`${row.folio} ${row.subject}`}
              className={row.folio === open ? "row-item is-open" : "row-item"}
            >
              <QueueRow row={row} />
            </GridListItem>
          ))}
        </GridList>
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
    </section>
  );
}

function emptyWords(
  { view, q }: { readonly view: string; readonly q?: string | undefined },
  queue: { readonly empty: string; readonly emptyOpen: string; readonly emptyFound: string },
): string {
  if (q !== undefined && q !== "") return queue.emptyFound;
  return view === "open" ? queue.emptyOpen : queue.empty;
}

/** Steps through the list: with a ticket open the next one opens, else the next row is focused. */
function useStep(folios: readonly string[], open: string | undefined): (by: 1 | -1) => void {
  const navigate = useNavigate();
  const { desk } = useDesk();
  const search = useSearch({ from: "/d/$desk/work" });
  return (by) => {
    const focused = document.activeElement?.closest<HTMLElement>(".row-item")?.dataset["key"];
    const from = folios.indexOf(focused ?? open ?? "");
    const to = folios[from === -1 ? 0 : Math.min(folios.length - 1, Math.max(0, from + by))];
    if (to === undefined) return;
    document.querySelector<HTMLElement>(`.row-item[data-key="${CSS.escape(to)}"]`)?.focus();
    if (open === undefined || to === open) return;
    void navigate({ to: "/d/$desk/t/$folio", params: { desk: desk.id, folio: to }, search });
  };
}
