/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a table's rows cannot stand where they are put, and only those that are seen are drawn */
import { memo } from "react";
import type { TicketRow } from "../../contract/ticket.ts";
import { QueueRow } from "./row.tsx";

interface Standing {
  readonly row: TicketRow;
  /** Its place in the list, from 0. */
  readonly at: number;
  /** Its top in the list, in pixels. */
  readonly top: number;
  readonly href: string;
  readonly isOpen: boolean;
  /** Whether it is chosen; null: nothing can be. */
  readonly isChosen: boolean | null;
  /** What chooses it is called. */
  readonly choose: string;
  /** Whether the list is entered here by Tab. */
  readonly isStop: boolean;
}

const nothing = (): void => undefined;

/** A row of a list, at its place. The list hears what is done to it; drawn anew only when it changes itself. */
export const ListRow = memo(function ListRow(standing: Standing) {
  const { row, at, top, href, isOpen, isChosen, choose, isStop } = standing;
  const classes = ["row-item", isOpen ? "is-open" : "", row.troubled ? "is-troubled" : ""];
  return (
    <div
      role="row"
      className={classes.filter(Boolean).join(" ")}
      data-key={row.folio}
      aria-rowindex={at + 1}
      aria-label={`${row.folio} ${row.subject}`}
      tabIndex={isStop ? 0 : -1}
      style={{ top }}
      {...(isOpen ? { "aria-current": true } : {})}
      {...(isChosen === null ? {} : { "aria-selected": isChosen })}
      {...(isChosen === true ? { "data-selected": true } : {})}
    >
      <div role="gridcell" className="row-cell">
        {/* What the row says is read in it: this is for the pointer, which opens it beside with the usual keys. */}
        <a className="row-link" href={href} tabIndex={-1} aria-hidden="true" draggable={false} />
        {isChosen === null ? null : (
          <label className="check row-choose" {...(isChosen ? { "data-selected": true } : {})}>
            <input
              type="checkbox"
              className="unseen"
              tabIndex={-1}
              aria-label={choose}
              checked={isChosen}
              onChange={nothing}
            />
            <span className="box" aria-hidden="true" />
          </label>
        )}
        <QueueRow row={row} />
      </div>
    </div>
  );
});
