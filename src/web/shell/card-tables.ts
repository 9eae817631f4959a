import { useEffect } from "react";

/**
 * Gives every cell of the page's tables the name of its column, which it is shown with where a row is
 * drawn as a card for want of width. It watches the page, whatever draws its tables.
 */
export function useCardTables(): void {
  useEffect(() => {
    const page = document.getElementById("content");
    if (page === null) return undefined;
    const label = (): void => {
      for (const table of page.querySelectorAll("table")) labelCells(table);
    };
    label();
    const watch = new MutationObserver(label);
    watch.observe(page, { childList: true, subtree: true });
    return () => watch.disconnect();
  }, []);
}

function labelCells(table: HTMLTableElement): void {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])].map(({ textContent }) => textContent);
  for (const body of table.tBodies)
    for (const row of body.rows)
      for (const [at, cell] of [...row.cells].entries()) {
        const name = heads[at] ?? "";
        if (cell.colSpan === 1 && cell.dataset["label"] !== name) cell.dataset["label"] = name;
      }
}
