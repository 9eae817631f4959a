import { useQueryClient } from "@tanstack/react-query";
import type { TicketPage, TicketRow } from "../../contract/ticket.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { RowClock } from "../queue/clock.tsx";
import { Loading } from "../ui/notice.tsx";

/** What a list knows of a ticket already, while the rest of it is read. */
export function Opening({ folio }: { readonly folio: string }) {
  const { desk } = useDesk();
  const { words } = useWords();
  const client = useQueryClient();
  const lists = client.getQueriesData<TicketPage>({ queryKey: ["tickets", desk.id] });
  const row = lists.flatMap(([, page]) => page?.tickets ?? []).find((one) => one.folio === folio);
  if (row === undefined) return <Loading />;
  return (
    <div className="ticket-main" aria-busy="true">
      <header className="ticket-head">
        <KnownLine row={row} />
        <h2>{row.subject}</h2>
      </header>
      <output className="soft">{words.shell.loading}</output>
    </div>
  );
}

function KnownLine({ row }: { readonly row: TicketRow }) {
  return (
    <div className="ticket-line">
      <span className="ticket-folio">{row.folio}</span>
      <RowClock row={row} />
    </div>
  );
}
