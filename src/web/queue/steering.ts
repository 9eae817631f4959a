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

/** Gives the focus to a row that is drawn, without scrolling. */
export function focusRow(folio: string): void {
  rowOf(folio)?.focus({ preventScroll: true });
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
