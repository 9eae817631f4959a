import { useParams } from "@tanstack/react-router";
import type { TicketDetail } from "../../contract/ticket.ts";
import { may } from "../../core/access/may.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Coming } from "../acts/coming.tsx";
import { useForeseenTicket } from "../acts/use-foreseen.ts";
import { Composer } from "../compose/composer.tsx";
import { frameWords } from "../../words/workspace/frame.ts";
import { Icon } from "../ui/icons.tsx";
import { useShowing } from "../live/use-showing.ts";
import { LoadFailed } from "../ui/notice.tsx";
import { Context } from "./context.tsx";
import { Following } from "./following.tsx";
import { TicketHead } from "./head.tsx";
import { Opening } from "./opening.tsx";
import { Promises } from "./promises.tsx";
import { Timeline } from "./timeline.tsx";
import { useTicket } from "./use-ticket.ts";

/** The ticket of the page's address, beside its list. */
export function TicketPane() {
  const { folio } = useParams({ from: "/d/$desk/work/t/$folio" });
  const { desk } = useDesk();
  const { words } = useWords();
  const ticket = useTicket({ desk: desk.id, folio });
  const { onInput } = useShowing({ desk: desk.id, folio });
  return (
    <article
      className="ticket"
      aria-label={words.ticket.title(folio)}
      key={folio}
      onInput={onInput}
    >
      {ticket.isPending ? <Opening folio={folio} /> : null}
      {ticket.isError && ticket.data === undefined ? (
        <LoadFailed error={ticket.error} retry={() => void ticket.refetch()} />
      ) : null}
      {ticket.data === undefined ? null : <Whole ticket={ticket.data} />}
    </article>
  );
}

/** Where everything is one column, what one writes in is far below: this goes there. */
function toComposer(): void {
  const box = document.querySelector<HTMLElement>(".composer :is(textarea, [contenteditable])");
  box?.scrollIntoView({ block: "center" });
  box?.focus({ preventScroll: true });
}

function Whole({ ticket: known }: { readonly ticket: TicketDetail }) {
  const ticket = useForeseenTicket(known);
  const { words, language } = useWords();
  const { roles } = useDesk();
  return (
    <>
      <div className="ticket-main">
        <div className="ticket-top">
          <TicketHead ticket={ticket} />
          <Promises ticket={ticket} />
        </div>
        <div className="conversation">
          <div className="conversation-run">
            <Timeline ticket={ticket} />
            <Coming ticket={known} />
            <Following ticket={ticket} />
          </div>
        </div>
        {ticket.acts.length === 0 && !may(roles, "ticket.write") ? (
          <p className="soft read-only">{words.ticket.readOnly}</p>
        ) : (
          <Composer ticket={ticket} />
        )}
      </div>
      <Context ticket={ticket} />
      {ticket.acts.length === 0 ? null : (
        <button type="button" className="button main to-composer" onClick={toComposer}>
          <Icon name="reply" /> {frameWords[language].write}
        </button>
      )}
    </>
  );
}
