const HALF_A_MINUTE = 30_000;
const FOUR_HOURS = 4 * 3_600_000;

/**
 * Milliseconds until the next attempt after `attempts` of them: half a minute after the first, which is
 * soon enough for a server that greylists (RFC 6647 §2), twice as long each time, at most four hours
 * (RFC 5321 §4.5.4.1). Up to a quarter less by the message's number, so that what was refused together
 * does not come back together; the same for the same message.
 */
export function retryDelay(attempts: number, id: number): number {
  const whole = Math.min(HALF_A_MINUTE * 2 ** Math.min(Math.max(attempts, 1) - 1, 12), FOUR_HOURS);
  return Math.round(whole * (1 - share(id + attempts) / 4));
}

/** A number from 0 to 1 that numbers beside each other do not share (Knuth's multiplicative hash). */
function share(n: number): number {
  return (Math.imul(n, 2_654_435_761) >>> 0) / 2 ** 32;
}
