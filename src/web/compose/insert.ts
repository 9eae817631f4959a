import { useEffect, useEffectEvent } from "react";

/** Words to be written where the cursor stands in the open composer. */
export interface Insertion {
  readonly text: string;
  /** Where they come from, so that it is counted when they are sent; none: from nowhere. */
  readonly used?: { readonly kind: "canned" | "article"; readonly id: string };
}

type Listener = (insertion: Insertion) => void;

const listeners = new Set<Listener>();

/**
 * Writes words where the cursor stands in the composer of the open ticket, and moves there. Nothing
 * happens where no ticket is open or it takes no words.
 */
export function insertInComposer(insertion: Insertion): void {
  for (const listener of listeners) listener(insertion);
}

/** Hears what other parts of the page want to have written. */
export function useInsertions(hear: Listener): void {
  const heard = useEffectEvent(hear);
  useEffect(() => {
    const listener: Listener = (insertion) => heard(insertion);
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
}
