import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, Outlet, useParams, useSearch } from "@tanstack/react-router";
import { Button } from "react-aria-components";
import type { ReceivedList, ReceivedRow } from "../../contract/received.ts";
import { sayShortMoment } from "../../words/short.ts";
import { receivedWorkWords } from "../../words/workspace/received.ts";
import { listReceived } from "../api/received.ts";
import { valueOf } from "../api/request.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { useRefresh } from "../live/standing.ts";
import { Empty, LoadFailed, Loading } from "../ui/notice.tsx";
import { useReasons } from "./details.tsx";
import { receivedLists } from "./search.ts";

/** Mail that came, newest first: what waits for a person, what became something, what is only kept. */
export function Received() {
  const { words, language } = useWords();
  const { desk } = useDesk();
  const { id } = useParams({ strict: false });
  const { list = "quarantine" } = useSearch({ from: "/d/$desk/recibido" });
  const say = receivedWorkWords[language];
  const mails = useInfiniteQuery({
    queryKey: ["received", desk.id, list],
    queryFn: async ({ pageParam, signal }) =>
      valueOf(await listReceived(desk.id, { list, cursor: pageParam }, signal)),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    refetchInterval: useRefresh(),
  });
  const rows = [
    ...new Map(
      mails.data?.pages.flatMap((page) => page.mails.map((row) => [row.id, row] as const)),
    ).values(),
  ];
  return (
    <div className={id === undefined ? "page outgoing" : "page outgoing with-message"}>
      <section className="outgoing-list" aria-label={say.list}>
        <h2>{say.title}</h2>
        <p className="soft">{say.lead}</p>
        <Lists list={list} />
        {mails.isPending ? <Loading /> : null}
        {mails.isError && rows.length === 0 ? (
          <LoadFailed error={mails.error} retry={() => void mails.refetch()} />
        ) : null}
        {mails.isSuccess && rows.length === 0 ? <Empty>{say.empty[list]}</Empty> : null}
        <ul className="mails">
          {rows.map((row) => (
            <li key={row.id}>
              <Mail row={row} list={list} isOpen={row.id === id} />
            </li>
          ))}
        </ul>
        {mails.hasNextPage ? (
          <Button
            className="button quiet more"
            aria-disabled={mails.isFetchingNextPage}
            onPress={() => void mails.fetchNextPage({ cancelRefetch: false })}
          >
            {words.queue.more}
          </Button>
        ) : null}
      </section>
      <Outlet />
    </div>
  );
}

function Lists({ list }: { readonly list: ReceivedList }) {
  const { language } = useWords();
  const { desk } = useDesk();
  const say = receivedWorkWords[language];
  return (
    <nav className="modes" aria-label={say.list}>
      {receivedLists.map((one) => (
        <Link
          key={one}
          to="/d/$desk/recibido"
          params={{ desk: desk.id }}
          search={{ list: one }}
          className="mode"
          {...(one === list ? { "aria-current": "page" as const } : {})}
        >
          {say.lists[one]}
        </Link>
      ))}
    </nav>
  );
}

interface Listed {
  readonly row: ReceivedRow;
  readonly list: ReceivedList;
  readonly isOpen: boolean;
}

function Mail({ row, list, isOpen }: Listed) {
  const { language } = useWords();
  const { desk, place } = useDesk();
  const say = receivedWorkWords[language];
  const why = useReasons();
  const { senderName, sender } = row;
  return (
    <Link
      to="/d/$desk/recibido/$id"
      params={{ desk: desk.id, id: row.id }}
      search={{ list }}
      className={isOpen ? "mail is-open" : "mail"}
      {...(isOpen ? { "aria-current": "true" } : {})}
    >
      <span className="mail-subject">{row.subject === "" ? say.noSubject : row.subject}</span>
      <span className="soft">{senderName === "" ? (sender ?? say.nobody) : senderName}</span>
      <span>{row.state === "quarantined" ? why(row)[0] : say.states[row.state]}</span>
      <span className="soft mail-when">
        {row.folio === null ? "" : `${row.folio} · `}
        {sayShortMoment(row.at - (row.at % 60_000), place)}
      </span>
    </Link>
  );
}
