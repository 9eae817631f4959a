import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "react-aria-components";
import type { CalendarExceptions } from "../../contract/calendar.ts";
import { may } from "../../core/access/may.ts";
import { sayCivilDate } from "../../words/dates.ts";
import { sayDateHours } from "../../words/hours.ts";
import { sayShortMoment } from "../../words/short.ts";
import { listExceptions } from "../api/policy.ts";
import { valueOf } from "../api/request.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Empty, LoadFailed, Loading } from "../ui/notice.tsx";
import { Announce } from "./announce.tsx";

/** The days that do not follow the week's hours: what was published, and announcing one more. */
export function CalendarPage() {
  const { words } = useWords();
  const { desk, roles } = useDesk();
  const say = words.calendar;
  const list = useInfiniteQuery({
    queryKey: ["exceptions", desk.id],
    queryFn: async ({ pageParam, signal }) =>
      valueOf(await listExceptions(desk.id, pageParam, signal)),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const calendars = list.data?.pages[0]?.calendars ?? [];
  const exceptions = list.data?.pages.flatMap((page) => page.exceptions) ?? [];
  return (
    <div className="page people">
      <section aria-label={say.title}>
        <h2>{say.title}</h2>
        <p className="soft">{say.lead}</p>
        {list.isPending ? <Loading /> : null}
        {list.isError && !list.isSuccess ? (
          <LoadFailed error={list.error} retry={() => void list.refetch()} />
        ) : null}
        {list.isSuccess ? <Weekly calendars={calendars} /> : null}
        {list.isSuccess && exceptions.length === 0 ? <Empty>{say.none}</Empty> : null}
        {exceptions.length === 0 ? null : (
          <Published exceptions={exceptions} several={calendars.length > 1} />
        )}
        {list.hasNextPage ? (
          <Button className="button quiet more" onPress={() => void list.fetchNextPage()}>
            {words.queue.more}
          </Button>
        ) : null}
      </section>
      {may(roles, "calendar.publish") && calendars.length > 0 ? (
        <Announce calendars={calendars} onPublished={() => void list.refetch()} />
      ) : null}
    </div>
  );
}

function Weekly({ calendars }: Pick<CalendarExceptions, "calendars">) {
  const { words, text } = useWords();
  return (
    <dl className="facts" aria-label={words.calendar.weekly}>
      {calendars.map(({ id, hours }) => (
        <div className="fact" key={id}>
          <dt>{calendars.length > 1 ? id : words.calendar.weekly}</dt>
          <dd>{text(hours)}</dd>
        </div>
      ))}
    </dl>
  );
}

interface Listed {
  readonly exceptions: CalendarExceptions["exceptions"];
  readonly several: boolean;
}

function Published({ exceptions, several }: Listed) {
  const { words, text, language } = useWords();
  const { place } = useDesk();
  const say = words.calendar;
  return (
    <div className="wide-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{say.date}</th>
            <th scope="col">{say.hours}</th>
            <th scope="col">{say.why}</th>
            <th scope="col">{say.published}</th>
          </tr>
        </thead>
        <tbody>
          {exceptions.map(({ number, calendar, date, open, why, published, author }) => (
            <tr key={number}>
              <th scope="row">
                {sayCivilDate(date, language)}{" "}
                {several ? <span className="tag">{calendar}</span> : null}
              </th>
              <td>{sayDateHours(open, language)}</td>
              <td>{why === null ? "" : text(why)}</td>
              <td className="soft">
                {say.publishedBy(author, sayShortMoment(published - (published % 60_000), place))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
