/** A number from 0 to 1 that numbers beside each other do not share (Knuth's multiplicative hash). */
export function shareOf(n: number): number {
  return (Math.imul(n, 2_654_435_761) >>> 0) / 2 ** 32;
}
