import { useSyncExternalStore } from "react";

const watchers = new Set<() => void>();
let opened = false;

function set(now: boolean): void {
  opened = now;
  for (const told of watchers) told();
}

/** Opens the box from anywhere; where it is open already it stays. */
export function openBox(): void {
  set(true);
}

/** Closes the box. */
export function closeBox(): void {
  set(false);
}

function watch(told: () => void): () => void {
  watchers.add(told);
  return () => watchers.delete(told);
}

/** Whether the box is open. */
export function useBoxOpened(): boolean {
  return useSyncExternalStore(watch, () => opened);
}
