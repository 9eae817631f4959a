import { useEffect, useEffectEvent } from "react";
import type { Composition } from "../../contract/compositions.ts";

type Listener = (back: Composition) => void;

const listeners = new Set<Listener>();

/** Tells the composer of what was called back: its words go on where they were written. */
export function tellUndone(back: Composition): void {
  for (const listener of listeners) listener(back);
}

/** Hears of what was called back. */
export function useUndone(hear: Listener): void {
  const heard = useEffectEvent(hear);
  useEffect(() => {
    const listener: Listener = (back) => heard(back);
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
}
