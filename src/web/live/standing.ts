import { useSyncExternalStore } from "react";
import type { Presence } from "../../contract/presence.ts";
import { REFRESH } from "../app/queries.ts";

/** How the line to the server is, and what is known by it. */
export interface Standing {
  /** `live`: changes are told; `cut`: they are asked for; `waiting`: the first connection is being made. */
  readonly line: "waiting" | "live" | "cut";
  /** Since when it is cut, by this browser's clock; null: it is not. */
  readonly since: number | null;
  /** Milliseconds that are left between two askings of a list. */
  readonly pace: number;
  /** Who has which ticket open, by its folio. */
  readonly viewers: Presence["tickets"];
}

const before: Standing = { line: "waiting", since: null, pace: 1_000, viewers: {} };
let standing: Standing = before;
const listeners = new Set<() => void>();

/** Changes what is known; whatever shows it is drawn again. */
export function noteStanding(change: Partial<Standing>): void {
  standing = { ...standing, ...change };
  for (const listen of listeners) listen();
}

/** Forgets everything: another desk has another line. */
export function forgetStanding(): void {
  noteStanding(before);
}

/** How things stand now, outside of what is drawn. */
export function standingNow(): Standing {
  return standing;
}

function subscribe(listen: () => void): () => void {
  listeners.add(listen);
  return () => void listeners.delete(listen);
}

/** A part of how things stand; drawn again when that part changes, so `pick` gives what is kept, not what it makes. */
export function useStanding<Part>(pick: (standing: Standing) => Part): Part {
  return useSyncExternalStore(subscribe, () => pick(standing));
}

/** Milliseconds of trust in a line that says nothing: then even what is told live is asked for again. */
const SELDOM = 120_000;

/** How often what is on the screen is asked for by itself: seldom while changes are told, every ten seconds while they are not. */
export function useRefresh(): number {
  return useStanding(({ line }) => (line === "live" ? SELDOM : REFRESH));
}
