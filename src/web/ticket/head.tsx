import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import type { TicketDetail, TicketRow } from "../../contract/ticket.ts";
import { progressInWords } from "../../words/progress.ts";
import { sayShortMoment } from "../../words/short.ts";
import { ActMenu } from "../acts/menu.tsx";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Others } from "../live/viewers.tsx";
import { RowClock } from "../queue/clock.tsx";
import { useShortcuts } from "../shell/shortcuts.ts";
import { Fact } from "../ui/fields.tsx";
import { Icon } from "../ui/icons.tsx";

interface Heading {
  readonly row: TicketRow;
  /** Left out: what can be done to it is not known yet. */
  readonly ticket: TicketDetail | undefined;
}

/** What a ticket is and how it stands, in two lines: all of it is known by its list. */
export function TicketHead({ row, ticket }: Heading) {
  const { words, language } = useWords();
  const { desk, place, severity, level, state } = useDesk();
  const search = useSearch({ from: "/d/$desk/work" });
  const navigate = useNavigate();
  const list = { to: "/d/$desk", params: { desk: desk.id }, search } as const;
  useShortcuts({ u: () => void navigate(list) });
  return (
    <header className="ticket-head">
      <div className="ticket-line">
        <Link {...list} className="back" aria-label={words.ticket.back}>
          <Icon name="back" />
        </Link>
        <span className="ticket-folio">{row.folio}</span>
        <span className="ticket-clock">
          <RowClock row={row} />
        </span>
        <Others folio={row.folio} />
        {ticket === undefined ? null : <ActMenu ticket={ticket} />}
      </div>
      <h2>{row.subject}</h2>
      <dl className="standing">
        <Fact term={words.ticket.state}>{state(row.state)}</Fact>
        <Fact term={words.ticket.progress}>{progressInWords(row.progress, language)}</Fact>
        <Fact term={words.ticket.severity}>
          {severity(row.severity)}
          {row.provisional ? <em> ({words.queue.provisional})</em> : null}
        </Fact>
        {desk.levels.length > 1 ? <Fact term={words.ticket.level}>{level(row.level)}</Fact> : null}
        <Fact term={words.ticket.assignee}>{row.assignee?.name ?? words.queue.nobody}</Fact>
        <Fact term={words.ticket.filed}>{sayShortMoment(minute(row.filedAt), place)}</Fact>
      </dl>
      {row.troubled ? (
        <p className="notice bad">
          <Icon name="fault" /> {words.queue.troubled}
        </p>
      ) : null}
    </header>
  );
}

const minute = (at: number): number => at - (at % 60_000);
