import { Suspense, useEffect, useId, useRef, useState } from "react";
import type { HTMLAttributes, RefObject } from "react";
import type { TicketRow } from "../../contract/ticket.ts";
import { lazily } from "../app/lazily.ts";
import { RowClock } from "./clock.tsx";

const ClockWhy = lazily(() => import("./clock-why.tsx"), "ClockWhy");

/** How long a clock is pointed at before it explains itself, and how long its words stay for the pointer to reach them, in milliseconds. */
const POINTED = 450;
const LEFT = 200;

/**
 * A row's clock that says why it stands as it does, stretch by stretch, as soon as it has the focus
 * (`v` gives it that) or is pointed at for a moment. Nothing is asked of the server before.
 */
export function ExplainedClock({ row }: { readonly row: TicketRow }) {
  const at = useRef<HTMLSpanElement>(null);
  const id = useId();
  const { isShown, show, hide, span } = useExplaining(at);
  if (row.due === null) return <RowClock row={row} />;
  return (
    <>
      <RowClock
        row={row}
        at={at}
        span={{ ...span, ...(isShown ? { "aria-describedby": id } : {}) }}
      />
      {isShown ? (
        <Suspense>
          <ClockWhy
            {...{ row, due: row.due, at, id }}
            onStay={() => show(0)}
            onLeave={() => hide(LEFT)}
            onClose={() => hide(0)}
          />
        </Suspense>
      ) : null}
    </>
  );
}

/** Whether the explanation is shown, and what the clock hears for it. */
function useExplaining(at: RefObject<HTMLSpanElement | null>) {
  const [isShown, setShown] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const soon = (wanted: boolean, after: number): void => {
    clearTimeout(timer.current);
    if (after === 0) setShown(wanted);
    else timer.current = setTimeout(() => setShown(wanted), after);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  const show = (after: number): void => soon(true, after);
  const hide = (after: number): void => {
    // What has the focus goes on explaining itself, wherever the pointer is.
    if (after === 0 || at.current !== document.activeElement) soon(false, after);
  };
  const span: HTMLAttributes<HTMLSpanElement> = {
    role: "note",
    onFocus: () => show(0),
    onBlur: () => soon(false, 0),
    onPointerEnter: ({ pointerType }) => {
      if (pointerType === "mouse") show(POINTED);
    },
    onPointerLeave: ({ pointerType }) => {
      if (pointerType === "mouse") hide(LEFT);
    },
    onPointerDown: () => hide(0),
    onKeyDown: (event) => {
      if (event.key !== "Escape" || !isShown) return;
      event.stopPropagation();
      hide(0);
    },
  };
  return { isShown, show, hide, span };
}
