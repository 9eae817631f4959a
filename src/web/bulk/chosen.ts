import { useSyncExternalStore } from "react";

let chosen: ReadonlySet<string> = new Set();
const watchers = new Set<() => void>();

function watch(told: () => void): () => void {
  watchers.add(told);
  return () => watchers.delete(told);
}

/** The folios that are chosen in the list, for an act on all of them. */
export function useChosen(): ReadonlySet<string> {
  return useSyncExternalStore(watch, () => chosen);
}

/** The folios that are chosen now; for what is no component. */
export function chosenNow(): ReadonlySet<string> {
  return chosen;
}

/** Chooses exactly these. */
export function choose(folios: Iterable<string>): void {
  const next = new Set(folios);
  if (next.size === 0 && chosen.size === 0) return;
  chosen = next;
  for (const told of watchers) told();
}

/** Chooses one beside the others, or no longer. */
export function toggleChosen(folio: string): void {
  const next = new Set(chosen);
  if (!next.delete(folio)) next.add(folio);
  choose(next);
}
