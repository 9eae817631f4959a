import type { RefObject } from "react";

/** What moves the focus in a list of which only the rows that are seen are drawn. */
export interface Steering {
  /** Gives the focus to the row at a place of the list, which is scrolled to where it is not drawn. */
  focus(folio: string, at: number): void;
  /** The row that has the focus, while the list has it. */
  focused(): string | null;
}

/** Frames within which a row that is scrolled to is drawn; a list that does not draw it by then is being changed. */
const FRAMES = 10;

const rowOf = (folio: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`.row-item[data-key="${CSS.escape(folio)}"]`);

/** The row that an element is, or stands in. */
export function rowAt(element: Element | null): string | null {
  return element?.closest<HTMLElement>(".row-item")?.dataset["key"] ?? null;
}

/** Steers a list of so many rows by what scrolls it. */
export function steeringOf(scroller: RefObject<HTMLElement | null>, many: () => number): Steering {
  const focusSoon = (folio: string, frames: number): void => {
    const row = rowOf(folio);
    if (row !== null) row.focus();
    else if (frames > 0) requestAnimationFrame(() => focusSoon(folio, frames - 1));
  };
  return {
    focus(folio, at) {
      const list = scroller.current;
      if (list !== null && rowOf(folio) === null) {
        const each = list.scrollHeight / Math.max(1, many());
        list.scrollTo({ top: each * at - list.clientHeight / 2 });
      }
      focusSoon(folio, FRAMES);
    },
    focused: () => rowAt(document.activeElement),
  };
}
