import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { RefObject } from "react";
import { flushSync } from "react-dom";
import type { TicketRow } from "../../contract/ticket.ts";
import { drawnOf, rowAtHeight, scrolledTo, topsOf } from "./windowed.ts";
import type { Drawn, RowHeights, Seen, Tops } from "./windowed.ts";

/** What rows measured last, wherever a list was drawn: the next list begins with it. */
let measured: RowHeights = { plain: 56, troubled: 76 };

interface Windowed {
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** Which list it is: another one begins at its top. */
  readonly list: string;
  readonly tickets: readonly TicketRow[];
  /** The row that stays where it is when all of them change their height; null: the first that is seen. */
  readonly held: number | null;
}

/** The part of a list that is drawn, and bringing a row into it. */
export function useWindow({ scroller, list, tickets, held }: Windowed): {
  readonly tops: Tops;
  readonly drawn: Drawn;
  /** Draws a row and scrolls to it, at once. */
  readonly reveal: (at: number) => void;
} {
  const [heights, setHeights] = useState(measured);
  const [seen, setSeen] = useState<Seen>({ top: 0, height: window.innerHeight });
  const [shown, setShown] = useState(list);
  const tops = useMemo(() => topsOf(tickets, heights), [tickets, heights]);
  if (shown !== list) {
    setShown(list);
    setSeen({ ...seen, top: 0 });
  }
  // What scrolling reads and writes makes the browser lay everything out: only where it has to.
  const scrolled = useRef(0);
  useLayoutEffect(() => {
    if (scrolled.current > 0) scroller.current?.scrollTo({ top: 0 });
    scrolled.current = 0;
  }, [scroller, list]);

  const look = useEffectEvent(() => {
    const now = seenOf(scroller.current);
    scrolled.current = now.top;
    if (!isSame(drawnOf(tops, now), drawnOf(tops, seen))) setSeen(now);
  });
  useEffect(() => {
    const element = scroller.current;
    const listen = (): void => look();
    element?.addEventListener("scroll", listen, { passive: true });
    return () => element?.removeEventListener("scroll", listen);
  }, [scroller]);

  const grown = (entries: readonly ResizeObserverEntry[]): void => {
    const next = heightsIn(entries, heights);
    const element = scroller.current;
    if (element === null) return;
    if (next.plain === heights.plain && next.troubled === heights.troubled) return look();
    measured = next;
    const before = seenOf(element);
    const at = heldOf(tops, before, held);
    const off = (tops[at] ?? 0) - before.top;
    const top = (topsOf(tickets, next)[at] ?? 0) - off;
    // Within the frame that measured them: no row is ever seen over another.
    flushSync(() => {
      setHeights(next);
      setSeen({ ...before, top });
    });
    element.scrollTo({ top });
  };
  const drawn = drawnOf(tops, seen);
  useObserved(scroller, { tickets, from: drawn.from }, grown);

  const reveal = (at: number): void => {
    const element = scroller.current;
    if (element === null) return;
    const now = seenOf(element);
    const top = scrolledTo(tops, at, now);
    if (top === now.top) return;
    flushSync(() => setSeen({ ...now, top }));
    element.scrollTo({ top });
  };
  return { tops, drawn, reveal };
}

/** Tells when the list's own height changes, or that of its rows: one of each kind stands for all. */
function useObserved(
  scroller: RefObject<HTMLDivElement | null>,
  { tickets, from }: { readonly tickets: readonly TicketRow[]; readonly from: number },
  tell: (entries: readonly ResizeObserverEntry[]) => void,
): void {
  const told = useEffectEvent(tell);
  const hasTroubled = tickets.some(({ troubled }) => troubled);
  const first = tickets[from]?.folio;
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const watch = new ResizeObserver((entries) => told(entries));
    watch.observe(element);
    for (const kind of [".row-item:not(.is-troubled)", ".row-item.is-troubled"]) {
      const row = element.querySelector(kind);
      if (row !== null) watch.observe(row);
    }
    return () => watch.disconnect();
  }, [scroller, first, hasTroubled]);
}

function heightsIn(entries: readonly ResizeObserverEntry[], known: RowHeights): RowHeights {
  let { plain, troubled } = known;
  for (const { target, borderBoxSize } of entries) {
    const height = borderBoxSize[0]?.blockSize ?? 0;
    // A row that left, or a list that is hidden, measures nothing.
    if (height === 0 || !target.classList.contains("row-item")) continue;
    if (target.classList.contains("is-troubled")) troubled = height;
    else plain = height;
  }
  return { plain, troubled };
}

function heldOf(tops: Tops, { top, height }: Seen, held: number | null): number {
  if (held === null) return rowAtHeight(tops, top);
  const at = tops[held] ?? 0;
  return at >= top && at < top + height ? held : rowAtHeight(tops, top);
}

function seenOf(element: HTMLElement | null): Seen {
  return { top: element?.scrollTop ?? 0, height: element?.clientHeight ?? window.innerHeight };
}

function isSame(one: Drawn, other: Drawn): boolean {
  return one.from === other.from && one.to === other.to;
}
