import type { HTMLAttributes, RefObject } from "react";
import type { TicketRow } from "../../contract/ticket.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { clockState } from "../time/clock-state.ts";
import type { ClockState } from "../time/clock-state.ts";
import { sayClock } from "../time/clock-words.ts";
import { useServerTime } from "../time/now.tsx";
import { Icon } from "../ui/icons.tsx";
import type { IconName } from "../ui/icons.tsx";

const icons: Readonly<Record<ClockState["is"], IconName>> = {
  left: "clock",
  at: "date",
  shut: "shut",
  late: "late",
  paused: "pause",
  none: "none",
  closed: "archive",
};

interface Shown {
  readonly row: TicketRow;
  readonly at?: RefObject<HTMLSpanElement | null>;
  /** What it hears besides, where it explains itself. */
  readonly span?: HTMLAttributes<HTMLSpanElement>;
}

/** A row's clock: icon and words, colour only beside them. */
export function RowClock({ row, at, span }: Shown) {
  const { words } = useWords();
  const { clock, hoursOf, place } = useDesk();
  const { now } = useServerTime();
  const state = clockState(row, row.due === null ? null : hoursOf(row.due.clock), now);
  const isNear = state.is === "left" && state.near;
  const said = sayClock(state, (id) => lowered(clock(id)), { words, now, place });
  const { what, of, isAfter } = partsOf(said, state.is);
  const isBroken = row.breached && state.is !== "late";
  return (
    <span className={`clock is-${isNear ? "near" : state.is}`} ref={at} {...span}>
      <Icon name={isNear ? "near" : icons[state.is]} />
      <span className="clock-said">
        {isAfter ? (
          <span className="clock-of">
            {of}
            {isBroken ? <b className="was-late"> · {words.clock.breached}</b> : null},{" "}
          </span>
        ) : null}
        <span className="clock-what">{what}</span>
        <span className="clock-rest">
          {isAfter || of === "" ? null : (
            <>
              <span className="clock-sep"> · </span>
              <span className="clock-of">{of}</span>
            </>
          )}
          {isBroken && !isAfter ? (
            <>
              <span className={of === "" ? "clock-sep" : ""}> · </span>
              <b className="was-late">{words.clock.breached}</b>
            </>
          ) : null}
        </span>
      </span>
    </span>
  );
}

/** How long or until when, and of what: one is drawn larger than the other. Off hours, the latter is said first. */
function partsOf(
  said: string,
  is: ClockState["is"],
): { readonly what: string; readonly of: string; readonly isAfter: boolean } {
  const at = is === "shut" ? said.lastIndexOf(", ") : -1;
  if (at > 0) return { of: said.slice(0, at), what: said.slice(at + 2), isAfter: true };
  const [what = said, ...rest] = said.split(" · ");
  return { what, of: rest.join(" · "), isAfter: false };
}

/** A label within a sentence. */
function lowered(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}
