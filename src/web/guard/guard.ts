import { useSyncExternalStore } from "react";
import type { GuardTurn } from "../../contract/guard.ts";

/** Whether one is on guard in this window, and which ticket one has. */
export type OnGuard =
  | { readonly on: false }
  | { readonly on: true; readonly turn: GuardTurn["turn"]; readonly lost: boolean };

let standing: OnGuard = { on: false };
const watchers = new Set<() => void>();

/** Writes down how one stands. */
export function standOnGuard(next: OnGuard): void {
  standing = next;
  for (const told of watchers) told();
}

/** How one stands now, for what is no component. */
export function guardNow(): OnGuard {
  return standing;
}

/** How one stands. */
export function useOnGuard(): OnGuard {
  return useSyncExternalStore((told) => {
    watchers.add(told);
    return () => watchers.delete(told);
  }, guardNow);
}
