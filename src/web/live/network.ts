import { useSyncExternalStore } from "react";

/** How the network is, as the workspace's own requests find it. */
export interface Network {
  /** Since when nothing reaches the server, by this browser's clock; null: something does. */
  readonly goneSince: number | null;
  /** Whether an answer has been waited for too long. */
  readonly slow: boolean;
}

/** Milliseconds after which an answer that has not come counts as slow. */
const LATE = 4_000;

let network: Network = { goneSince: navigator.onLine ? null : Date.now(), slow: false };
const listeners = new Set<() => void>();
let late = 0;

function note(change: Partial<Network>): void {
  const next = { ...network, ...change };
  if (next.goneSince === network.goneSince && next.slow === network.slow) return;
  network = next;
  for (const listen of listeners) listen();
}

window.addEventListener("offline", () => note({ goneSince: network.goneSince ?? Date.now() }));
window.addEventListener("online", () => note({ goneSince: null }));

/** Follows a request: what it finds is how the network is. `null` is a request that reached nobody. */
export async function watched<T>(sent: Promise<T | null>): Promise<T | null> {
  let isLate = false;
  const timer = window.setTimeout(() => {
    isLate = true;
    late += 1;
    note({ slow: true });
  }, LATE);
  const done = (): void => {
    window.clearTimeout(timer);
    if (!isLate) return;
    late -= 1;
    if (late === 0) note({ slow: false });
  };
  const answer = await sent.finally(done);
  note({ goneSince: answer === null ? (network.goneSince ?? Date.now()) : null });
  return answer;
}

/** Resolves once the server is reached again: at once where nothing says that it is not. */
export function whenBack(): Promise<void> {
  if (network.goneSince === null) return Promise.resolve();
  const { promise, resolve } = Promise.withResolvers<void>();
  const stop = onBack(() => {
    stop();
    resolve();
  });
  return promise;
}

/** How the network is; drawn again when that changes. */
export function useNetwork(): Network {
  return useSyncExternalStore(
    (listen) => {
      listeners.add(listen);
      return () => void listeners.delete(listen);
    },
    () => network,
  );
}

/** Calls `back` each time the server is reached again, until the returned function is called. */
export function onBack(back: () => void): () => void {
  let was = network.goneSince;
  const listen = (): void => {
    if (was !== null && network.goneSince === null) back();
    was = network.goneSince;
  };
  listeners.add(listen);
  return () => void listeners.delete(listen);
}
