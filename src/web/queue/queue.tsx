import { useRouter, useSearch } from "@tanstack/react-router";
import { Suspense, memo, useRef } from "react";
import { useDesk } from "../app/desk.tsx";
import { useChosen } from "../bulk/chosen.ts";
import { useWords } from "../app/language.tsx";
import { lazily } from "../app/lazily.ts";
import { Empty, LoadFailed, Loading } from "../ui/notice.tsx";
import { Head } from "./head.tsx";
import { Rows } from "./rows.tsx";
import { useTickets } from "./use-tickets.ts";

const BulkBar = lazily(() => import("../bulk/bulk-bar.tsx"), "BulkBar");

/** A list of tickets, what falls due next first. A ticket that opens beside it draws two of its rows anew. */
export const Queue = memo(function Queue() {
  const { words } = useWords();
  const { desk } = useDesk();
  const search = useSearch({ from: "/d/$desk/work" });
  const router = useRouter();
  const scroller = useRef<HTMLDivElement>(null);
  const isRead = (): boolean =>
    router.state.matches.some(({ params }) => "folio" in params) ||
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
      {tickets.length === 0 ? null : <Rows list={list} scroller={scroller} />}
      <Suspense>{chosen.size > 0 ? <BulkBar search={search} /> : null}</Suspense>
    </section>
  );
});

function emptyWords(
  { view, q }: { readonly view: string; readonly q?: string | undefined },
  queue: { readonly empty: string; readonly emptyOpen: string; readonly emptyFound: string },
): string {
  if (q !== undefined && q !== "") return queue.emptyFound;
  return view === "open" ? queue.emptyOpen : queue.empty;
}
