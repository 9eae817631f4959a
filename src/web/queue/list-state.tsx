import { use, useEffect } from "react";
import { ListStateContext } from "react-aria-components";

/** What moves the focus in a list, whether or not the row is drawn. */
export interface Steering {
  focus(folio: string): void;
  /** The row that has the focus, while the list has it. */
  focused(): string | null;
}

interface SteeredRow {
  readonly onSteer: (steering: Steering) => void;
  readonly row: string;
  readonly onFocus: (row: string) => void;
}

/** Stands in a row and hands out what moves the focus of its list: only rows are told it. */
export function Steered({ onSteer, row, onFocus }: SteeredRow) {
  const state = use(ListStateContext);
  const hasFocus =
    state?.selectionManager.isFocused === true && state.selectionManager.focusedKey === row;
  useEffect(() => {
    if (hasFocus) onFocus(row);
  }, [hasFocus, row, onFocus]);
  useEffect(() => {
    if (state === null) return;
    const { selectionManager } = state;
    onSteer({
      focus(folio) {
        selectionManager.setFocused(true);
        selectionManager.setFocusedKey(folio);
      },
      focused: () =>
        selectionManager.isFocused && selectionManager.focusedKey !== null
          ? String(selectionManager.focusedKey)
          : null,
    });
  });
  return null;
}
