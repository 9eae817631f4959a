/** Frames within which a row that is scrolled to is drawn; a list that does not draw it by then is being changed. */
const FRAMES = 10;

const rowOf = (folio: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`.row-item[data-key="${CSS.escape(folio)}"]`);

/** The row that an element is, or stands in, by its folio. */
export function rowAt(element: Element | null): string | null {
  return element?.closest<HTMLElement>(".row-item")?.dataset["key"] ?? null;
}

/** The row that has the focus, while the list has it. */
export function focusedRow(): string | null {
  return rowAt(document.activeElement);
}

/** Gives the focus to a row, the one at a place of so many: only rows that are seen are drawn, so the list is scrolled there where it is not. */
export function focusRow(
  folio: string,
  { at, of }: { readonly at: number; readonly of: number },
): void {
  const list = document.querySelector<HTMLElement>(".queue .rows");
  if (list !== null && rowOf(folio) === null) {
    const each = list.scrollHeight / Math.max(1, of);
    list.scrollTo({ top: each * at - list.clientHeight / 2 });
  }
  focusSoon(folio, FRAMES);
}

function focusSoon(folio: string, frames: number): void {
  const row = rowOf(folio);
  if (row !== null) row.focus();
  else if (frames > 0) requestAnimationFrame(() => focusSoon(folio, frames - 1));
}

/** Gives the focus to the clock of a row, which then explains itself; from there, back to the row. */
export function focusClock(folio: string | undefined): void {
  if (folio === undefined) return;
  const row = rowOf(folio);
  const clock = row?.querySelector<HTMLElement>(".clock[role=note]") ?? null;
  if (clock === null) return;
  if (clock === document.activeElement) return row?.focus();
  // Only keys give it the focus: who presses it means the row, and the list is one tab stop.
  clock.tabIndex = -1;
  clock.focus();
  clock.addEventListener("blur", () => clock.removeAttribute("tabindex"), { once: true });
}
