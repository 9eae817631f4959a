/** Milliseconds within which the second stroke follows the first. */
const WITHIN = 1_500;

let until = 0;

/** Whether the next stroke is the second of two: then no shortcut of one stroke hears it. */
export function secondStroke(): boolean {
  return performance.now() < until;
}

/** The first stroke of two was pressed, or the second has been heard. */
export function awaitSecond(awaited: boolean): void {
  until = awaited ? performance.now() + WITHIN : 0;
}
