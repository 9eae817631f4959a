import { useSyncExternalStore } from "react";

const watchers = new Set<() => void>();
let opened = false;
/** What is typed between the stroke that opens the box and the box itself; null: it is there, or shut. */
let early: string | null = null;

function set(now: boolean): void {
  opened = now;
  for (const told of watchers) told();
}

function hear(event: KeyboardEvent): void {
  if (
    early === null ||
    event.defaultPrevented ||
    event.ctrlKey ||
    event.metaKey ||
    event.key.length !== 1
  )
    return;
  early += event.key;
  event.preventDefault();
  event.stopPropagation();
}

/** Opens the box from anywhere; where it is open already it stays. What is typed at once is for it. */
export function openBox(): void {
  if (opened) return;
  early = "";
  window.addEventListener("keydown", hear, { capture: true });
  set(true);
}

/** What was typed before the box was there; from now on it hears for itself. */
export function takeEarly(): string {
  const typed = early ?? "";
  early = null;
  window.removeEventListener("keydown", hear, { capture: true });
  return typed;
}

/** Whether the box was called and is not there yet: what is typed now is no shortcut. */
export function isBoxComing(): boolean {
  return early !== null;
}

/** Closes the box. */
export function closeBox(): void {
  takeEarly();
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
