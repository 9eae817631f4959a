/** Something that is done again and again when it is asked for, with a pause between. */
export interface Pacer {
  readonly ask: () => void;
  readonly stop: () => void;
}

/**
 * Does `work` soon after it is asked for, and however often it is asked for meanwhile not again
 * before a pause: `pause()` milliseconds, with up to half as much by chance, so that many screens
 * that heard the same do not ask all at once.
 */
export function pacer(pause: () => number, work: () => void): Pacer {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let done = Number.NEGATIVE_INFINITY;
  const run = (): void => {
    timer = null;
    done = performance.now();
    work();
  };
  return {
    ask() {
      if (timer !== null) return;
      const every = pause();
      const rest = Math.max(0, done + every - performance.now());
      timer = setTimeout(run, rest + (Math.random() * every) / 2);
    },
    stop() {
      if (timer !== null) clearTimeout(timer);
    },
  };
}
