import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Milliseconds after a start at which what only starting took is no longer needed. */
const settled = 5_000;

/**
 * Gives back, once, the memory that starting took and serving does not need: packs read, programs
 * compiled, first pages. V8 would keep it for minutes in a process that does little (80 MB of 190).
 * It holds everything up for some tens of milliseconds, when the first pages were served. Nothing
 * waits for it; the function that it gives ends the wait.
 */
export function giveBackSoon(after = settled): () => void {
  const timer = setTimeout(giveBack, after).unref();
  return () => clearTimeout(timer);
}

/** Collects all that nothing refers to, now. */
export function giveBack(): void {
  setFlagsFromString("--expose-gc");
  const collect: (how: object) => void = runInNewContext("gc");
  setFlagsFromString("--no-expose-gc");
  // A plain collection keeps the room that starting needed for what is young: 65 MB.
  collect({ type: "major", execution: "sync", flavor: "last-resort" });
}
