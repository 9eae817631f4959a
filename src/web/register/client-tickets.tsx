import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "react-aria-components";
import { sayShortDate } from "../../words/short.ts";
import { registerWords } from "../../words/workspace/register.ts";
import { listTickets } from "../api/register.ts";
import { valueOf } from "../api/request.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { LoadFailed } from "../ui/notice.tsx";

/** A client's tickets, newest first: the open ones, or all. */
export function ClientTickets({ id }: { readonly id: string }) {
  const { language } = useWords();
  const { desk, place, state } = useDesk();
  const [all, setAll] = useState(false);
  const say = registerWords[language];
  const wanted = all ? "all" : "open";
  const list = useInfiniteQuery({
    queryKey: ["register", desk.id, "tickets", id, wanted],
    queryFn: async ({ pageParam, signal }) =>
      valueOf(await listTickets(desk.id, { id, cursor: pageParam, state: wanted }, signal)),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const rows = list.data?.pages.flatMap(({ tickets }) => tickets) ?? [];
  return (
    <section aria-label={say.tickets}>
      <h3>{say.tickets}</h3>
      {list.isError ? <LoadFailed error={list.error} retry={() => void list.refetch()} /> : null}
      {list.isSuccess && rows.length === 0 ? (
        <p className="soft">{all ? say.noTicketsAtAll : say.noTickets}</p>
      ) : null}
      <ul className="client-tickets">
        {rows.map((one) => (
          <li key={one.folio}>
            <Link
              to="/d/$desk/t/$folio"
              params={{ desk: desk.id, folio: one.folio }}
              search={{ view: "open" }}
            >
              {one.folio}
            </Link>{" "}
            {one.subject}{" "}
            <span className="soft">
              {state(one.state)} · {sayShortDate(one.filedAt, place)}
            </span>
          </li>
        ))}
      </ul>
      <div className="acts start">
        {list.hasNextPage ? (
          <Button className="button quiet" onPress={() => void list.fetchNextPage()}>
            {say.more}
          </Button>
        ) : null}
        {all ? null : (
          <Button className="button quiet" onPress={() => setAll(true)}>
            {say.showClosed}
          </Button>
        )}
      </div>
    </section>
  );
}
