/** What a menu over the box offers: its items in their order, those that are still being looked for marked so. */
export interface Offer {
  readonly items: readonly { readonly id: string; readonly isOld?: boolean }[];
  /** Whether more is on its way. */
  readonly isLooking: boolean;
  /** The id that the mark stands on, where it was moved. */
  readonly marked: string | null;
}

/** What a key does: moves the mark, chooses, is held back, or is the box's own (null). */
export type Pressed = { readonly mark: string } | { readonly choose: string } | "held" | null;

/** The item that the mark stands on: it stays on its item while others come and go. */
export function markedOf({ items, marked }: Pick<Offer, "items" | "marked">): number {
  return Math.max(
    0,
    items.findIndex(({ id }) => id === marked),
  );
}

/**
 * What a key does in a menu. While what was typed is still being looked for, Enter and Tab choose
 * nothing that was found for other words, and write nothing into the box either.
 */
export function pressedIn(offer: Offer, key: string): Pressed {
  const { items, isLooking } = offer;
  const takes = key === "Enter" || key === "Tab";
  if (items.length === 0) return takes && isLooking ? "held" : null;
  const at = markedOf(offer);
  const item = items[at];
  const to = (index: number): Pressed => ({ mark: items[index % items.length]?.id ?? "" });
  if (key === "ArrowDown") return to(at + 1);
  if (key === "ArrowUp") return to(at - 1 + items.length);
  if (!takes || item === undefined) return null;
  return item.isOld === true ? "held" : { choose: item.id };
}
