import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, Outlet, useParams } from "@tanstack/react-router";
import { Button } from "react-aria-components";
import type { OutgoingRow } from "../../contract/outgoing.ts";
import { sayShortMoment } from "../../words/short.ts";
import { listOutgoing } from "../api/desk.ts";
import { valueOf } from "../api/request.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { useRefresh } from "../live/standing.ts";
import { Empty, LoadFailed, Loading } from "../ui/notice.tsx";
import { useRecipientWords } from "./recipient.ts";
import { DeliveryState } from "./state.tsx";

/** What left the desk or waits to, newest first; one message beside the list. */
export function Outgoing() {
  const { words } = useWords();
  const { desk } = useDesk();
  const { id } = useParams({ strict: false });
  const say = words.outgoing;
  const list = useInfiniteQuery({
    queryKey: ["outgoing", desk.id],
    queryFn: async ({ pageParam, signal }) =>
      valueOf(await listOutgoing(desk.id, pageParam, signal)),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    refetchInterval: useRefresh(),
  });
  const rows = [
    ...new Map(
      list.data?.pages.flatMap((page) => page.messages.map((row) => [row.id, row] as const)),
    ).values(),
  ];
  return (
    <div className={id === undefined ? "page outgoing" : "page outgoing with-message"}>
      <section className="outgoing-list" aria-label={say.list}>
        <h2>{say.title}</h2>
        <p className="soft">{say.lead}</p>
        {list.isPending ? <Loading /> : null}
        {list.isError && rows.length === 0 ? (
          <LoadFailed error={list.error} retry={() => void list.refetch()} />
        ) : null}
        {list.isSuccess && rows.length === 0 ? <Empty>{say.empty}</Empty> : null}
        <ul className="mails">
          {rows.map((row) => (
            <li key={row.id}>
              <Mail row={row} isOpen={row.id === id} />
            </li>
          ))}
        </ul>
        {list.hasNextPage ? (
          <Button
            className="button quiet more"
            aria-disabled={list.isFetchingNextPage}
            onPress={() => void list.fetchNextPage({ cancelRefetch: false })}
          >
            {words.queue.more}
          </Button>
        ) : null}
      </section>
      <Outlet />
    </div>
  );
}

function Mail({ row, isOpen }: { readonly row: OutgoingRow; readonly isOpen: boolean }) {
  const { words } = useWords();
  const { desk, place } = useDesk();
  const whom = useRecipientWords();
  return (
    <Link
      to="/d/$desk/correo/$id"
      params={{ desk: desk.id, id: row.id }}
      className={isOpen ? "mail is-open" : "mail"}
      {...(isOpen ? { "aria-current": "true" } : {})}
    >
      <span className="mail-subject">{row.subject}</span>
      <span className="soft">{whom(row.recipient)}</span>
      <DeliveryState delivery={row} />
      <span className="soft mail-when">
        {row.folio === null ? "" : `${row.folio} · `}
        {sayShortMoment(row.at - (row.at % 60_000), place)}
        {row.attempts > 1 ? ` · ${words.outgoing.attempts(row.attempts)}` : ""}
      </span>
    </Link>
  );
}
