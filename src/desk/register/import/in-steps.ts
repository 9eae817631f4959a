import { setImmediate } from "node:timers/promises";

/** Milliseconds for which work goes on before everybody else is seen to. */
const STEP = 10;

/** Does something with each of many in turn, and lets the process see to others every ten milliseconds. */
export async function inSteps<Item>(
  items: Iterable<Item>,
  work: (item: Item) => void,
): Promise<void> {
  let since = performance.now();
  for (const item of items) {
    work(item);
    if (performance.now() - since < STEP) continue;
    await setImmediate();
    since = performance.now();
  }
}
