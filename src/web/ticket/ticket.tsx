import { useParams } from "@tanstack/react-router";
import type { FormEvent } from "react";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { useShowing } from "../live/use-showing.ts";
import { LoadFailed, Loading } from "../ui/notice.tsx";
import { useKnownRow } from "./known-row.ts";
import { useTicket } from "./use-ticket.ts";
import { Whole } from "./whole.tsx";

/** The ticket of the page's address, beside its list. */
export function TicketPane() {
  const { folio } = useParams({ from: "/d/$desk/work/t/$folio" });
  const { desk } = useDesk();
  const { onInput } = useShowing({ desk: desk.id, folio });
  // One for each ticket: nothing that is written to one is ever in another.
  return <OneTicket key={folio} folio={folio} onInput={onInput} />;
}

interface One {
  readonly folio: string;
  readonly onInput: (event: FormEvent) => void;
}

/** What the list knew stands at once; its timeline as soon as it is known; the rest after that. */
function OneTicket({ folio, onInput }: One) {
  const { desk } = useDesk();
  const { words } = useWords();
  const place = { desk: desk.id, folio };
  const ticket = useTicket(place);
  const known = useKnownRow(place);
  const row = ticket.data?.row ?? known;
  return (
    <article
      className="ticket"
      aria-label={words.ticket.title(folio)}
      aria-busy={ticket.isPending}
      onInput={onInput}
    >
      {ticket.isError && ticket.data === undefined ? (
        <LoadFailed error={ticket.error} retry={() => void ticket.refetch()} />
      ) : row === undefined ? (
        <Loading />
      ) : (
        <Whole row={row} ticket={ticket.data} />
      )}
    </article>
  );
}
