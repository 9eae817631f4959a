import { useParams } from "@tanstack/react-router";
import type { TicketDetail } from "../../contract/ticket.ts";
import { may } from "../../core/access/may.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Composer } from "../compose/composer.tsx";
import { LoadFailed, Loading } from "../ui/notice.tsx";
import { Context } from "./context.tsx";
import { Following } from "./following.tsx";
import { TicketHead } from "./head.tsx";
import { Promises } from "./promises.tsx";
import { Timeline } from "./timeline.tsx";
import { useTicket } from "./use-ticket.ts";

/** The ticket of the page's address, beside its list. */
export function TicketPane() {
  const { folio } = useParams({ from: "/d/$desk/work/t/$folio" });
  const { desk } = useDesk();
  const { words } = useWords();
  const ticket = useTicket({ desk: desk.id, folio });
  return (
    <article className="ticket" aria-label={words.ticket.title(folio)} key={folio}>
      {ticket.isPending ? <Loading /> : null}
      {ticket.isError && ticket.data === undefined ? (
        <LoadFailed error={ticket.error} retry={() => void ticket.refetch()} />
      ) : null}
      {ticket.data === undefined ? null : <Whole ticket={ticket.data} />}
    </article>
  );
}

function Whole({ ticket }: { readonly ticket: TicketDetail }) {
  const { words } = useWords();
  const { roles } = useDesk();
  return (
    <>
      <div className="ticket-main">
        <TicketHead ticket={ticket} />
        <Following ticket={ticket} />
        <Promises ticket={ticket} />
        {ticket.acts.length === 0 && !may(roles, "ticket.write") ? (
          <p className="soft">{words.ticket.readOnly}</p>
        ) : (
          <Composer ticket={ticket} />
        )}
        <Timeline ticket={ticket} />
      </div>
      <Context ticket={ticket} />
    </>
  );
}
