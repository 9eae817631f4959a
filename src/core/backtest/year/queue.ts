/** Things with an instant, of which the earliest is taken first; equal ones in the order they came. */
export interface Queue<T> {
  readonly put: (at: number, thing: T) => void;
  readonly take: () => { readonly at: number; readonly thing: T } | null;
  /** The earliest instant; Infinity where there is nothing. */
  readonly first: () => number;
}

interface Entry<T> {
  readonly at: number;
  readonly nth: number;
  readonly thing: T;
}

/** An empty queue (a binary heap). */
export function queueOf<T>(): Queue<T> {
  const heap: Entry<T>[] = [];
  let puts = 0;

  function isEarlier(a: Entry<T> | undefined, b: Entry<T> | undefined): boolean {
    if (a === undefined || b === undefined) return false;
    return a.at < b.at || (a.at === b.at && a.nth < b.nth);
  }

  function swap(i: number, j: number): void {
    [heap[i], heap[j]] = [heap[j] as Entry<T>, heap[i] as Entry<T>];
  }

  function put(at: number, thing: T): void {
    let i = heap.push({ at, nth: (puts += 1), thing }) - 1;
    for (let up = (i - 1) >> 1; i > 0 && isEarlier(heap[i], heap[up]); up = (i - 1) >> 1) {
      swap(i, up);
      i = up;
    }
  }

  function take(): { readonly at: number; readonly thing: T } | null {
    const [top] = heap;
    const last = heap.pop();
    if (top === undefined || last === undefined) return null;
    if (heap.length > 0) {
      heap[0] = last;
      sink();
    }
    return { at: top.at, thing: top.thing };
  }

  function sink(): void {
    for (let i = 0; ;) {
      const left = 2 * i + 1;
      const down = isEarlier(heap[left + 1], heap[left]) ? left + 1 : left;
      if (!isEarlier(heap[down], heap[i])) return;
      swap(i, down);
      i = down;
    }
  }

  return { put, take, first: () => heap[0]?.at ?? Infinity };
}
