import type { Instant } from "../../core/time/instant.ts";

/** Something that happens at an instant of the demonstration; it may plan what comes after. */
export interface Entry {
  readonly at: Instant;
  readonly happen: () => Promise<void>;
}

/** Entries in the order of their instants; those of one instant in the order they were planned. */
export interface Agenda {
  plan(at: Instant, happen: () => Promise<void>): void;
  next(): Entry | undefined;
}

/** An empty agenda: a binary heap. */
export function emptyAgenda(): Agenda {
  const heap: (Entry & { readonly order: number })[] = [];
  let planned = 0;
  const before = (a: number, b: number): boolean => {
    const [x, y] = [heap[a], heap[b]];
    if (x === undefined || y === undefined) return false;
    return x.at === y.at ? x.order < y.order : x.at < y.at;
  };
  const swap = (a: number, b: number): void => {
    const [x, y] = [heap[a], heap[b]];
    if (x !== undefined && y !== undefined) [heap[a], heap[b]] = [y, x];
  };
  return {
    plan(at, happen) {
      heap.push({ at, happen, order: (planned += 1) });
      let child = heap.length - 1;
      for (
        let parent = (child - 1) >> 1;
        child > 0 && before(child, parent);
        parent = (child - 1) >> 1
      ) {
        swap(child, parent);
        child = parent;
      }
    },
    next() {
      const first = heap[0];
      const last = heap.pop();
      if (first === undefined || last === undefined || heap.length === 0) return first;
      heap[0] = last;
      for (let parent = 0; ;) {
        const [left, right] = [parent * 2 + 1, parent * 2 + 2];
        let least = before(left, parent) ? left : parent;
        if (before(right, least)) least = right;
        if (least === parent) return first;
        swap(parent, least);
        parent = least;
      }
    },
  };
}
