import type { PromiseReading } from "../../contract/clock.ts";
import type { Instant } from "../../core/time/instant.ts";

interface Bar {
  readonly promise: PromiseReading;
  readonly now: Instant;
}

/**
 * A promise from its beginning to its limit, in the time of the wall: what has gone by, its target, its
 * limit, and what went beyond. It repeats the words beside it; without beginning or limit there is none.
 */
export function PromiseBar({ promise, now }: Bar) {
  const { from, target, limit, stopped, status } = promise;
  if (from === null || limit === null || limit <= from) return null;
  const reached = Math.max(from, stopped ?? now);
  const end = Math.max(limit, reached);
  const place = (at: Instant): number => Math.min(1, (at - from) / (end - from)) * 100;
  const within = place(Math.min(reached, limit));
  return (
    <svg
      className={`promise-bar is-${status}`}
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect className="bar-whole" x="0" y="3" width="100" height="3" rx="1" />
      <rect className="bar-gone" x="0" y="3" width={within} height="3" rx="1" />
      {reached > limit ? (
        <rect className="bar-beyond" x={within} y="3" width={place(reached) - within} height="3" />
      ) : null}
      {target === null || target === limit ? null : (
        <rect
          className="bar-target"
          x={Math.min(99.2, place(target))}
          y="2"
          width="0.8"
          height="5"
        />
      )}
      <rect className="bar-limit" x={Math.min(99, place(limit))} y="1" width="1" height="7" />
      {stopped === null && reached < limit ? (
        <rect className="bar-now" x={Math.max(0, within - 0.6)} y="0" width="1.2" height="8" />
      ) : null}
    </svg>
  );
}
