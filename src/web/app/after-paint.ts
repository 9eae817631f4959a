import { startTransition, useEffect, useState } from "react";

/** Milliseconds after which it is done though nothing is painted: a page that is not seen paints nothing. */
const UNSEEN = 250;

/** Does something once what is drawn now has been painted; what it returns keeps that from happening. */
export function afterPaint(run: () => void): () => void {
  let task: ReturnType<typeof setTimeout> | undefined;
  const go = (): void => {
    stop();
    run();
  };
  const frame = requestAnimationFrame(() => {
    clearTimeout(late);
    // A task that is asked for within a frame comes after its painting.
    task = setTimeout(go);
  });
  const late = setTimeout(go, UNSEEN);
  const stop = (): void => {
    cancelAnimationFrame(frame);
    clearTimeout(late);
    clearTimeout(task);
  };
  return stop;
}

/** Does something when the browser has nothing better to do. */
export function whenIdle(run: () => void): void {
  // Safari has no idle callbacks.
  if (typeof requestIdleCallback === "function") requestIdleCallback(run);
  else setTimeout(run, 200);
}

/**
 * The part of a page that is drawn now, from 0 to `last`: each once the one before was painted, so that
 * what one came for is seen first and a key that is pressed meanwhile is heard between them.
 */
export function usePart(last: number): number {
  const [part, setPart] = useState(0);
  useEffect(
    () => (part < last ? afterPaint(() => startTransition(() => setPart(part + 1))) : undefined),
    [part, last],
  );
  return part;
}
