import type { RefObject } from "react";
import { Popover } from "react-aria-components";
import type { TicketRow } from "../../contract/ticket.ts";
import { sayMoment } from "../../words/dates.ts";
import { useDesk } from "../app/desk.tsx";
import { Explained } from "../ticket/explained.tsx";

interface Why {
  readonly row: TicketRow;
  readonly due: NonNullable<TicketRow["due"]>;
  readonly at: RefObject<HTMLSpanElement | null>;
  readonly id: string;
  readonly onStay: () => void;
  readonly onLeave: () => void;
  readonly onClose: () => void;
}

/** Why a row's clock stands as it does, beside it. It takes no focus: the list goes on being worked. */
export function ClockWhy({ row, due, at, id, onStay, onLeave, onClose }: Why) {
  const { desk, clock, place } = useDesk();
  // A call that is owed is no clock of the manual's: its hour is all there is to say.
  const isClock = desk.clocks.some((one) => one.id === due.clock);
  return (
    <Popover
      className="popover explain-popover"
      placement="bottom start"
      triggerRef={at}
      isOpen
      isNonModal
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
    >
      <div
        id={id}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a dialog element would take the focus, and the list goes on being worked
        role="dialog"
        aria-label={clock(due.clock)}
        className="dialog"
        onPointerEnter={onStay}
        onPointerLeave={onLeave}
      >
        <p>
          <b>{clock(due.clock)}</b>
          {due.at === null ? "" : ` · ${sayMoment(due.at, place)}`}
        </p>
        <div aria-live="polite">
          {isClock ? (
            <Explained {...{ folio: row.folio, seq: row.seq, clock: due.clock, round: 0 }} />
          ) : null}
        </div>
      </div>
    </Popover>
  );
}
