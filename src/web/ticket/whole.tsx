import type { TicketDetail, TicketRow } from "../../contract/ticket.ts";
import { frameWords } from "../../words/workspace/frame.ts";
import { Coming } from "../acts/coming.tsx";
import { useForeseenTicket } from "../acts/use-foreseen.ts";
import { usePart } from "../app/after-paint.ts";
import { useWords } from "../app/language.tsx";
import { Icon } from "../ui/icons.tsx";
import { Context } from "./context.tsx";
import { Following } from "./following.tsx";
import { TicketHead } from "./head.tsx";
import { Promises } from "./promises.tsx";
import { Timeline } from "./timeline.tsx";
import { WrittenHere } from "./written-here.tsx";

/** The parts of a ticket in the order in which they are drawn: what was said, where one writes, what is beside it. */
const parts = { said: 0, written: 1, beside: 2 } as const;

interface Known {
  readonly row: TicketRow;
  /** Left out: it is on its way, and only what its list knows is there. */
  readonly ticket: TicketDetail | undefined;
}

/** A ticket in its places: each is there from the beginning, so that nothing moves when it fills. */
export function Whole({ row, ticket: known }: Known) {
  const { words, language } = useWords();
  const ticket = useForeseenTicket(known);
  const part = usePart(ticket === undefined ? parts.said : parts.beside);
  return (
    <>
      <div className="ticket-main">
        <div className="ticket-top">
          <TicketHead row={ticket?.row ?? row} ticket={ticket} />
          {ticket === undefined ? null : <Promises ticket={ticket} />}
        </div>
        <div className="conversation">
          <div className="conversation-run">
            {ticket === undefined || known === undefined ? (
              <output className="soft">{words.shell.loading}</output>
            ) : (
              <>
                <Timeline ticket={ticket} isWhole={part >= parts.written} />
                <Coming ticket={known} />
                <Following ticket={ticket} />
              </>
            )}
          </div>
        </div>
        {ticket === undefined ? null : (
          <WrittenHere ticket={ticket} isTime={part >= parts.written} />
        )}
      </div>
      <Context ticket={part >= parts.beside ? ticket : undefined} />
      {ticket === undefined || ticket.acts.length === 0 ? null : (
        <button type="button" className="button main to-composer" onClick={toComposer}>
          <Icon name="reply" /> {frameWords[language].write}
        </button>
      )}
    </>
  );
}

/** Where everything is one column, what one writes in is far below: this goes there. */
function toComposer(): void {
  const box = document.querySelector<HTMLElement>(".composer :is(textarea, [contenteditable])");
  box?.scrollIntoView({ block: "center" });
  box?.focus({ preventScroll: true });
}
