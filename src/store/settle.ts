/** What became of a promise, as a value: for faults of files and connections that are expected. */
export type Settled<T> = { readonly value: T } | { readonly fault: NodeJS.ErrnoException };

/** Waits for a promise and gives its value, or its fault with the system's `code` where it has one. */
export function settle<T>(promise: Promise<T>): Promise<Settled<T>> {
  return promise.then(
    (value) => ({ value }),
    (fault: unknown) => ({ fault: fault instanceof Error ? fault : new Error(String(fault)) }),
  );
}
