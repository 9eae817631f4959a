import { useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { TicketDetail } from "../../contract/ticket.ts";
import { may } from "../../core/access/may.ts";
import { callAct, useCalledActs } from "../acts/called.ts";
import { ticketActs } from "../acts/registry.ts";
import type { ActId } from "../acts/registry.ts";
import { afterPaint } from "../app/after-paint.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Composer } from "../compose/composer.tsx";
import { recallPair } from "../compose/draft.ts";
import { modesOf } from "../compose/use-pair.ts";
import { useShortcuts } from "../shell/shortcuts.ts";

interface Writing {
  readonly ticket: TicketDetail;
  /** What was said is painted: it is drawn now. A key that asks for it before has it at once. */
  readonly isTime: boolean;
}

/** Where one writes to a ticket, or why one cannot. */
export function WrittenHere({ ticket, isTime }: Writing) {
  const { words } = useWords();
  const { roles } = useDesk();
  if (ticket.acts.length === 0 && !may(roles, "ticket.write"))
    return <p className="soft read-only">{words.ticket.readOnly}</p>;
  if (modesOf(ticket).length === 0) return null;
  return <ComposerSoon ticket={ticket} isTime={isTime} />;
}

/** The height in pixels of a composer in which nothing is written, as it was drawn last: its place is kept for it. */
let height: number | null = null;

function ComposerSoon({ ticket, isTime }: Writing) {
  const { desk } = useDesk();
  // What one had begun to write there stands with what was said.
  const [isBegun] = useState(() => recallPair({ desk: desk.id, folio: ticket.row.folio }) !== null);
  const [isAsked, setAsked] = useState(false);
  const isThere = isTime || isBegun || isAsked;
  const now = (id: ActId): void => {
    flushSync(() => setAsked(true));
    callAct(id);
  };
  useEarlyActs(!isThere, now);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isThere || isBegun || isAsked) return undefined;
    return afterPaint(() => {
      height = place.current?.querySelector<HTMLElement>(".composer")?.offsetHeight ?? height;
    });
  }, [isThere, isBegun, isAsked]);
  return (
    <div ref={place} className="composer-place">
      {isThere ? (
        <Composer ticket={ticket} />
      ) : (
        <div className="composer is-coming" {...(height === null ? {} : { style: { height } })} />
      )}
    </div>
  );
}

/** Hears the acts that are done by writing while there is nothing to write in. */
function useEarlyActs(isEarly: boolean, hear: (id: ActId) => void): void {
  const written = ticketActs.filter(({ by }) => by === "writing");
  const strokes = written.flatMap(({ id, key }) =>
    key === null ? [] : [[key, () => hear(id)] as const],
  );
  useShortcuts(isEarly ? Object.fromEntries(strokes) : {});
  useCalledActs((id) => {
    if (isEarly && written.some((one) => one.id === id)) hear(id);
  });
}
