import { useEffect, useEffectEvent } from "react";
import type { ActId } from "./registry.ts";

type Listener = (id: ActId) => void;

const listeners = new Set<Listener>();

/**
 * Calls for an act on the ticket that is open: whoever draws it does it, asks for it, or opens the
 * composer for it. Nothing happens where no ticket is open or it does not take the act.
 */
export function callAct(id: ActId): void {
  for (const listener of listeners) listener(id);
}

/** Hears acts that are called for from elsewhere: the box, a bar, another shortcut. */
export function useCalledActs(hear: Listener): void {
  const heard = useEffectEvent(hear);
  useEffect(() => {
    const listener: Listener = (id) => heard(id);
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
}
